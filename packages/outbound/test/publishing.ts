import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { EventStore, type StatedAppend, type StreamAppend } from "@phakhi/domain/engine/EventStore"
import { AccountId, accessOf, OrganisationId, type Person } from "@phakhi/domain/kernel/Actor"
import { eventsOf, topicOf } from "@phakhi/domain/rendering/Topics"
import * as EventStoreLayer from "@phakhi/store/EventStore"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { Webhooks } from "../src/Webhooks.ts"
import { drain, verified } from "./Connected.ts"
import { receiver } from "./Receiver.ts"
import type { TestStore } from "./Stores.ts"

const at = "2026-11-21T03:00:00.000Z"

/** A mission of an owner, whose events name somebody. */
const mission = (owner: string, change: Partial<StatedAppend> = {}): StatedAppend => ({
  record: "mission",
  stream: randomUUID(),
  expectedVersion: 0,
  events: ["MissionRegistered", "ReviewBegun"].map((type) => ({
    id: randomUUID(),
    type,
    schemaVersion: 1,
    data: { name: "สมหญิง" }
  })),
  state: { name: "สมหญิง" },
  access: accessOf({ owner: OrganisationId.make(owner) }),
  row: { title: { th: "บ้านพักผู้สูงอายุ" }, status: "Registered", columns: {}, keys: {}, search: "", searchFurther: "" },
  postings: [],
  ...change
})

const append = (streams: ReadonlyArray<StreamAppend>) =>
  Effect.flatMap(EventStore, (store) => {
    const actor: Person = {
      kind: "person",
      account: AccountId.make(randomUUID()),
      organisation: null,
      roles: ["programme-officer"]
    }
    return store.append([{ at, actor, cause: { operation: "missions.register" }, streams, outbox: [] }])
  })

const endpointOf = Effect.fnUntraced(function* (owner: string, topics: ReadonlyArray<string> = ["*"]) {
  const { endpoints } = yield* Webhooks
  return yield* endpoints.create(owner, { name: "ระบบสารบรรณ", url: "http://127.0.0.1:1/nobody", topics })
})

interface Written {
  readonly key: string
  readonly payload: { readonly owner: string; readonly topic: string; readonly data: object }
}

const written = (owner: string) =>
  Effect.flatMap(
    SqlClient.SqlClient,
    (sql) => sql<Written>`SELECT key, payload FROM outbox WHERE topic = 'webhook' AND owner = ${owner}::uuid ORDER BY n`
  )

export const contract = (name: string, store: TestStore) =>
  describe(`What happens to records on ${name}`, () => {
    layer(EventStoreLayer.layer.pipe(Layer.provideMerge(store)), { excludeTestServices: true })((it) => {
      it.effect("SEC-7 is told to their owner with the append itself, in order, and names nobody", () =>
        Effect.gen(function* () {
          const owner = randomUUID()
          yield* endpointOf(owner)
          const changed = mission(owner)
          yield* append([changed])
          const data = { record: "mission", id: changed.stream, operation: "missions.register", at }
          assert.deepStrictEqual(
            (yield* written(owner)).map(({ key, payload }) => ({ key, payload })),
            [
              ["mission.registered", "MissionRegistered"],
              ["mission.review-begun", "ReviewBegun"]
            ].map(([topic = "", event], index) => ({
              key: `webhooks of ${owner}`,
              payload: { owner, topic, data: { ...data, event, version: index + 1 } }
            }))
          )
        })
      )

      it.effect("is told to nobody where the append is not carried out", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const owner = randomUUID()
          yield* endpointOf(owner)
          const moved = [mission(owner), mission(owner, { expectedVersion: 7 })]
          assert.strictEqual((yield* Effect.flip(append(moved)))._tag, "Moved")
          const rolledBack = Effect.andThen(append([mission(owner)]), Effect.fail("rolled back" as const))
          yield* Effect.flip(sql.withTransaction(rolledBack))
          assert.deepStrictEqual(yield* written(owner), [])
        })
      )

      it.effect("is written for nobody who does not listen: another's endpoint, a disabled one, no owner", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const { endpoints } = yield* Webhooks
          const [owner, silent] = [randomUUID(), randomUUID()]
          yield* endpointOf(owner)
          const { id } = yield* endpointOf(silent)
          yield* endpoints.disable(silent, id)
          const before = yield* sql`SELECT 1 FROM outbox WHERE topic = 'webhook'`
          yield* append([mission(silent), mission(randomUUID()), mission(owner, { access: accessOf({}) })])
          assert.strictEqual((yield* sql`SELECT 1 FROM outbox WHERE topic = 'webhook'`).length, before.length)
        })
      )

      it.effect("arrives at endpoints that want the topic, its kind of record, or everything", () =>
        Effect.gen(function* () {
          const { endpoints } = yield* Webhooks
          const owner = randomUUID()
          const wanting = (topics: ReadonlyArray<string>) =>
            Effect.gen(function* () {
              const there = yield* receiver()
              const { secret } = yield* endpoints.create(owner, { name: topics.join(), url: there.url, topics })
              return { there, secret }
            })
          const all = yield* Effect.forEach([["mission.registered"], ["mission.*"], ["*"], ["partnership.*"]], wanting)
          yield* append([mission(owner)])
          yield* drain
          assert.deepStrictEqual(
            all.map(({ secret, there }) =>
              there.arrived.map((arrived) => (verified(secret, arrived) as { readonly type: string }).type)
            ),
            [
              ["mission.registered"],
              ["mission.registered", "mission.review-begun"],
              ["mission.registered", "mission.review-begun"],
              []
            ]
          )
        }).pipe(Effect.scoped)
      )

      it.effect("is called the same where it is written and where it is described", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const events = catalogue.readers.flatMap(({ type: { name } }) =>
            eventsOf(catalogue, name).map((event) => [name, event] as const)
          )
          assert.isAbove(events.length, 50)
          for (const [record, event] of events) {
            const [row] = yield* sql<{ topic: string }>`SELECT phakhi_webhook_topic(${record}, ${event}) AS topic`
            assert.strictEqual(row?.topic, topicOf(record, event))
          }
        })
      )
    })
  })
