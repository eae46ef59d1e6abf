import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { ask } from "../../src/engine/Ask.ts"
import { Catalogue, readerOf } from "../../src/engine/Catalogue.ts"
import type { ListPage, Page } from "../../src/engine/EventStore.ts"
import type { AnyMask } from "../../src/engine/Mask.ts"
import { decodeState } from "../../src/engine/OpenRecord.ts"
import type { NamedPerson } from "../../src/engine/People.ts"
import { type Reader, readerFor } from "../../src/engine/Reader.ts"
import type { View } from "../../src/engine/View.ts"
import { type Access, AccountId, accessOf } from "../../src/kernel/Actor.ts"
import * as Column from "../../src/kernel/Column.ts"
import { toCsv } from "../../src/rendering/Csv.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"
import { withBids } from "./Bid.ts"
import { counter, isIdMarker, samplesOf } from "./Marked.ts"
import { acting, kept, organisation, other, peopleShownIn, platform, reaching, shownIn, textsIn } from "./Places.ts"

const surroundings = Layer.merge(layerMemory, platform)

/** The kind of record, and all that can be done with it, with everyone where the test puts them. */
const placed = (type: Reader["type"], access: Access): Catalogue => {
  const here = { ...type, access: () => access }
  return new Catalogue({
    ...withBids,
    readers: withBids.readers.map((reader) => (reader.type === type ? readerFor(here) : reader)),
    handlers: withBids.handlers.map((handler) =>
      handler.type.name === type.name ? { ...handler, type: here } : handler
    )
  })
}

/** An account for every one that the record names, under a name of its own. */
const withAccounts = (texts: Iterable<string>) =>
  Effect.gen(function* () {
    const accounts = readerOf(withBids, "account")
    if (accounts === undefined) return
    for (const id of texts) {
      const state = {
        id,
        organisation: other,
        personal: { subject: id, name: `name-of-${id}`, email: "a@example.org" },
        roles: [],
        status: "active",
        invitedAt: "2026-11-21T03:00:00.000Z"
      }
      yield* kept(accounts, accessOf({ owner: other }), state, other, [], undefined, AccountId.make(id))
    }
  })

/** Where the own organisation may still be selected, nobody has been. */
const asCandidate = (wire: unknown): unknown => {
  const {
    parties,
    recipient: _,
    ...rest
  } = wire as { readonly parties?: ReadonlyArray<object>; readonly recipient?: string }
  if (parties === undefined) return wire
  return { ...rest, parties: [...parties, { organisation, as: "candidate" }] }
}

/** The texts of a state that someone is not shown; a word found elsewhere too says nothing. */
const hiddenFrom = (wire: unknown, shown: ReadonlySet<string>): ReadonlyArray<string> =>
  [...textsIn(wire)].filter((text) => !shown.has(text))

const holding = (answer: unknown, hidden: ReadonlyArray<string>): ReadonlyArray<string> => {
  const said = typeof answer === "string" ? answer : JSON.stringify(answer)
  return hidden.filter((text) => new RegExp(`(?<![0-9])${text}`, "u").test(said))
}

describe.each(withBids.readers.map((reader) => [reader.type.name, reader] as const))("of a %s", (_, reader) => {
  const { type } = reader
  const { plural } = type
  const mask = type.masks.state as AnyMask
  for (const { allow, name } of type.audiences) {
    const { access, actor: someone } = reaching(type.name, name)
    const roles = allow.flatMap((grant) => ("role" in grant && grant.role !== "public" ? [grant.role] : []))
    const actors = someone === null ? [null] : [...new Set(roles)].map((role) => acting([role]))
    for (const actor of actors) {
      const who = actor?.roles.join() ?? "a visitor"
      const at = {
        ...access,
        assigned: access.assigned.map((one) => ({ ...one, role: actor?.roles[0] ?? null }))
      }

      it.effect(`SEC-1 ${who} (${name}) finds in no answer what the mask hides`, () =>
        Effect.gen(function* () {
          const catalogue = placed(type, at)
          const find = (operation: string, input: object, id?: string) =>
            ask(catalogue, { operation: `${plural}.${operation}`, input, actor, ...(id === undefined ? {} : { id }) })
          for (const sample of samplesOf(type.State.ast, counter())) {
            const wire = name === "candidate" ? asCandidate(sample) : sample
            const state = decodeState(type, wire)
            const row = type.row(state)
            const id = yield* kept(reader, at, wire, other, [], row)
            yield* withAccounts([...textsIn(wire)].filter(isIdMarker))
            const shown = shownIn(mask, wire, name)
            const hidden = hiddenFrom(wire, shown)
            const { actions, data } = (yield* find("get", {}, id)) as View
            assert.deepStrictEqual(holding(data, hidden), [], "the record")
            assert.deepStrictEqual(holding(actions, hidden), [], "what may be done, and why not")
            const all = (yield* find("list", { ids: id })) as ListPage
            assert.strictEqual(all.total, 1)
            assert.deepStrictEqual(holding(all, hidden), [], "the list")
            assert.deepStrictEqual(holding(toCsv(type.name, all.data, "th", catalogue), hidden), [], "CSV")
            const rows = (input: object) =>
              Effect.map(find("list", { ...input, ids: id }), (page) => (page as ListPage).total)
            for (const text of hidden) assert.strictEqual(yield* rows({ search: text }), 0, `a search for ${text}`)
            for (const [column, value] of Object.entries(row.columns)) {
              const declared = type.columns[column] as Column.Column
              if (Column.isSeenBy(declared, name)) continue
              if (Column.isMatched(declared))
                assert.strictEqual(yield* rows({ [column]: String(value) }), 0, `the filter ${column}`)
              const end = typeof value === "object" && "amount" in value ? value.amount : value
              if (Column.isRanged(declared)) {
                assert.strictEqual(yield* rows({ [`${column}.from`]: end }), 0, `the range from ${column}`)
                assert.strictEqual(yield* rows({ [`${column}.to`]: end }), 0, `the range to ${column}`)
              }
            }
            const people = (yield* find("people", {}, id)) as Page<NamedPerson>
            assert.deepStrictEqual(
              new Set(people.data.map(({ account }) => account)),
              peopleShownIn(mask, wire, name),
              "the people"
            )
            const files = type.files?.(data as never) ?? []
            assert.deepStrictEqual(holding(files, hidden), [], "the files")
          }
        }).pipe(Effect.provide(surroundings))
      )
    }
  }
})
