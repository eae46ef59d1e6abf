import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore, type ListedRow, type ListRequest } from "@phakhi/domain/engine/EventStore"
import {
  AccountId,
  Condition,
  Integration,
  may,
  OrganisationId,
  Person,
  Role,
  Scope,
  System,
  Visitor
} from "@phakhi/domain/kernel/Actor"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Arbitrary, Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { writeCursor } from "../src/Cursor.ts"
import { append, everything, openAccess, organisation, readBy, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const organisations = [organisation(), organisation(), organisation()].map((id) => OrganisationId.make(id))
const accounts = [randomUUID(), randomUUID(), randomUUID()].map((id) => AccountId.make(id))

/** Few, so that what begins, ends and is asked often falls together. */
const times = ["2026-11-20", "2026-11-21", "2026-11-22"].map((day) => Instant.make(`${day}T03:00:00.000Z`))
const Time = Schema.NullOr(Schema.Literals(times))

const Access = Schema.Struct({
  owner: Schema.NullOr(Schema.Literals(organisations)),
  parties: Schema.Array(Schema.Literals(organisations)).check(Schema.isMaxLength(3)),
  candidates: Schema.Array(Schema.Literals(organisations)).check(Schema.isMaxLength(2)),
  assigned: Schema.Array(
    Schema.Struct({ account: Schema.Literals(accounts), role: Schema.NullOr(Role), from: Time, until: Time })
  ).check(Schema.isMaxLength(2)),
  recused: Schema.Array(Schema.Literals(accounts)).check(Schema.isMaxLength(2)),
  opensAt: Time,
  public: Schema.Boolean
})
const membership = {
  account: Schema.Literals(accounts),
  organisation: Schema.NullOr(Schema.Literals(organisations)),
  roles: Schema.Array(Role).check(Schema.isMaxLength(3))
}
const when = Schema.Array(Condition).check(Schema.isMaxLength(3))
const Question = Schema.Struct({
  actor: Schema.Union([
    Schema.Null,
    Schema.Struct({ ...Person.fields, ...membership }),
    Schema.Struct({ ...Integration.fields, ...membership }),
    System,
    Visitor
  ]),
  allow: Schema.Array(
    Schema.Union([
      Schema.Struct({ role: Role, scope: Scope, when }),
      Schema.Struct({
        actor: Schema.Literals(["system", "visitor"]),
        scope: Schema.Literals(["any", "public"]),
        when
      })
    ])
  ).check(Schema.isMaxLength(4)),
  now: Schema.Literals(times)
})

const all = Effect.fnUntraced(function* (request: ListRequest) {
  const events = yield* EventStore
  const rows: Array<ListedRow> = []
  let cursor: string | null = null
  do {
    const page: { data: ReadonlyArray<ListedRow>; next: string | null } = yield* events.list({
      ...request,
      ...(cursor === null ? {} : { cursor })
    })
    assert.isAtMost(page.data.length, request.limit)
    rows.push(...page.data)
    cursor = page.next
  } while (cursor !== null)
  return rows
})

const titles = ["เก้า", "ขา", "กา", "แกะ", "Zebra", "apple", "ก๋า", "100 แห่ง", "ขา"]

/** What a list must answer, whichever database is behind it. */
export const listing = (name: string, store: TestStore) =>
  describe(`Lists on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("SEC-1: gives each actor exactly the rows that the domain's table allows", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const accesses = yield* Arbitrary.sampleEffect(Arbitrary.schema(Access), { count: 200, seed: 7 })
          const questions = yield* Arbitrary.sampleEffect(Arbitrary.schema(Question), { count: 300, seed: 11 })
          const kept = accesses.map((access) => stream({ record: "secured", access }))
          yield* events.append(append(kept))
          let shown = 0
          for (const { actor, allow, now } of questions) {
            const rows = yield* all(everything({ record: "secured", actor, audiences: readBy(allow), now, limit: 200 }))
            const expected = kept.filter(({ access }) => may(actor, allow, access, { now })).map((row) => row.stream)
            assert.deepStrictEqual(rows.map((row) => row.id).sort(), expected.sort())
            shown += rows.length
          }
          assert.isAbove(shown, 100)
          assert.isBelow(shown, 200 * 300)
        })
      )

      it.effect("sorts titles as a Thai dictionary does, in pages that neither skip nor repeat a row", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          yield* events.append(append(titles.map((th) => stream({ record: "titled", row: rowOf({ title: { th } }) }))))
          const sorted = [...titles].sort(new Intl.Collator("th").compare)
          for (const limit of [1, 2, 4, 9, 50]) {
            const ascending = yield* all(everything({ record: "titled", limit }))
            assert.deepStrictEqual(
              ascending.map((row) => row.title.th),
              sorted
            )
            assert.strictEqual(new Set(ascending.map((row) => row.id)).size, titles.length)
            const descending = yield* all(everything({ record: "titled", limit, descending: true }))
            assert.deepStrictEqual(
              descending.map((row) => row.id),
              ascending.map((row) => row.id).reverse()
            )
          }
        })
      )

      it.effect("sorts by time of change and by status, and counts what it found beyond the page", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const days = ["03", "01", "04", "02"]
          for (const day of days) {
            const row = rowOf({ title: { th: day }, status: `s${Number(day) % 2}` })
            yield* events.append(append([stream({ record: "dated", row })], { at: `2026-10-${day}T08:00:00.000Z` }))
          }
          const updated = yield* all(everything({ record: "dated", sort: "updated", descending: true, limit: 3 }))
          assert.deepStrictEqual(
            updated.map((row) => row.title.th),
            ["04", "03", "02", "01"]
          )
          assert.strictEqual(updated[0]?.updatedAt, "2026-10-04T08:00:00.000Z")
          const status = yield* all(everything({ record: "dated", sort: "status", limit: 1 }))
          assert.deepStrictEqual(
            status.map((row) => row.status),
            ["s0", "s0", "s1", "s1"]
          )
          const page = yield* events.list(everything({ record: "dated", limit: 2 }))
          assert.deepStrictEqual([page.data.length, page.total], [2, 4])
        })
      )

      it.effect("SEC-2 gives of the records asked for by id those that may be seen, and no sign of the others", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [own, foreign] = organisations
          const access = { ...openAccess, owner: own ?? null, parties: [], public: false }
          const mine = stream({ record: "named", access })
          const other = stream({ record: "named", access: { ...access, owner: foreign ?? null } })
          yield* events.append(append([mine, other, stream({ record: "named", access })]))
          const actor = {
            kind: "person",
            account: AccountId.make(randomUUID()),
            organisation: own ?? null,
            roles: ["auditor"]
          } as const
          const allow = [{ role: "auditor", scope: "own-agency" }] as const
          const asked = { id: [{ values: [mine.stream, other.stream, randomUUID(), "no id"] }] }
          const page = yield* events.list(
            everything({ record: "named", actor, audiences: readBy(allow), filters: asked })
          )
          assert.deepStrictEqual(
            page.data.map(({ id }) => id),
            [mine.stream]
          )
          assert.strictEqual(page.total, 1)
        })
      )

      it.effect("filters by status, owner and columns, and finds Thai and English words, signs taken literally", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [first, second] = organisations
          const kept = [
            { th: "ดูแลผู้สูงอายุ", en: "Care for older people", status: "open", owner: first, columns: { kind: "grant" } },
            { th: "น้ำสะอาด 100%", status: "open", owner: second, columns: { kind: "contracting" } },
            { th: "ป่าชุมชน_เหนือ", status: "closed", owner: second, columns: { kind: "grant", size: 50 } }
          ].map(({ th, en, status, owner, columns }) =>
            stream({
              record: "searched",
              access: { ...openAccess, owner: owner ?? null },
              row: rowOf({ title: en === undefined ? { th } : { th, en }, status, columns, search: ["ทะเบียน ๑๒"] })
            })
          )
          yield* events.append(append(kept))
          const find = (change: Partial<ListRequest>) =>
            Effect.map(events.list(everything({ record: "searched", ...change })), (page) =>
              page.data.map((row) => kept.findIndex((one) => one.stream === row.id)).sort()
            )
          assert.deepStrictEqual(yield* find({ filters: { status: [{ values: ["open"] }] } }), [0, 1])
          assert.deepStrictEqual(yield* find({ filters: { status: [{ values: ["open", "closed"] }] } }), [0, 1, 2])
          assert.deepStrictEqual(yield* find({ filters: { status: [{ values: [] }] } }), [])
          assert.deepStrictEqual(yield* find({ filters: { owner: [{ values: [second ?? ""] }] } }), [1, 2])
          assert.deepStrictEqual(yield* find({ filters: { owner: [{ values: ["no id"] }] } }), [])
          assert.deepStrictEqual(
            yield* find({ filters: { kind: [{ keys: ["grant"] }], status: [{ values: ["closed"] }] } }),
            [2]
          )
          assert.deepStrictEqual(yield* find({ filters: { kind: [{ keys: ["grant", "contracting"] }] } }), [0, 1, 2])
          assert.deepStrictEqual(yield* find({ filters: { "kind' OR TRUE --": [{ keys: ["grant"] }] } }), [])
          assert.deepStrictEqual(yield* find({ search: "สูงอายุ" }), [0])
          assert.deepStrictEqual(yield* find({ search: "OLDER care" }), [0])
          assert.deepStrictEqual(yield* find({ search: "น้ำ" }), [1])
          assert.deepStrictEqual(yield* find({ search: "นํ้า" }), [1])
          assert.deepStrictEqual(yield* find({ search: "100%" }), [1])
          assert.deepStrictEqual(yield* find({ search: "ชน_เหนือ" }), [2])
          assert.deepStrictEqual(yield* find({ search: "ทะเบียน" }), [0, 1, 2])
          // One or two letters are looked for at the beginning of words.
          assert.deepStrictEqual(yield* find({ search: "ป่" }), [2])
          assert.deepStrictEqual(yield* find({ search: "c" }), [0])
          assert.deepStrictEqual(yield* find({ search: "ar" }), [])
          assert.deepStrictEqual(yield* find({ search: "0%" }), [])
          const lost = (change: Partial<ListRequest>) =>
            Effect.map(Effect.flip(find(change)), ({ _tag }) => assert.strictEqual(_tag, "CursorLost"))
          yield* lost({ search: "ทะเบียน", cursor: "nonsense" })
          const made = (sort: "title" | "updated", key: string) =>
            writeCursor({ sort, descending: false, key, id: "01910000-0000-7000-8000-000000000001" })
          for (const key of ["a\u0000", "\ud800"]) {
            yield* lost({ cursor: made("title", key) })
          }
          for (const key of [
            "2026-02-30T00:00:00.000Z",
            "2026-01-01T25:00:00.000Z",
            "0000-01-01T00:00:00.000Z",
            "soon"
          ]) {
            yield* lost({ sort: "updated", cursor: made("updated", key) })
          }
        })
      )

      it.effect("searches with the trigram index where there are many rows", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const plan = yield* sql.withTransaction(
            Effect.gen(function* () {
              yield* sql`SET LOCAL enable_seqscan = off`
              return yield* sql<{ "QUERY PLAN": string }>`EXPLAIN SELECT id FROM record
                WHERE search LIKE ${"%สูงอายุ%"}::text`
            })
          )
          assert.include(plan.map((row) => row["QUERY PLAN"]).join("\n"), "record_search")
        })
      )
    })
  })
