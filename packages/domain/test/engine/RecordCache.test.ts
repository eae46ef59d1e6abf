import { assert, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { RecordCache } from "../../src/engine/RecordCache.ts"
import { missionRecord } from "../../src/missions/Mission.ts"
import { layerDryRun } from "../../src/replay/DryRun.ts"
import { act, organisation, people, World } from "../journeys/World.ts"

const mission = Effect.gen(function* () {
  const { officer } = yield* people(yield* organisation("กรมสมมติ", "state", "department"))
  const input = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
  const { id } = yield* act(officer, "missions.register", input)
  return { id, officer, opened: Effect.map(load(missionRecord as never, id), Option.getOrThrow) }
})

it.effect("a record that is opened again in the same version is the one that is kept", () =>
  Effect.gen(function* () {
    const { id, officer, opened } = yield* mission
    const before = yield* opened
    assert.strictEqual(yield* opened, before)
    yield* act(officer, "missions.begin-review", {}, id)
    assert.strictEqual((yield* opened).version, 2)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 what a dry run has made of a record is never answered as what the store holds", () =>
  Effect.gen(function* () {
    const { id, officer, opened } = yield* mission
    const tried = yield* Effect.provide(act(officer, "missions.begin-review", {}, id), layerDryRun(catalogue))
    assert.strictEqual(tried.version, 2)
    assert.strictEqual((yield* RecordCache).find("mission", id)?.version, 1)
    assert.strictEqual((yield* opened).version, 1)
  }).pipe(Effect.provide(World))
)

it.effect("keeps the newest version, and no more than three hundred records", () =>
  Effect.gen(function* () {
    const { id, officer, opened } = yield* mission
    const before = yield* opened
    yield* act(officer, "missions.begin-review", {}, id)
    const cache = yield* RecordCache
    cache.keep(before)
    assert.strictEqual(cache.find("mission", id)?.version, 2)
    for (let n = 0; n < 300; n++) cache.keep({ ...before, id: String(n) })
    assert.isUndefined(cache.find("mission", id))
    assert.isDefined(cache.find("mission", "0"))
  }).pipe(Effect.provide(World))
)
