import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Deferred, Effect, Exit, Layer, Logger, Scope } from "effect"
import { SqlClient } from "effect/sql"
import * as Outbox from "../src/Outbox.ts"
import { attempt, start } from "../src/Worker.ts"
import { append, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const claim = Outbox.claim({ limit: 10, leaseSeconds: 30 })
const numbers = (taken: ReadonlyArray<Outbox.Outgoing>) => taken.map(({ payload }) => payload["n"])
const message = (topic: string, n: number, more: { readonly key?: string; readonly due?: string } = {}) => ({
  topic,
  payload: { n },
  ...more
})

/** Time passes for every message that waits. */
const later = (interval: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.asVoid(sql`UPDATE outbox SET due = due - ${interval}::interval WHERE done_at IS NULL AND failed_at IS NULL`)
  )

const waiting = (id: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(
      sql<{ seconds: number; reason: string | null; tries: number }>`SELECT tries, last_error AS reason,
        round(extract(epoch FROM due - now()))::int AS seconds FROM outbox WHERE id = ${id}::uuid`,
      (rows) => rows[0]
    )
  )

const finished = (id: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(
      sql<{ done: boolean; failed: boolean }>`SELECT done_at IS NOT NULL AS done, failed_at IS NOT NULL AS failed
        FROM outbox WHERE id = ${id}::uuid`,
      (rows) => rows[0]
    )
  )

const empty = Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.asVoid(sql`DELETE FROM outbox`))

const one = (topic = "t") =>
  Effect.gen(function* () {
    const id = randomUUID()
    yield* Outbox.enqueue([{ ...message(topic, 1), id }])
    const [taken] = yield* claim
    assert.strictEqual(taken?.id, id)
    return taken as Outbox.Outgoing
  })

const answering = (answer: Effect.Effect<void, Outbox.Retry | Outbox.Permanent>) => ({
  senders: { t: { deliver: () => answer } }
})

export const contract = (name: string, store: TestStore) =>
  describe(`The outbox on ${name}`, () => {
    const quiet = Layer.merge(store, Logger.layer([]))

    layer(quiet, { excludeTestServices: true })((it) => {
      it.effect("hands out what an append wrote with its events, oldest first, and once", () =>
        Effect.gen(function* () {
          yield* empty
          const events = yield* EventStore
          yield* events.append(append([stream()], { outbox: [message("t", 1), message("t", 2)] }))
          yield* events.append(append([stream()], { outbox: [message("t", 3)] }))
          assert.deepStrictEqual(numbers(yield* claim).toSorted(), [1, 2, 3])
          assert.deepStrictEqual(yield* claim, [])
        })
      )

      it.effect("holds nothing of an append that was refused or of a transaction that was rolled back", () =>
        Effect.gen(function* () {
          yield* empty
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const moved = stream({ expectedVersion: 7 })
          yield* Effect.flip(events.append(append([moved], { outbox: [message("t", 1)] })))
          yield* Effect.exit(
            sql.withTransaction(Effect.andThen(Outbox.enqueue([message("t", 2)]), Effect.fail("rolled back")))
          )
          assert.deepStrictEqual(yield* claim, [])
        })
      )

      it.effect("writes a message with an id of its own once, however often it is asked for", () =>
        Effect.gen(function* () {
          yield* empty
          const again = { ...message("t", 1), id: randomUUID() }
          yield* Outbox.enqueue([again, again])
          yield* Outbox.enqueue([again])
          assert.deepStrictEqual(numbers(yield* claim), [1])
        })
      )

      it.effect("keeps a message back until it is due", () =>
        Effect.gen(function* () {
          yield* empty
          const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
          yield* Outbox.enqueue([message("t", 1, { due: tomorrow })])
          assert.deepStrictEqual(yield* claim, [])
          yield* later("25 hours")
          assert.deepStrictEqual(numbers(yield* claim), [1])
        })
      )

      it.effect("sends again what a process had taken when it died, after its lease, counting the try", () =>
        Effect.gen(function* () {
          yield* empty
          yield* one()
          yield* later("29 seconds")
          assert.deepStrictEqual(yield* claim, [])
          yield* later("1 second")
          assert.deepStrictEqual(
            (yield* claim).map(({ tries }) => tries),
            [2]
          )
        })
      )

      it.effect("of one key sends the next only when the one before is done or given up", () =>
        Effect.gen(function* () {
          yield* empty
          const keyed = (n: number) => message("t", n, { key: "endpoint" })
          yield* Outbox.enqueue([keyed(1), keyed(2), keyed(3), message("t", 9, { key: "another" })])
          const [first, other] = yield* claim
          assert.deepStrictEqual(numbers([first, other].filter((taken) => taken !== undefined)).toSorted(), [1, 9])
          assert.deepStrictEqual(yield* claim, [])
          const head = first?.payload["n"] === 1 ? first : other
          yield* Outbox.postpone(head as Outbox.Outgoing, new Outbox.Retry({ reason: "no answer" }))
          assert.deepStrictEqual(yield* claim, [])
          yield* later("1 second")
          const [again] = yield* claim
          yield* Outbox.markDone(again as Outbox.Outgoing)
          const [second] = yield* claim
          assert.strictEqual(second?.payload["n"], 2)
          yield* Outbox.giveUp(second as Outbox.Outgoing, "no such address")
          assert.deepStrictEqual(numbers(yield* claim), [3])
        })
      )

      it.effect("of one key a message for another day holds nobody up", () =>
        Effect.gen(function* () {
          yield* empty
          const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
          yield* Outbox.enqueue([message("t", 1, { key: "k", due: tomorrow }), message("t", 2, { key: "k" })])
          assert.deepStrictEqual(numbers(yield* claim), [2])
        })
      )

      it.effect("waits twice as long after every failed try, and not less than the receiver asked for", () =>
        Effect.gen(function* () {
          yield* empty
          const taken = yield* one()
          const fail = (more: { readonly afterSeconds?: number }) =>
            answering(Effect.fail(new Outbox.Retry({ reason: "no answer", ...more })))
          yield* attempt(taken, fail({}))
          assert.deepStrictEqual(yield* waiting(taken.id), { seconds: 1, reason: "no answer", tries: 1 })
          for (const [tries, seconds] of [
            [2, 2],
            [3, 4]
          ] as const) {
            yield* later("1 hour")
            const [again] = yield* claim
            yield* attempt(again as Outbox.Outgoing, fail({}))
            assert.deepStrictEqual(yield* waiting(taken.id), { seconds, reason: "no answer", tries })
          }
          yield* later("1 hour")
          const [asked] = yield* claim
          yield* attempt(asked as Outbox.Outgoing, fail({ afterSeconds: 120 }))
          assert.strictEqual((yield* waiting(taken.id))?.seconds, 120)
        })
      )

      it.effect(
        "gives up at once what can never be sent, shows it to administrators, and sends it again on demand",
        () =>
          Effect.gen(function* () {
            yield* empty
            const taken = yield* one()
            const given: Array<string> = []
            yield* attempt(taken, {
              senders: {
                t: {
                  deliver: () => Effect.fail(new Outbox.Permanent({ reason: "no such mailbox" })),
                  givenUp: ({ id }, reason) => Effect.sync(() => void given.push(`${id} ${reason}`))
                }
              }
            })
            assert.deepStrictEqual(given, [`${taken.id} no such mailbox`])
            const { data, next, total } = yield* Outbox.listFailed({ limit: 10 })
            assert.deepStrictEqual([total, next], [1, null])
            assert.deepStrictEqual(
              data.map(({ id, reason, topic, tries }) => ({ id, reason, topic, tries })),
              [{ id: taken.id, reason: "no such mailbox", topic: "t", tries: 1 }]
            )
            yield* later("10 days")
            assert.deepStrictEqual(yield* claim, [])

            assert.isTrue(yield* Outbox.sendAgain(taken.id))
            assert.isFalse(yield* Outbox.sendAgain(taken.id))
            const [again] = yield* claim
            assert.deepStrictEqual([again?.id, again?.tries], [taken.id, 1])
            yield* attempt(again as Outbox.Outgoing, answering(Effect.void))
            assert.deepStrictEqual(yield* finished(taken.id), { done: true, failed: false })
            assert.strictEqual((yield* Outbox.listFailed({ limit: 10 })).total, 0)
          })
      )

      it.effect("pages through what was given up, newest first", () =>
        Effect.gen(function* () {
          yield* empty
          yield* Outbox.enqueue([1, 2, 3, 4, 5].map((n) => message("t", n)))
          const order: Array<string> = []
          for (const taken of (yield* claim).toSorted((a, b) => Number(a.payload["n"]) - Number(b.payload["n"]))) {
            order.unshift(taken.id)
            yield* Outbox.giveUp(taken, "no")
          }
          const first = yield* Outbox.listFailed({ limit: 3 })
          const rest = yield* Outbox.listFailed({ limit: 3, before: first.next ?? "" })
          assert.deepStrictEqual(
            [...first.data, ...rest.data].map(({ id }) => id),
            order
          )
          assert.deepStrictEqual([first.data.length, rest.next, rest.total], [3, null, 5])
        })
      )

      it.effect("gives up after the last try, also when the process died in it", () =>
        Effect.gen(function* () {
          yield* empty
          const sql = yield* SqlClient.SqlClient
          const taken = yield* one()
          const retry = answering(Effect.fail(new Outbox.Retry({ reason: "no answer" })))
          yield* sql`UPDATE outbox SET tries = ${Outbox.maxTries - 1}, due = now()`
          const [last] = yield* claim
          yield* attempt(last as Outbox.Outgoing, retry)
          assert.deepStrictEqual(yield* finished(taken.id), { done: false, failed: true })

          yield* Outbox.sendAgain(taken.id)
          yield* sql`UPDATE outbox SET tries = ${Outbox.maxTries}, due = now()`
          const [beyond] = yield* claim
          yield* attempt(beyond as Outbox.Outgoing, answering(Effect.die("must not be sent once more")))
          assert.deepStrictEqual(yield* finished(taken.id), { done: false, failed: true })
        })
      )

      it.effect("shows a message whose topic nobody sends as failed, and does not drop it", () =>
        Effect.gen(function* () {
          yield* empty
          const taken = yield* one("toString")
          yield* attempt(taken, answering(Effect.void))
          const [failed] = (yield* Outbox.listFailed({ limit: 1 })).data
          assert.deepStrictEqual([failed?.id, failed?.topic], [taken.id, "toString"])
          assert.include(failed?.reason ?? "", "nobody sends")
        })
      )

      it.effect("tries again after a sender that broke or that took too long", () =>
        Effect.gen(function* () {
          yield* empty
          const taken = yield* one()
          yield* attempt(taken, answering(Effect.die(new Error("a mistake"))))
          assert.deepStrictEqual(yield* finished(taken.id), { done: false, failed: false })
          assert.include((yield* waiting(taken.id))?.reason ?? "", "internal error")
          yield* later("1 hour")
          const [again] = yield* claim
          yield* attempt(again as Outbox.Outgoing, { ...answering(Effect.never), sendSeconds: 0 })
          assert.include((yield* waiting(taken.id))?.reason ?? "", "no answer within")
        })
      )

      it.effect("whoever was away for longer than the lease has no say about a message any more", () =>
        Effect.gen(function* () {
          yield* empty
          const away = yield* one()
          yield* later("30 seconds")
          const [taken] = yield* claim
          yield* Outbox.giveUp(away, "too late")
          yield* Outbox.postpone(away, new Outbox.Retry({ reason: "too late" }))
          assert.deepStrictEqual(yield* waiting(away.id), { seconds: 30, reason: null, tries: 2 })
          yield* Outbox.markDone(taken as Outbox.Outgoing)
          yield* Outbox.postpone(away, new Outbox.Retry({ reason: "too late" }))
          assert.deepStrictEqual(yield* finished(away.id), { done: true, failed: false })
        })
      )

      it.effect("forgets what was sent a week ago, and nothing else", () =>
        Effect.gen(function* () {
          yield* empty
          const sql = yield* SqlClient.SqlClient
          yield* Outbox.enqueue([message("t", 1), message("t", 2), message("t", 3)])
          yield* sql`UPDATE outbox SET done_at = now() - interval '8 days' WHERE payload->>'n' = '1'`
          yield* sql`UPDATE outbox SET done_at = now() - interval '6 days' WHERE payload->>'n' = '2'`
          yield* sql`UPDATE outbox SET failed_at = now() - interval '8 days', last_error = 'x' WHERE payload->>'n' = '3'`
          yield* Outbox.forgetSent
          const left = yield* sql<{ n: string }>`SELECT payload->>'n' AS n FROM outbox ORDER BY n`
          assert.deepStrictEqual(
            left.map(({ n }) => n),
            ["2", "3"]
          )
        })
      )
    })

    layer(quiet, { excludeTestServices: true })("with a worker", (it) => {
      const idle = { act: () => Effect.void, pollMillis: 5 }

      it.effect("sends what is written while it runs, and lets a slow receiver hold up nobody else", () =>
        Effect.gen(function* () {
          const slow = yield* Deferred.make<void>()
          const quick = yield* Deferred.make<void>()
          const both = yield* Deferred.make<void>()
          yield* Effect.scoped(
            Effect.gen(function* () {
              yield* start({
                ...idle,
                senders: {
                  slow: { deliver: () => Effect.andThen(Deferred.await(slow), Deferred.succeed(both, undefined)) },
                  quick: { deliver: () => Deferred.succeed(quick, undefined) }
                }
              })
              yield* Outbox.enqueue([message("slow", 1)])
              yield* Outbox.enqueue([message("quick", 1)])
              yield* Deferred.await(quick)
              yield* Deferred.succeed(slow, undefined)
              yield* Deferred.await(both)
            })
          )
          const sql = yield* SqlClient.SqlClient
          const left = yield* sql`SELECT 1 FROM outbox WHERE done_at IS NULL`
          assert.strictEqual(left.length, 0)
        })
      )

      it.effect("when its scope closes finishes what is being sent, and takes nothing new", () =>
        Effect.gen(function* () {
          const id = randomUUID()
          const begun = yield* Deferred.make<void>()
          const mayEnd = yield* Deferred.make<void>()
          const scope = yield* Scope.make()
          const worker = yield* start({
            ...idle,
            senders: {
              t: { deliver: () => Effect.andThen(Deferred.succeed(begun, undefined), Deferred.await(mayEnd)) }
            }
          }).pipe(Scope.provide(scope))
          yield* Outbox.enqueue([{ ...message("t", 1), id }])
          yield* Deferred.await(begun)
          worker.stop()
          const next = randomUUID()
          yield* Outbox.enqueue([{ ...message("t", 2), id: next }])
          yield* Deferred.succeed(mayEnd, undefined)
          yield* Scope.close(scope, Exit.void)
          assert.deepStrictEqual(yield* finished(id), { done: true, failed: false })
          assert.deepStrictEqual(yield* finished(next), { done: false, failed: false })
          yield* empty
        })
      )

      it.effect("goes on after the database or the clock failed", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          yield* sql`DELETE FROM tick`
          let failing = 3
          const recovered = yield* Deferred.make<void>()
          yield* Effect.scoped(
            Effect.gen(function* () {
              yield* start({
                senders: {},
                pollMillis: 5,
                act: () =>
                  Effect.suspend(() => {
                    failing -= 1
                    if (failing === 1) return Effect.die(new Error("a mistake"))
                    return failing > 0 ? Effect.fail("not yet") : Deferred.succeed(recovered, undefined)
                  })
              })
              yield* Deferred.await(recovered)
            })
          )
          assert.strictEqual(failing, 0)
        })
      )
    })
  })
