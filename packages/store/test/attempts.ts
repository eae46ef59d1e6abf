import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { Deferred, Effect, Exit, Layer, Logger, Scope } from "effect"
import { SqlClient } from "effect/sql"
import * as Outbox from "../src/Outbox.ts"
import { attempt, start } from "../src/Worker.ts"
import { answering, claim, empty, finished, later, message, one, waiting } from "./Messages.ts"
import type { TestStore } from "./Stores.ts"

export const contract = (name: string, store: TestStore) =>
  describe(`The worker on ${name}`, () => {
    const quiet = Layer.merge(store, Logger.layer([]))

    layer(quiet, { excludeTestServices: true })((it) => {
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

      it.effect("SEC-3 keeps of a long reason its beginning, and no part of an address", () =>
        Effect.gen(function* () {
          yield* empty
          const kept = (reason: string) =>
            Effect.gen(function* () {
              const taken = yield* one()
              yield* Outbox.giveUp(taken, reason)
              const { data } = yield* Outbox.listFailed({ limit: 1 })
              return data[0]?.reason ?? ""
            })
          const began = Date.now()
          assert.strictEqual(yield* kept(`SMTP: ${"x".repeat(400_000)}`), "SMTP: …")
          assert.isBelow(Date.now() - began, 5000)
          const cutWithin = yield* kept(`${"no ".repeat(160)}somebody.with.a.long.name@example.go.th is unknown`)
          assert.notInclude(cutWithin, "some")
          assert.isAtMost(cutWithin.length, 500)
          assert.strictEqual(yield* kept("550 <somebody@example.go.th>: unknown"), "550 <…@…>: unknown")
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
    })

    layer(quiet, { excludeTestServices: true })("while it runs", (it) => {
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
