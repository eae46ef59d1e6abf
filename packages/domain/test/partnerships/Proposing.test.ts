import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { type Actor, OrganisationId } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { factsOf, openMission } from "../journeys/Journey.ts"
import { act, organisation, partnerPeople, people as peopleOf, text, World } from "../journeys/World.ts"

const answers = {
  nature: "service",
  timeFrame: "continuing",
  resources: "owner-budget",
  wish: "paid-by-results",
  readiness: "high",
  relation: "established",
  model: "contracting"
}

/** A call with three candidates, open for proposals. */
const called = (way: "call" | "persuasion" = "call") =>
  Effect.gen(function* () {
    const agency = yield* organisation("กรมสมมติ", "state", "department")
    const people = yield* peopleOf(agency)
    const mission = yield* openMission(people.officer)
    const { id } = yield* act(people.officer, "partnerships.start", { mission, title: text("ความร่วมมือ") })
    const justified = way === "call" ? {} : { justification: "มีรายเดียวในพื้นที่" }
    yield* act(people.officer, "models.choose", { ...answers, way, ...justified }, id)
    yield* act(people.officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }, id)
    const candidate = (name: string) =>
      Effect.gen(function* () {
        const organisationId = OrganisationId.make(yield* organisation(name, "civil-society", "foundation"))
        yield* act(people.officer, "partners.name", { organisation: organisationId, as: "candidate" }, id)
        return { id: organisationId, ...(yield* partnerPeople(organisationId)) }
      })
    const [first, second, third] = [
      yield* candidate("มูลนิธิหนึ่ง"),
      yield* candidate("มูลนิธิสอง"),
      yield* candidate("มูลนิธิสาม")
    ]
    if (way === "call") yield* act(people.officer, "steps.complete", { step: "PBC-1", facts: factsOf("PBC-1") }, id)
    const propose = (by: typeof first, step: string, facts: object = factsOf(step)) =>
      act(by.editor, "steps.complete", { step, facts }, id)
    const select = (chosen: { readonly id: string }) =>
      act(people.officer, "partners.select", { organisation: chosen.id, justification: "คะแนนสูงสุด" }, id)
    return { id, people, first, second, third, propose, select }
  })

it.effect("PBC-4 only one of those who proposed is selected, and each of the candidates can propose", () =>
  Effect.gen(function* () {
    const { first, id, propose, second, select, third } = yield* called()
    yield* propose(first, "PBC-2")
    yield* propose(first, "PBC-3")
    yield* propose(second, "PBC-2", { proposal: "ข้อเสนอที่ดีกว่า" })
    for (const [chosen, missing] of [
      [second, ["PBC-3"]],
      [third, ["PBC-2", "PBC-3"]]
    ] as const)
      assert.deepInclude(yield* Effect.flip(select(chosen)), {
        _tag: "NothingProposed",
        rule: "PBC-4",
        field: "/organisation",
        facts: { organisation: chosen.id, missing }
      })
    yield* propose(second, "PBC-3")
    const again = yield* Effect.flip(propose(second, "PBC-2"))
    assert.deepInclude(again, { _tag: "StepAlreadyDone", facts: { step: "PBC-2" } })
    const early = yield* Effect.flip(propose(third, "PBC-3"))
    assert.deepInclude(early, { _tag: "StepNotOpen", facts: { step: "PBC-3", waitsFor: ["PBC-2"] } })
    const incomplete = yield* Effect.flip(propose(third, "PBC-2", {}))
    assert.strictEqual(incomplete._tag, "StepFactsMissing")
    yield* select(second)
    const late = yield* Effect.flip(propose(third, "PBC-2"))
    assert.strictEqual(late._tag, "RecordNotFound")
    const state = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    assert.strictEqual(state.recipient, second.id)
    assert.deepStrictEqual<unknown>(
      state.proposals?.map(({ organisation, step }) => [organisation, step]),
      [
        [first.id, "PBC-2"],
        [first.id, "PBC-3"],
        [second.id, "PBC-2"],
        [second.id, "PBC-3"]
      ]
    )
  }).pipe(Effect.provide(World))
)

it.effect("PBC-2 a candidate sees its own proposal, and what it can still propose", () =>
  Effect.gen(function* () {
    const { first, id, propose, second } = yield* called()
    yield* propose(first, "PBC-2", { proposal: "ความลับของมูลนิธิหนึ่ง" })
    const seen = yield* propose(second, "PBC-2", { proposal: "ข้อเสนอของมูลนิธิสอง" })
    assert.notInclude(JSON.stringify(seen.data), "ความลับของมูลนิธิหนึ่ง")
    assert.include(JSON.stringify(seen.data), "ข้อเสนอของมูลนิธิสอง")
    const open = seen.actions.filter(({ operation, target }) => operation === "steps.complete" && target !== undefined)
    assert.deepStrictEqual(
      open.map(({ allowed, target }) => [target?.value, allowed]),
      [["PBC-3", true]],
      `what it has proposed is not asked for again ${id}`
    )
  }).pipe(Effect.provide(World))
)

it.effect("PBC-2, SEC-1 whoever is selected learns nothing of what the others proposed, nor from the history", () =>
  Effect.gen(function* () {
    const { first, id, people, propose, second, select } = yield* called()
    const secret = "ความลับของมูลนิธิหนึ่ง"
    yield* propose(first, "PBC-2", { proposal: secret })
    yield* propose(first, "PBC-3")
    for (const step of ["PBC-2", "PBC-3"]) yield* propose(second, step)
    yield* select(second)
    const seen = (operation: string, actor: Actor) =>
      Effect.map(ask(catalogue, { operation, input: {}, id, actor }), (answer) => JSON.stringify(answer))
    for (const operation of ["partnerships.get", "partnerships.history"]) {
      assert.notInclude(yield* seen(operation, second.editor), secret)
      assert.include(yield* seen(operation, people.officer), secret)
    }
  }).pipe(Effect.provide(World))
)

it.effect("COL-9b a candidate is persuaded without a call, and proposes nothing", () =>
  Effect.gen(function* () {
    const { second, select } = yield* called("persuasion")
    yield* select(second)
  }).pipe(Effect.provide(World))
)
