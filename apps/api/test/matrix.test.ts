import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf, offeredIn, queriesOf, readerOf } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { type Access, type Actor, isGrantFor, may, Role, rolesIn } from "@phakhi/domain/kernel/Actor"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { Identity } from "@phakhi/identity/Identity"
import { accessJson } from "@phakhi/store/Access"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { loadDemo, readDemo } from "../src/server/Demo.ts"
import { newAgency, type Person, send, signedIn } from "./People.ts"
import { openWorld, type World } from "./World.ts"

/** Cell by cell: every operation on a record × every role × a record of one's own, a foreign one, and none. */

interface Stored {
  readonly record: string
  readonly id: string
  readonly access: Access
}

interface Asker {
  readonly role: Role
  readonly actor: Actor | null
  readonly send: Person["send"]
  readonly signedIn: Person["send"]
  /** By a key that is for another operation than any on a record. */
  readonly narrow: Person["send"] | null
}

let world: World
let stored: ReadonlyArray<Stored>
let askers: ReadonlyArray<Asker>

/** Nothing in the demonstration depends on the hour. */
const now = { now: Instant.make("2026-11-21T03:00:00.000Z") }

const roles = Role.literals

beforeAll(async () => {
  world = await openWorld()
  const text = readDemo(fileURLToPath(new URL("../../../demo", import.meta.url)))
  assert.isAbove(text.length, 0)
  await world.run(loadDemo(catalogue, text, { begin: () => undefined, progress: () => undefined }))
  const agency = await newAgency(world)
  stored = await world.run(
    SqlClient.SqlClient.use((sql) =>
      sql.unsafe<Stored>(`SELECT record, id, ${accessJson("record")} AS access FROM record ORDER BY record, id`)
    )
  )
  // Everybody works for the organisation that is a side of most, so that own and foreign records abound.
  const weight = (organisation: string) =>
    stored.filter(
      ({ access, record }) => record === "partnership" && access.parties.some((party) => party === organisation)
    ).length
  const owners = [
    ...new Set(stored.filter(({ record }) => record === "partnership").map(({ access }) => access.owner ?? ""))
  ]
  const busiest = owners.sort((a, b) => weight(b) - weight(a))[0] ?? ""
  const partner = await world.run(
    SqlClient.SqlClient.use((sql) =>
      Effect.map(
        sql.unsafe<{ id: string }>(
          `SELECT o.id FROM record o JOIN record p ON p.record = 'partnership' AND o.id = ANY(p.parties) AND o.id <> p.owner
           WHERE o.record = 'organisation' AND o.state->'particulars'->>'sector' <> 'state'
           GROUP BY o.id ORDER BY count(*) DESC, o.id LIMIT 1`
        ),
        (rows) => rows[0]?.id ?? ""
      )
    )
  )
  const ofPartners = new Set<Role>([
    "partner-administrator",
    "partner-editor",
    "partner-signatory",
    "third-party",
    "panel-member"
  ])
  const people = await Promise.all(
    roles
      .filter((role) => role !== "public")
      .map(async (role): Promise<Asker> => {
        const person = await agency.invite([role], ofPartners.has(role) ? partner : agency.organisation)
        const home = ofPartners.has(role) ? partner : busiest
        if (!ofPartners.has(role)) await moveTo(person.account, busiest)
        return {
          role,
          actor: { kind: "person", account: person.account, organisation: home, roles: [role] } as unknown as Actor,
          send: person.send,
          signedIn: await signedIn(world, person.email),
          narrow: await byNarrowKey(person.account)
        }
      })
  )
  askers = [...people, { role: "public", actor: null, send: send(world), signedIn: send(world), narrow: null }]
})
afterAll(() => world.close())

const byNarrowKey = async (account: string) => {
  const asked = { name: "narrow", scopes: ["me.get"] }
  const { key } = await world.run(Identity.use((identity) => identity.createKey(account, asked)))
  return send(world, { authorization: `Bearer ${key}` })
}

/** An administrator of another agency cannot invite into this one: the test puts its people there itself. */
const moveTo = (account: string, organisation: string) =>
  world.run(
    SqlClient.SqlClient.use((sql) =>
      sql.unsafe(
        `UPDATE record SET state = jsonb_set(state, '{organisation}', to_jsonb($2::text)) WHERE record = 'account' AND id = $1::uuid`,
        [account, organisation]
      )
    )
  )

const unknown = "0190b3a2-0000-7000-8000-000000000000"
const headers = { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" }

const call = ({ send }: Pick<Asker, "send">, operation: Operation, id: string) => {
  const { method, path } = routeOf(operation)
  // The body is malformed on purpose: whoever gets as far as that changes nothing.
  return send(method, path.replace("{id}", id), method === "POST" ? { "?": 1 } : undefined, headers)
}

const onRecords: ReadonlyArray<Operation> = [
  ...offeredIn(catalogue).filter((operation) => operation.type === "command" && operation.target === "existing"),
  ...queriesOf(catalogue).filter(({ reads }) => reads === "get" || reads === "history")
]

const samples = (asker: Asker, operation: Operation) => {
  const all = stored.filter(({ record }) => record === operation.record)
  const reader = readerOf(catalogue, operation.record ?? "")?.allow ?? []
  const readable = all.filter(({ access }) => may(asker.actor, reader, access, now))
  const permitted = readable.filter(({ access }) => may(asker.actor, operation.allow, access, now))
  return {
    foreign: all.find((one) => !readable.includes(one)),
    permitted: permitted[0],
    readable: readable.find((one) => !permitted.includes(one))
  }
}

describe.each(onRecords.map((operation) => [operation.name, operation] as const))("SEC-1 %s", (_, operation) => {
  it("answers each role as the table says, and a foreign record as none at all", async () => {
    for (const asker of askers) {
      const cell = `${operation.name} × ${asker.role}`
      const none = await call(asker, operation, unknown)
      const noneText = await none.text()
      const refusedBefore =
        operation.type === "command"
          ? asker.actor === null
            ? 401
            : operation.allow.some((grant) => isGrantFor(asker.actor, grant))
              ? 404
              : 403
          : operation.allow.some((grant) => isGrantFor(asker.actor, grant))
            ? 404
            : asker.actor === null
              ? 401
              : 403
      assert.strictEqual(none.status, refusedBefore, `${cell} × unknown: ${noneText}`)
      const { foreign, permitted, readable } = samples(asker, operation)
      if (asker.narrow !== null) {
        const byNarrow = await call({ send: asker.narrow }, operation, permitted?.id ?? unknown)
        const { code, facts } = (await byNarrow.json()) as { readonly code: string; readonly facts: object }
        const scope = { operation: operation.name, scope: operation.name }
        assert.deepStrictEqual([byNarrow.status, code, facts], [403, "KeyScopeMissing", scope], `${cell} × narrow key`)
      }
      if (foreign !== undefined) {
        const response = await call(asker, operation, foreign.id)
        const text = await response.text()
        assert.strictEqual(response.status, none.status, `${cell} × foreign`)
        assert.strictEqual(text.replaceAll(foreign.id, unknown), noneText, `${cell} × foreign`)
      }
      if (permitted !== undefined) {
        const inPerson = operation.type === "command" && operation.inPerson === true
        if (inPerson) {
          const byKey = await call(asker, operation, permitted.id)
          const { code } = (await byKey.json()) as { readonly code: string }
          assert.deepStrictEqual([byKey.status, code], [403, "SessionRequired"], `${cell} × own, by key`)
        }
        const { status } = await call(inPerson ? { send: asker.signedIn } : asker, operation, permitted.id)
        assert.isTrue(
          operation.type === "query" ? status === 200 : status === 428 || status === 400,
          `${cell} × own: ${status}`
        )
      }
      if (readable !== undefined) {
        const { status } = await call(asker, operation, readable.id)
        assert.strictEqual(status, asker.actor === null ? 401 : 403, `${cell} × readable`)
      }
    }
  })
})

it("SEC-1 the table was not empty: cells of every kind were tried for every record type", () => {
  for (const { type } of catalogue.readers) {
    const operations = onRecords.filter(({ record }) => record === type.name)
    const tried = operations.flatMap((operation) => askers.map((asker) => samples(asker, operation)))
    assert.isTrue(
      tried.some(({ permitted }) => permitted !== undefined),
      `${type.name}: permitted`
    )
    const isAllPublic =
      readerOf(catalogue, type.name)?.allow.some((grant) => "role" in grant && grant.role === "public") === true
    assert.isTrue(isAllPublic || tried.some(({ foreign }) => foreign !== undefined), `${type.name}: foreign`)
  }
})

it("SEC-1 a list shows exactly what its reader may read, and nothing by filter or sort beside it", async () => {
  for (const { allow, type } of catalogue.readers) {
    for (const asker of askers) {
      const visible = stored
        .filter(({ access, record }) => record === type.name && may(asker.actor, allow, access, now))
        .map(({ id }) => id)
      const found: Array<string> = []
      let next: string | null = `/v1/${type.plural}?limit=100`
      while (next !== null) {
        const response: Response = await asker.send("GET", next)
        assert.isTrue(
          response.status === 200 || visible.length === 0,
          `${type.plural} × ${asker.role}: ${response.status}`
        )
        if (response.status !== 200) break
        const page = (await response.json()) as {
          readonly data: ReadonlyArray<{ readonly id: string }>
          readonly next: string | null
        }
        found.push(...page.data.map(({ id }) => id))
        next = page.next === null ? null : `/v1/${type.plural}?limit=100&cursor=${encodeURIComponent(page.next)}`
      }
      const known = new Set(stored.map(({ id }) => id))
      assert.deepStrictEqual(
        found.filter((id) => known.has(id)).sort(),
        [...visible].sort(),
        `${type.plural} × ${asker.role}`
      )
    }
  }
})

it("SEC-1 a command that makes a record is for its roles only", async () => {
  for (const operation of commandsOf(catalogue).filter(({ target }) => target === "new")) {
    for (const asker of askers) {
      const { status } = await call(asker, operation, "")
      const expected = asker.actor === null ? 401 : rolesIn(operation.allow).includes(asker.role) ? 400 : 403
      assert.strictEqual(status, expected, `${operation.name} × ${asker.role}`)
    }
  }
})
