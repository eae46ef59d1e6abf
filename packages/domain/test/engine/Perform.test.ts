import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { perform } from "../../src/engine/Perform.ts"
import { Platform } from "../../src/engine/Platform.ts"
import { AccountId, OrganisationId, type Person } from "../../src/kernel/Actor.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

const Numbered = Layer.sync(Platform, () => {
  let n = 1000
  return { newId: () => uuid(++n), digest: (text: string) => text }
})
const World = Layer.merge(layerMemory, Numbered)

const officer: Person = {
  kind: "person",
  account: AccountId.make(uuid(1)),
  organisation: OrganisationId.make(uuid(2)),
  roles: ["programme-officer"]
}
const stranger: Person = { ...officer, account: AccountId.make(uuid(3)), organisation: OrganisationId.make(uuid(4)) }
const input = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
const register = { operation: "missions.register", input, actor: officer }

it.effect("SEC-1 a foreign record answers as an unknown one", () =>
  Effect.gen(function* () {
    const mission = yield* perform(catalogue, register)
    const foreign = yield* Effect.flip(
      ask(catalogue, { operation: "missions.get", id: mission.id, input: {}, actor: stranger })
    )
    assert.strictEqual(foreign._tag, "RecordNotFound")
    const command = yield* Effect.flip(
      perform(catalogue, { operation: "missions.begin-review", id: mission.id, input: {}, actor: stranger, seen: 1 })
    )
    assert.deepStrictEqual(command, foreign)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 a change states the version it has seen", () =>
  Effect.gen(function* () {
    const { id } = yield* perform(catalogue, register)
    const begin = { operation: "missions.begin-review", id, input: {}, actor: officer }
    assert.strictEqual((yield* Effect.flip(perform(catalogue, begin)))._tag, "VersionMissing")
    assert.strictEqual((yield* Effect.flip(perform(catalogue, { ...begin, seen: 7 })))._tag, "VersionStale")
    const begun = yield* perform(catalogue, { ...begin, seen: 1 })
    assert.strictEqual(begun.version, 2)
    assert.isTrue(begun.actions.some(({ allowed, operation }) => operation === "missions.answer" && allowed))
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 unknown fields are refused, naming the field", () =>
  Effect.gen(function* () {
    const refused = yield* Effect.flip(perform(catalogue, { ...register, input: { ...input, colour: "red" } }))
    assert.strictEqual(refused._tag, "InputMalformed")
    assert.strictEqual(refused.field, "/colour")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 the same key carries a command out once and answers the same", () =>
  Effect.gen(function* () {
    const first = yield* perform(catalogue, { ...register, key: "k1" })
    const second = yield* perform(catalogue, { ...register, key: "k1" })
    assert.deepStrictEqual(second, first)
    const other = yield* Effect.flip(perform(catalogue, { ...register, input: { ...input, routine: true }, key: "k1" }))
    assert.strictEqual(other._tag, "KeyReused")
    const listed = yield* ask(catalogue, { operation: "missions.list", input: {}, actor: officer })
    assert.strictEqual((listed as { total: number }).total, 1)
  }).pipe(Effect.provide(World))
)

it.effect("REV-1…REV-6 the review leads to a verdict, and REV-10 to a way on", () =>
  Effect.gen(function* () {
    const { id } = yield* perform(catalogue, register)
    const step = (operation: string, input: object) =>
      perform(catalogue, { operation, id, input, actor: officer, seen: "latest" })
    yield* step("missions.begin-review", {})
    const early = yield* Effect.flip(step("missions.conclude-review", {}))
    assert.strictEqual(early._tag, "ReviewIncomplete")
    for (const [question, answer] of [
      ["REV-1", true],
      ["REV-2", false],
      ["REV-3", true],
      ["REV-4", false],
      ["REV-5", false],
      ["REV-6", false]
    ] as const) {
      yield* step("missions.answer", { question, answer })
    }
    yield* step("missions.conclude-review", {})
    const open = yield* step("missions.choose-way", { way: "partnership", reason: "ขาดบุคลากร" })
    assert.strictEqual((open.data as { verdict: string }).verdict, "study-contracting-out")
  }).pipe(Effect.provide(World))
)
