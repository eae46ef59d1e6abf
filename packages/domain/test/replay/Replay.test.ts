import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Layer, Option, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { bySystem } from "../../src/engine/Context.ts"
import * as DemoMark from "../../src/engine/DemoMark.ts"
import { EventStore, everyRow } from "../../src/engine/EventStore.ts"
import { perform } from "../../src/engine/Perform.ts"
import { Platform } from "../../src/engine/Platform.ts"
import { accountOf, type Person } from "../../src/kernel/Actor.ts"
import type { Fault } from "../../src/kernel/Refusal.ts"
import { outlineOf, type Progress, replay } from "../../src/replay/Replay.ts"
import type { Text } from "../../src/replay/ReplayFile.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

const Numbered = Layer.sync(Platform, () => {
  let n = 1000
  return { newId: () => uuid(++n), digest: (text: string) => text }
})
const World = Layer.mergeAll(layerMemory, DemoMark.layerMemory, Numbered)

const file = (...lines: ReadonlyArray<object>) => lines.map((line) => JSON.stringify(line)).join("\n")

const about = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
const agency = {
  op: "organisations.register",
  id: "agency",
  as: "founder",
  at: "2026-01-05T02:00:00Z",
  input: { name: { th: "กรมตัวอย่าง" }, legalForm: "department", sector: "state", invented: true }
}
const officer = {
  op: "accounts.invite",
  id: "officer",
  as: "founder",
  input: { organisation: "$agency", name: "สมศรี", email: "somsri@example.go.th", roles: ["programme-officer"] }
}
const mission = {
  op: "missions.register",
  id: "mission",
  as: "$officer",
  at: "2026-02-01T03:00:00Z",
  input: about
}
const begin = { op: "missions.begin-review", id: "begin", as: "$officer", on: "$mission", input: {} }
const answer = {
  op: "missions.answer",
  id: "a1",
  as: "$officer",
  on: "$mission",
  input: { question: "REV-1", answer: true, reason: "$begin.data._tag" }
}
const whole = [agency, officer, mission, begin, answer]

const everything = Effect.gen(function* () {
  const store = yield* EventStore
  const rows = []
  for (const record of ["organisation", "account", "mission"]) {
    const { data } = yield* store.list(everyRow(record, 100))
    for (const { id } of data) rows.push(...(yield* store.history(record, id, { limit: 100 })).data)
  }
  return rows.map(({ actor, at, data, type, version }) => ({ actor: accountOf(actor), at, data, type, version }))
})

const missionState = Effect.gen(function* () {
  const store = yield* EventStore
  const { data } = yield* store.list(everyRow("mission", 1))
  return Option.getOrThrow(yield* store.load("mission", data[0]?.id ?? "")).state as {
    readonly answers: ReadonlyArray<{ readonly reason: string }>
    readonly registeredAt: string
  }
})

it.effect("a file sets up an empty store, each line in the name and at the time it states", () =>
  Effect.gen(function* () {
    const progress: Array<Progress> = []
    const result = yield* replay(catalogue, {
      text: file(...whole),
      actor: null,
      onProgress: (step) => Effect.sync(() => void progress.push(step))
    })
    assert.strictEqual(result.done, 5)
    assert.deepStrictEqual(
      progress.map(({ again, done, line, total }) => [line.id, done, total, again]),
      whole.map(({ id }, index) => [id, index + 1, 5, false])
    )
    const state = yield* missionState
    assert.strictEqual(state.registeredAt, "2026-02-01T03:00:00.000Z")
    assert.strictEqual(state.answers[0]?.reason, "UnderReview")
    assert.isTrue(yield* (yield* DemoMark.DemoMark).isDemo)
  }).pipe(Effect.provide(World))
)

it.effect("a second run finds every line done and changes nothing", () =>
  Effect.gen(function* () {
    yield* replay(catalogue, { text: file(...whole), actor: null })
    const before = yield* everything
    const again: Array<boolean> = []
    yield* replay(catalogue, {
      text: file(...whole),
      actor: null,
      onProgress: (step) => Effect.sync(() => void again.push(step.again))
    })
    assert.deepStrictEqual(yield* everything, before)
    assert.deepStrictEqual(again, [true, true, true, true, true])
  }).pipe(Effect.provide(World))
)

it.effect("a run that was killed is continued by running the file again, with the same names", () =>
  Effect.gen(function* () {
    for (let lines = 1; lines <= whole.length; lines++) {
      const reached = yield* Deferred.make<void>()
      const killed = yield* Effect.forkChild(
        replay(catalogue, {
          text: file(...whole),
          actor: null,
          onProgress: ({ done }) =>
            done === lines ? Effect.andThen(Deferred.succeed(reached, undefined), Effect.never) : Effect.void
        })
      )
      yield* Deferred.await(reached)
      yield* Fiber.interrupt(killed)
      assert.strictEqual((yield* everything).length, lines)
    }
    yield* replay(catalogue, { text: file(...whole), actor: null })
    assert.strictEqual((yield* everything).length, 5)
    assert.strictEqual((yield* missionState).answers.length, 1)
  }).pipe(Effect.provide(World))
)

it.effect("lines done stay done when the actor has lost the role for them since", () =>
  Effect.gen(function* () {
    const administrator = {
      ...officer,
      id: "administrator",
      input: { ...officer.input, email: "a@example.go.th", roles: ["agency-administrator"] }
    }
    const demoted = {
      op: "accounts.give-roles",
      id: "demoted",
      as: "$administrator",
      on: "$officer",
      input: { roles: ["auditor"] }
    }
    const text = file(agency, administrator, ...whole.slice(1), demoted)
    yield* replay(catalogue, { text, actor: null })
    const before = yield* everything
    yield* replay(catalogue, { text, actor: null })
    assert.deepStrictEqual(yield* everything, before)
  }).pipe(Effect.provide(World))
)

it.effect("REV-0 it stops at the first refusal, naming line and rule, and keeps what came before", () =>
  Effect.gen(function* () {
    const early = { op: "missions.conclude-review", id: "early", as: "$officer", on: "$mission", input: {} }
    const stopped = yield* Effect.flip(
      replay(catalogue, { text: `${file(agency, officer, mission, begin)}\n\n${file(early, answer)}`, actor: null })
    )
    assert.deepInclude(stopped, { _tag: "ReplayStopped", line: 6, id: "early", operation: "missions.conclude-review" })
    assert.deepInclude(stopped.refusal, { _tag: "ReviewIncomplete", rule: "REV-0" })
    assert.strictEqual((yield* everything).length, 4)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 an edited line does not pass for the one that was done", () =>
  Effect.gen(function* () {
    yield* replay(catalogue, { text: file(agency, officer, mission), actor: null })
    const edited = { ...mission, input: { ...about, purpose: "อื่น" } }
    const stopped = yield* Effect.flip(replay(catalogue, { text: file(agency, officer, edited), actor: null }))
    assert.deepInclude(stopped, { line: 3 })
    assert.strictEqual(stopped.refusal._tag, "KeyReused")
  }).pipe(Effect.provide(World))
)

it.effect("a dry run decides everything and stores nothing", () =>
  Effect.gen(function* () {
    yield* replay(catalogue, { text: file(...whole), actor: null, dryRun: true })
    assert.deepStrictEqual(yield* everything, [])
    assert.isFalse(yield* (yield* DemoMark.DemoMark).isDemo)

    yield* replay(catalogue, { text: file(...whole), actor: null })
    const before = yield* everything
    const more = [
      ...whole,
      { ...answer, id: "a2", input: { question: "REV-2", answer: false } },
      { op: "missions.take-back-answer", id: "back", as: "$officer", on: "$mission" }
    ]
    const tried = yield* replay(catalogue, { text: file(...more), actor: null, dryRun: true })
    assert.strictEqual(tried.done, 7)
    assert.deepStrictEqual(yield* everything, before)

    const twin = { ...officer, id: "twin" }
    const stopped = yield* Effect.flip(replay(catalogue, { text: file(...more, twin), actor: null, dryRun: true }))
    assert.deepInclude(stopped, { line: 8 })
    assert.strictEqual(stopped.refusal._tag, "EmailTaken")
    assert.deepStrictEqual(yield* everything, before)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 a store with real records takes neither as nor at, and acts for the caller instead", () =>
  Effect.gen(function* () {
    yield* replay(catalogue, { text: file(agency, officer), actor: null }).pipe(
      Effect.provideService(DemoMark.DemoMark, { isDemo: Effect.succeed(false), markDemo: Effect.void })
    )
    const before = yield* everything
    const caller: Person = {
      kind: "person",
      account: uuid(7) as Person["account"],
      organisation: uuid(8) as NonNullable<Person["organisation"]>,
      roles: ["programme-officer"]
    }
    const { as: _, at: __, ...own } = mission
    for (const [line, fields] of [
      [{ ...own, as: uuid(1001) }, ["as"]],
      [{ ...own, at: mission.at }, ["at"]],
      [{ ...own, as: "founder", at: mission.at }, ["as", "at"]]
    ] as const) {
      for (const dryRun of [false, true]) {
        const stopped = yield* Effect.flip(
          replay(catalogue, { text: file({ ...own, id: "first" }, line), actor: caller, dryRun })
        )
        assert.deepInclude(stopped, { line: 2 })
        assert.deepInclude(stopped.refusal, { _tag: "ReplayNotPermitted", rule: "SEC-1", facts: { fields } })
      }
    }
    assert.deepStrictEqual(yield* everything, before)
    yield* replay(catalogue, { text: file(own), actor: caller })
    const { actor } = (yield* everything).at(-1) ?? {}
    assert.strictEqual(actor, caller.account)
    const nobody = yield* Effect.flip(replay(catalogue, { text: file({ ...own, id: "other" }), actor: null }))
    assert.strictEqual(nobody.refusal._tag, "NotSignedIn")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 an unknown or locked account acts in no line", () =>
  Effect.gen(function* () {
    const unknown = yield* Effect.flip(
      replay(catalogue, { text: file(agency, { ...mission, as: uuid(999) }), actor: null })
    )
    assert.deepInclude(unknown.refusal, { _tag: "RecordNotFound", field: "/as" })
    yield* replay(catalogue, { text: file(agency, officer), actor: null })
    const administrator: Person = {
      kind: "person",
      account: uuid(7) as Person["account"],
      organisation: null,
      roles: ["agency-administrator"]
    }
    const accounts = yield* (yield* EventStore).list(everyRow("account", 1))
    const account = accounts.data[0]
    yield* perform(catalogue, {
      operation: "accounts.lock",
      id: account?.id ?? "",
      input: { reason: "ลาออก" },
      seen: 1,
      actor: { ...administrator, organisation: account?.owner as NonNullable<Person["organisation"]> }
    })
    const locked = yield* Effect.flip(replay(catalogue, { text: file(agency, officer, mission), actor: null }))
    assert.deepInclude(locked.refusal, { _tag: "AccountNotActive", field: "/as" })
  }).pipe(Effect.provide(World))
)

it.effect("a name of what a result does not have is malformed", () =>
  Effect.gen(function* () {
    for (const reason of ["$mission.data.nothing", "$mission.data.about.title.th.0", "$mission.data.constructor"]) {
      const line = { ...answer, input: { ...answer.input, reason } }
      const stopped = yield* Effect.flip(
        replay(catalogue, { text: file(agency, officer, mission, begin, line), actor: null })
      )
      assert.deepInclude(stopped, { line: 5 })
      assert.strictEqual(stopped.refusal._tag, "InputMalformed")
    }
    const dollars = { ...answer, input: { ...answer.input, reason: "$$mission" } }
    yield* replay(catalogue, { text: file(agency, officer, mission, begin, dollars), actor: null })
    assert.strictEqual((yield* missionState).answers[0]?.reason, "$mission")
  }).pipe(Effect.provide(World))
)

it.effect("records known beforehand can be named", () =>
  Effect.gen(function* () {
    const { id } = yield* perform(catalogue, {
      operation: "organisations.register",
      input: agency.input,
      actor: bySystem("SEC-5")
    })
    yield* (yield* DemoMark.DemoMark).markDemo
    const names = { agency: { record: "organisation", id, version: 1, data: {} } }
    const { done } = yield* replay(catalogue, { text: file(officer, mission), actor: null, names })
    assert.strictEqual(done, 2)
  }).pipe(Effect.provide(World))
)

const refusedAt = async (text: Text) => {
  const read = await Effect.runPromise(Effect.result(outlineOf(text)))
  return Result.isFailure(read) ? { line: read.failure.line, facts: read.failure.refusal.facts } : undefined
}

it("nothing is carried out of a file with a malformed line anywhere in it", async () => {
  const good = file(agency, officer)
  assert.strictEqual((await refusedAt(`${good}\n{"op":`))?.line, 3)
  assert.strictEqual((await refusedAt(`${good}\n${file({ op: "missions.register" })}`))?.line, 3)
  assert.strictEqual((await refusedAt(`${good}\n${file({ ...mission, colour: "red" })}`))?.line, 3)
  assert.strictEqual((await refusedAt(`${good}\n${file({ ...mission, id: "a.b" })}`))?.line, 3)
  assert.strictEqual((await refusedAt(`${good}\n${file({ ...mission, at: "2569-01-01" })}`))?.line, 3)
  assert.strictEqual((await refusedAt(`${good}\n[]`))?.line, 3)
})

it("SEC-2 what is wrong with a line is said in Thai too", async () => {
  for (const line of ['{"op":1', "[]", '{"op":"","id":"a b","seen":"q","on":1,"at":"x","more":1}']) {
    const problems = (await refusedAt(line))?.facts["problems"] as ReadonlyArray<Fault>
    assert.isNotEmpty(problems)
    for (const { en, th } of problems) assert.match(th, /[\u0e00-\u0e7f]/, en)
  }
})

it("a line may not take the id of an earlier one, nor name a later one", async () => {
  assert.strictEqual((await refusedAt(file(agency, agency)))?.line, 2)
  assert.deepStrictEqual(await refusedAt(file(agency, mission, officer)), {
    line: 2,
    facts: {
      problems: [
        {
          pointer: "",
          th: '"$officer" ไม่ได้อ้างถึงบรรทัดก่อนหน้าใด',
          en: '"$officer" names no earlier line'
        }
      ]
    }
  })
  assert.isUndefined(await refusedAt(`\uFEFF${file(agency)}\r\n\r\n${file(officer)}\r\n`))
})
