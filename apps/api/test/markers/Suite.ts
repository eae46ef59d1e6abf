import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { TasksOf } from "@phakhi/domain/engine/EventStore"
import type { NamedPerson } from "@phakhi/domain/engine/People"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import type { Actor } from "@phakhi/domain/kernel/Actor"
import * as Column from "@phakhi/domain/kernel/Column"
import { Identity } from "@phakhi/identity/Identity"
import { openWorld, type World } from "../World.ts"
import { withBids } from "./Bid.ts"
import * as Expected from "./Expected.ts"
import { markersIn } from "./Marked.ts"
import { askers, organisation, people, saidOf } from "./People.ts"
import { textsIn } from "./Places.ts"
import { type Everything, everything, firstDue, lastDue, type Marked, nameOf, positionOf } from "./Records.ts"

interface Row {
  readonly id: string
  readonly title: object
  readonly columns: { readonly [name: string]: unknown }
  readonly late: boolean
}

interface Event {
  readonly type: string
  readonly data: object
  readonly actor: { readonly account?: string; readonly position?: string }
}

interface Page<Item> {
  readonly data: ReadonlyArray<Item>
  readonly next: string | null
  readonly total: number
}

const query = (input: { readonly [name: string]: string }): string => `?${new URLSearchParams(input)}`

/** Of those who see every record alike one is as good as another. */
const unlike = (records: ReadonlyArray<Marked>): ReadonlyArray<Actor | null> => {
  const seen = new Map<string, Actor | null>()
  for (const asker of askers) {
    const views = Expected.seenBy(records, asker).map(({ audience, record }) => `${record.id} ${audience}`)
    const key = views.join()
    if (!seen.has(key)) seen.set(key, asker)
  }
  return [...seen.values()]
}

/** Markers through every answer of the API, on one store. */
export const markers = (kind: "memory" | "postgres"): void => {
  const { catalogue, records, store }: Everything = everything()
  let world: World
  const keys = new Map<string, string>()

  beforeAll(async () => {
    world = await openWorld({ catalogue }, kind)
    await world.run(store as never)
    for (const { account } of people)
      keys.set(
        account,
        (await world.run(Identity.use((identity) => identity.createKey(account, { name: "test", scopes: ["all"] }))))
          .key
      )
  })
  afterAll(() => world.close())

  const send = async (asker: Actor | null, path: string): Promise<Response> => {
    const key = asker !== null && "account" in asker ? keys.get(asker.account) : undefined
    return world.app.request(path, { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } })
  }

  const read = async <A>(asker: Actor | null, path: string): Promise<A> => {
    const response = await send(asker, path)
    const text = await response.text()
    assert.strictEqual(response.status, 200, `${saidOf(asker)} ${path} ${text.slice(0, 300)}`)
    return JSON.parse(text) as A
  }

  const pages = async <Item>(asker: Actor | null, path: string, by: string, input = {}) => {
    const found: Array<Item> = []
    let next: string | null = null
    do {
      const turned = next === null ? {} : { [by]: next }
      const page: Page<Item> = await read(asker, `${path}${query({ limit: "100", ...input, ...turned })}`)
      found.push(...page.data)
      next = page.next
    } while (next !== null)
    return found
  }

  describe("of what waits", () => {
    const everyOf: ReadonlyArray<TasksOf> = ["me", "organisation", "others"]
    const waiting = (asker: Actor, of: TasksOf) => pages<TaskRow>(asker, "/v1/tasks", "cursor", { of })

    it("SEC-1 each asker is told of tasks on records that they see, and of these nothing that their view hides", async () => {
      const told = new Map<string, number>()
      let marked = 0
      for (const asker of people) {
        const seen = new Map(Expected.seenBy(records, asker).map((one) => [one.record.id, one]))
        for (const of of everyOf)
          for (const row of await waiting(asker, of)) {
            const said = `${saidOf(asker)}, of ${of}: ${row.record} ${row.operation}`
            const one = seen.get(row.id)
            assert.isDefined(one, said)
            if (one === undefined) continue
            const shown = new Set([...Expected.shownOf(one), ...Expected.rowOf(one)])
            const markers = markersIn(JSON.stringify(row))
            const leaked = markers.filter((marker) => !shown.has(marker))
            assert.deepStrictEqual(leaked, [], `${said} as ${one.audience}`)
            const isOwn = row.organisation === organisation || row.account === asker.account
            const showsDue = one.audience === "full" || Expected.isShown(one, "nextDue")
            assert.isTrue(row.due === null || isOwn || showsDue, `${said} as ${one.audience}`)
            if (row.target !== null) marked++
            // Who sees a record by assignment, as one of the public, or not by a role, is told what waits for themselves.
            const isOfOthers = !row.roles.some((role) => asker.roles.includes(role)) && row.account !== asker.account
            assert.isTrue(!isOfOthers || ["full", "party", "candidate"].includes(one.audience), said)
            assert.isFalse(isOfOthers && asker.roles.includes("public"), said)
            const key = `${of} ${one.audience}`
            told.set(key, (told.get(key) ?? 0) + 1)
          }
      }
      for (const key of ["me full", "me party", "me candidate", "me assigned"])
        assert.isAbove(told.get(key) ?? 0, 0, key)
      for (const key of ["organisation full", "organisation party", "others full"])
        assert.isAbove(told.get(key) ?? 0, 0, key)
      assert.isAbove(marked, 10)
    })
  })

  describe.each(withBids.readers.map(({ type }) => [type.name, type] as const))("of every %s", (name, type) => {
    const own = records.filter(({ reader }) => reader.type.name === name)
    const path = `/v1/${type.plural}`
    const listed = (asker: Actor | null, input: { readonly [name: string]: string } = {}) =>
      pages<Row>(asker, path, "cursor", input)
    const found = async (asker: Actor | null, input: { readonly [name: string]: string }) =>
      (await listed(asker, input)).map(({ id }) => id).sort()
    const ids = (seen: ReadonlyArray<string>) => [...seen].sort()
    /** The audiences that somebody is in, were a record put so. */
    const audiencesOf = (asker: Actor | null) =>
      type.audiences.filter(({ allow }) =>
        allow.some((grant) => {
          if (!("role" in grant)) return false
          if (grant.role === "public") return asker !== null || grant.scope === "public"
          return asker !== null && "roles" in asker && asker.roles.includes(grant.role)
        })
      )
    const readers = unlike(own).filter((asker) => audiencesOf(asker).length > 0)
    const hidden = (seen: Expected.Seen) => {
      const shown = Expected.shownOf(seen)
      return [...textsIn(seen.record.state)].filter((marker) => !shown.has(marker))
    }
    const known = (asker: Actor | null) => (column: Column.Column) =>
      audiencesOf(asker).some((audience) => Column.isSeenBy(column, audience.name))
    const refused = async (asker: Actor | null, input: { readonly [name: string]: string }) =>
      assert.strictEqual((await send(asker, `${path}${query(input)}`)).status, 400, `${saidOf(asker)} ${query(input)}`)

    it("SEC-1 each asker finds in a record exactly what the mask has, and no more in what may be done", async () => {
      for (const asker of askers)
        for (const seen of Expected.seenBy(own, asker)) {
          const said = `${saidOf(asker)} as ${seen.audience}`
          const view = await read<{ readonly data: object; readonly actions: object }>(
            asker,
            `${path}/${seen.record.id}`
          )
          const shown = Expected.shownOf(seen)
          assert.deepStrictEqual(textsIn(view.data), shown, said)
          const leaked = markersIn(JSON.stringify(view.actions)).filter((marker) => !shown.has(marker))
          assert.deepStrictEqual(leaked, [], said)
        }
    })

    it("SEC-1 a record that an asker does not see answers as an unknown one", async () => {
      for (const asker of unlike(own)) {
        const seen = new Set(Expected.seenBy(own, asker).map(({ record }) => record))
        if (audiencesOf(asker).length === 0) assert.include([401, 403], (await send(asker, path)).status, saidOf(asker))
        for (const record of own)
          if (!seen.has(record) && record.events.length > 1)
            for (const question of ["", "/history", "/people"]) {
              const response = await send(asker, `${path}/${record.id}${question}`)
              assert.include([401, 403, 404], response.status, saidOf(asker))
              assert.deepStrictEqual(markersIn(await response.text()), [], saidOf(asker))
            }
      }
    })

    it("SEC-1 each asker finds in the history exactly what the masks have, and a position where the view has it", async () => {
      for (const asker of readers)
        for (const seen of Expected.seenBy(own, asker)) {
          const said = `${saidOf(asker)} as ${seen.audience}`
          const told = Expected.toldOf(seen, asker)
          const events = await pages<Event>(asker, `${path}/${seen.record.id}/history`, "before")
          assert.deepStrictEqual(
            events.map(({ type }) => type),
            told.map(({ type }) => type),
            said
          )
          for (const [index, event] of events.entries()) {
            const { by, markers, named, position } = told[index] as Expected.Told
            assert.deepStrictEqual(textsIn(event.data), markers, `${said} ${event.type}`)
            assert.strictEqual(event.actor.account, named ? by.account : undefined, `${said} ${event.type}`)
            assert.strictEqual(event.actor.position, position, `${said} ${event.type}`)
            const isWhole = seen.audience === "full"
            assert.strictEqual(JSON.stringify(event).includes("the key of a request"), isWhole, said)
            assert.strictEqual("hash" in event, isWhole, said)
          }
        }
    })

    it("SEC-1 each asker is told the names of those whom the view names, with their positions, and of no other", async () => {
      for (const asker of readers)
        for (const seen of Expected.seenBy(own, asker)) {
          const named = await pages<NamedPerson>(asker, `${path}/${seen.record.id}/people`, "before")
          const told = new Map(named.map(({ account, name, position }) => [String(account), [name, position]] as const))
          const expected = [...Expected.peopleOf(seen, asker)].map(
            (account) => [account, [nameOf(account), positionOf(account)]] as const
          )
          assert.deepStrictEqual(told, new Map(expected), `${saidOf(asker)} as ${seen.audience}`)
        }
    })

    it("SEC-1 a list and its CSV hold the rows and the columns that each asker sees, and no other marker", async () => {
      for (const asker of readers) {
        const seen = Expected.seenBy(own, asker)
        const rows = new Map((await listed(asker)).map((row) => [row.id, row]))
        assert.deepStrictEqual(ids([...rows.keys()]), ids(seen.map(({ record }) => record.id)), saidOf(asker))
        const shown = new Set<string>()
        for (const one of seen) {
          const { columns, late, title } = rows.get(one.record.id) as Row
          const texts = Expected.rowOf(one)
          assert.deepStrictEqual(textsIn([title, columns]), texts, saidOf(asker))
          const due = type.columns["nextDue"] !== undefined && Expected.isShown(one, "nextDue")
          assert.deepStrictEqual(
            Object.keys(columns).sort(),
            [...Expected.columnsOf(one).map(([column]) => column), ...(due ? ["nextDue"] : [])].sort(),
            saidOf(asker)
          )
          assert.strictEqual(late, due, saidOf(asker))
          const withheld = new Set(hidden(one))
          for (const text of texts) {
            assert.isFalse(withheld.has(text), `${saidOf(asker)} ${text}`)
            shown.add(text)
          }
        }
        const csv = await (await send(asker, `${path}?format=csv`)).text()
        assert.deepStrictEqual(new Set(markersIn(csv)), shown, saidOf(asker))
      }
    })

    it("SEC-1 a search finds a record by the words that each asker sees, and by none that is withheld", async () => {
      const tried = new Set<string>()
      for (const asker of readers) {
        for (const one of Expected.seenBy(own, asker)) {
          const words = Expected.soughtOf(one)
          const { row } = one.record
          // Whatever the words of a row hold is looked for by everyone; all other texts once by each audience.
          const all = new Set([
            ...markersIn(`${row.search} ${row.searchFurther}`),
            ...(tried.has(one.audience) ? [] : hidden(one).filter((marker) => marker.endsWith("-marker")))
          ])
          tried.add(one.audience)
          for (const marker of all)
            assert.deepStrictEqual(
              await found(asker, { search: marker }),
              words.has(marker) ? [one.record.id] : [],
              `${saidOf(asker)} as ${one.audience}: ${marker}`
            )
          const withheld = new Set(hidden(one))
          for (const marker of words) assert.isFalse(withheld.has(marker), `${saidOf(asker)} ${marker}`)
        }
      }
    })

    it("SEC-1 a list is sorted by what each asker sees, and by no column that nobody like them does", async () => {
      for (const asker of readers) {
        const seen = Expected.seenBy(own, asker)
        const isKnown = known(asker)
        for (const [column, declared] of Object.entries(type.columns)) {
          if (!Column.isSorted(declared)) continue
          if (!isKnown(declared)) {
            await refused(asker, { sort: column })
            continue
          }
          const order = async (descending: boolean) =>
            (await listed(asker, { sort: column, descending: String(descending) })).map(({ id }) => id)
          assert.deepStrictEqual(await order(false), Expected.sortedBy(seen, column), `${saidOf(asker)} by ${column}`)
          assert.deepStrictEqual(
            await order(true),
            Expected.sortedBy(seen, column, true),
            `${saidOf(asker)} by ${column}, backwards`
          )
        }
      }
    })

    it("SEC-1 a filter and a range find what each asker sees, and a column that nobody like them does is none", async () => {
      for (const asker of readers) {
        const seen = Expected.seenBy(own, asker)
        const isKnown = known(asker)
        for (const [column, declared] of Object.entries(type.columns)) {
          if (column === "updated" || column === "title") continue
          const values = column === "nextDue" ? [firstDue] : Expected.valuesIn(own, column)
          const [value] = values
          const last = column === "nextDue" ? lastDue : value
          if (value === undefined || last === undefined) continue
          const filters = [
            ...(Column.isMatched(declared) ? [{ [column]: values.join() }] : []),
            ...(Column.isRanged(declared) ? [{ [`${column}.from`]: value }, { [`${column}.to`]: last }] : []),
            ...(column === "nextDue" ? [{ late: "true" }] : [])
          ]
          for (const filter of filters) {
            if (!isKnown(declared)) await refused(asker, filter)
            else
              assert.deepStrictEqual(
                await found(asker, filter),
                ids(
                  column === "nextDue"
                    ? seen.flatMap((one) => (Expected.isShown(one, column) ? [one.record.id] : []))
                    : Expected.having(seen, column)
                ),
                `${saidOf(asker)} ${query(filter)}`
              )
          }
        }
      }
    })

    it("SEC-1 a file is read through a record that shows it, and through no other", async () => {
      for (const asker of readers)
        for (const seen of Expected.seenBy(own, asker)) {
          if (seen.record.events.length === 1) continue
          const shown = Expected.shownOf(seen)
          for (const digest of textsIn(seen.record.state)) {
            if (digest.length !== 64) continue
            const { status } = await send(asker, `${path}/${seen.record.id}/files/${digest}`)
            assert.strictEqual(status, shown.has(digest) ? 200 : 404, `${saidOf(asker)} as ${seen.audience}`)
          }
        }
    })
  })
}
