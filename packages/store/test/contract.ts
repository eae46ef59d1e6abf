import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore, type NewEvent } from "@phakhi/domain/engine/EventStore"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"
import { SqlState } from "../src/AppendFunction.ts"
import { sqlState } from "../src/Busy.ts"
import { canonical, chained, genesis, sha256 } from "../src/Chain.ts"
import { account, append, event, officer, openAccess, organisation, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text)

/** What every store must do, whichever database is behind it. */
export const contract = (name: string, store: TestStore) =>
  describe(`EventStore on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("writes nothing before what has happened to the record, and says when that was", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const first = stream()
          const at = (moment: string) => ({ at: Instant.make(moment) })
          yield* events.append(append([first], at("2026-11-02T03:00:00.123Z")))
          const second = (moment: string) =>
            events.append(append([stream({ stream: first.stream, expectedVersion: 1 })], at(moment)))
          const refused = yield* Effect.flip(second("2026-11-02T03:00:00.122Z"))
          assert.deepInclude(refused, { _tag: "DeadlinePassed", now: Date.parse("2026-11-02T03:00:00.123Z") })
          yield* second("2026-11-02T03:00:00.123Z")
        })
      )

      it.effect("loads what was appended, with its version and who may see it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const access = accessOf({
            owner: organisation(),
            parties: [organisation(), organisation()],
            candidates: [organisation()],
            assigned: [
              { account: account(), role: null, from: null, until: Instant.make("2026-12-01T00:00:00.000Z") },
              { account: account(), role: "auditor", from: Instant.make("2026-11-01T00:00:00.000Z"), until: null }
            ],
            recused: [account()],
            opensAt: Instant.make("2026-12-01T09:30:00.000Z")
          })
          const first = stream({ access, state: { _tag: "Draft", count: 1, nested: { a: [1, null, "ก"] } } })
          yield* events.append(append([first]))
          assert.deepStrictEqual(
            yield* events.load("mission", first.stream),
            Option.some({ version: 1, state: first.state, access })
          )
          yield* events.append(
            append([{ ...first, expectedVersion: 1, events: [event("A"), event("B")], state: { _tag: "Open" } }])
          )
          assert.deepStrictEqual(
            yield* events.load("mission", first.stream),
            Option.some({ version: 3, state: { _tag: "Open" }, access })
          )
        })
      )

      it.effect("has no record under an unknown id, another kind or a word that is no id", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const known = stream()
          yield* events.append(append([known]))
          for (const [record, id] of [
            ["mission", randomUUID()],
            ["partnership", known.stream],
            ["mission", "'; DROP TABLE event; --"]
          ] as const) {
            assert.deepStrictEqual(yield* events.load(record, id), Option.none())
            assert.deepStrictEqual(yield* events.history(record, id, { limit: 5 }), { data: [], next: null, total: 0 })
          }
        })
      )

      it.effect("refuses an append to a stream that has moved, and leaves nothing of it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const moved = stream()
          yield* events.append(append([moved]))
          const outbox = yield* sql`SELECT count(*)::int AS n FROM outbox`
          const other = stream()
          for (const expectedVersion of [0, 2]) {
            const error = yield* Effect.flip(
              events.append(
                append([other, { ...moved, expectedVersion, events: [event("Late")] }], {
                  remember: {
                    key: `late-${expectedVersion}`,
                    operation: "mission.register",
                    digest: "x",
                    record: "mission",
                    stream: moved.stream,
                    version: 2
                  },
                  outbox: [{ topic: "never", payload: {} }]
                })
              )
            )
            assert.strictEqual(error._tag, "Moved")
            assert.isTrue(Option.isNone(yield* events.remembered(officer.account, `late-${expectedVersion}`)))
          }
          assert.isTrue(Option.isNone(yield* events.load("mission", other.stream)))
          assert.strictEqual((yield* events.history("mission", moved.stream, { limit: 9 })).total, 1)
          assert.deepStrictEqual(yield* sql`SELECT count(*)::int AS n FROM outbox`, outbox)
        })
      )

      it.effect("appends to several streams at once or to none", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const mission = stream()
          const partnership = stream({ record: "partnership" })
          yield* events.append(append([mission, partnership]))
          assert.isTrue(Option.isSome(yield* events.load("mission", mission.stream)))
          assert.isTrue(Option.isSome(yield* events.load("partnership", partnership.stream)))
        })
      )

      it.effect("remembers an answered request and refuses its twin", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const first = stream()
          const remember = {
            key: "register-1",
            operation: "mission.register",
            digest: sha256("input"),
            record: "mission",
            stream: first.stream,
            version: 1
          }
          yield* events.append(append([first], { remember }))
          const { key, ...rest } = remember
          assert.deepStrictEqual(yield* events.remembered(officer.account, key), Option.some(rest))
          assert.deepStrictEqual(yield* events.remembered(account(), key), Option.none())
          const twin = stream()
          const error = yield* Effect.flip(events.append(append([twin], { remember })))
          assert.strictEqual(error._tag, "KeyTaken")
          assert.isTrue(Option.isNone(yield* events.load("mission", twin.stream)))
        })
      )

      it.effect("gives the history newest first in pages, each event chained to the one before", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const first = stream({ events: [event("E1", { n: 1 }), event("E2", { n: 2 })] })
          yield* events.append(append([first]))
          for (const version of [2, 3, 4]) {
            yield* events.append(
              append([{ ...first, expectedVersion: version, events: [event(`E${version + 1}`, { n: version + 1 })] }], {
                at: `2026-11-2${version}T00:00:00.000Z`
              })
            )
          }
          const newest = yield* events.history("mission", first.stream, { limit: 3 })
          assert.deepStrictEqual(
            newest.data.map((stored) => stored.version),
            [5, 4, 3]
          )
          assert.deepStrictEqual([newest.total, newest.next], [5, "3"])
          const rest = yield* events.history("mission", first.stream, { limit: 3, before: Number(newest.next) })
          assert.deepStrictEqual(
            rest.data.map((stored) => stored.type),
            ["E2", "E1"]
          )
          assert.strictEqual(rest.next, null)
          const stored = [...newest.data, ...rest.data].reverse()
          let previous = genesis
          for (const { hash, prevHash, ...envelope } of stored) {
            assert.isTrue(isHash(hash))
            assert.strictEqual(prevHash, previous)
            assert.strictEqual(hash, chained(previous, sha256(canonical(envelope))))
            previous = hash
          }
          assert.deepStrictEqual(stored[4]?.data, { n: 5 })
          assert.strictEqual(stored[4]?.at, "2026-11-24T00:00:00.000Z")
          assert.deepStrictEqual(stored[4]?.actor, officer)
        })
      )

      it.effect("MON-2: never lets a source or a commitment fall below zero", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const id = randomUUID()
          const [source, commitment] = [`source:${id}`, `commitment:${id}`]
          const fund = { debit: `appropriation:${id}`, credit: source, amount: 100_00n }
          const commit = { debit: source, credit: commitment, amount: 60_00n }
          const money = stream({ record: "partnership", postings: [fund] })
          yield* events.append(append([money]))
          yield* events.append(append([{ ...money, expectedVersion: 1, events: [event("C")], postings: [commit] }]))
          const pay = (amount: bigint, version: number) =>
            events.append(
              append([
                {
                  ...money,
                  expectedVersion: version,
                  events: [event("Paid")],
                  postings: [{ debit: commitment, credit: `payee:${id}`, amount }]
                }
              ])
            )
          assert.strictEqual((yield* Effect.flip(pay(60_01n, 2)))._tag, "Moved")
          assert.strictEqual(
            (yield* Effect.flip(
              events.append(
                append([
                  {
                    ...money,
                    expectedVersion: 2,
                    events: [event("C")],
                    postings: [{ ...commit, amount: 40_01n }]
                  }
                ])
              )
            ))._tag,
            "Moved"
          )
          yield* pay(60_00n, 2)
          assert.strictEqual((yield* Effect.flip(pay(1n, 3)))._tag, "Moved")
          const rows = yield* sql<{ account: string; balance: bigint }>`SELECT account, balance FROM ledger_balance
            WHERE account LIKE ${`%${id}`} ORDER BY account`
          assert.deepStrictEqual(
            rows.map(({ account, balance }) => [account.split(":")[0], balance]),
            [
              ["appropriation", -100_00n],
              ["commitment", 0n],
              ["payee", 60_00n],
              ["source", 40_00n]
            ]
          )
          const entries = yield* sql<{ n: bigint }>`SELECT sum(amount)::bigint AS n FROM ledger_entry
            WHERE stream = ${money.stream}::uuid`
          assert.strictEqual(entries[0]?.n, 220_00n)
        })
      )

      it.effect("lets nobody change or delete an event or a ledger entry", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          for (const text of [
            "UPDATE event SET type = 'x'",
            "DELETE FROM event",
            "TRUNCATE event",
            "UPDATE ledger_entry SET amount = 1",
            "DELETE FROM ledger_entry"
          ]) {
            const error = yield* Effect.flip(sql.unsafe(text))
            assert.strictEqual(sqlState(error), SqlState.appendOnly)
          }
        })
      )

      it.effect("keeps personal data outside the chain, so that the payload holds only a keyed digest", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const subject = randomUUID()
          const named: NewEvent = {
            ...event("ContactNamed", { role: "director", seats: [{ holder: { subject, name: "สมหญิง ใจดี" } }] }),
            personal: [{ place: "/seats/0/holder", subject }]
          }
          const first = stream({ events: [named], access: openAccess })
          yield* events.append(append([first]))
          const [chained] = yield* sql<{ data: object; personal: ReadonlyArray<ReadonlyArray<string>> }>`SELECT data,
            personal FROM event WHERE id = ${named.id}::uuid`
          assert.deepStrictEqual(chained?.data, { role: "director", seats: [{ holder: { subject } }] })
          assert.deepStrictEqual(chained?.personal[0]?.slice(0, 2), ["/seats/0/holder", subject])
          assert.isTrue(isHash(chained?.personal[0]?.[2] ?? ""))
          const read = yield* events.history("mission", first.stream, { limit: 1 })
          assert.deepStrictEqual(read.data[0]?.data, named.data)
        })
      )
    })
  })
