import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { amend, evaluate, journey, pay, plan, report } from "../journeys/Journey.ts"
import { act, invite, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership

/** A process of the agency that accepts from this score on. */
const accepting = (officer: Person, value: number) =>
  Effect.map(
    act(officer, "processes.adapt", {
      overlay: {
        title: { th: "เกณฑ์ของหน่วยงาน" },
        model: "contracting",
        edits: [{ _tag: "SetThreshold", name: "acceptance-score", value }],
        waivers: []
      }
    }),
    ({ id }) => id
  )

const [first, second] = plan.indicators
const easier = { ...second, levels: ["90", "85", "80", "75", "70"].map((value) => ({ value })) }
const easy = { ...plan, indicators: [first, easier], reason: "ผลไม่ถึงเป้า" }
const otherWork = { ...plan, activities: [{ ...plan.activities[0], ownerRole: "ให้ความรู้" }], reason: "ปรับบทบาท" }

it.effect("PBC-7 what a round is held against stays as it was when its money was paid, whoever asks", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const process = yield* accepting(people.officer, 1)
    const adapt = act(people.officer, "partnerships.adapt", { process }, id)
    const revise = (to: object) => act(people.officer, "plans.revise", to, id)
    yield* adapt
    yield* pay(people, id, 1, "600000.00")
    const begun = { _tag: "RoundBegun", rule: "PBC-7", facts: { step: "PBC-6.1" } }
    const confirm = act(people.signatory, "partnerships.confirm-process", {}, id)
    for (const late of [adapt, confirm, revise(easy), revise({ ...plan, unreported: "exclude", reason: "ลดงาน" })])
      assert.deepInclude(yield* Effect.flip(late), begun)
    const { funding } = stateOf(yield* revise(otherWork))
    const reversed = { disbursement: funding.disbursements[0]?.id, reason: "โอนผิดบัญชี" }
    yield* act(people.executive, "disbursements.reverse", reversed, id)
    assert.deepInclude(yield* Effect.flip(revise(easy)), begun)
    yield* pay(people, id, 1, "600000.00")
    yield* report(people, id, "1000.00")
    yield* evaluate(people, id, true)
    assert.deepInclude(yield* Effect.flip(revise(easy)), { _tag: "MeasuresAgreed", rule: "ACT-8" })
    const remeasured = stateOf(yield* amend(people, id, { indicators: easy.indicators }))
    assert.strictEqual(remeasured.plan?.version, 3)
    assert.strictEqual(remeasured.plan?.agreed?.by, people.signatory.account)
    yield* pay(people, id, 2, "400000.00")
    assert.deepInclude(yield* Effect.flip(revise({ ...plan, reason: "กลับไปใช้เดิม" })), {
      ...begun,
      facts: { step: "PBC-8" }
    })
  }).pipe(Effect.provide(World))
)

it.effect("PRO-1, ACT-8 once one side has signed, the process changes as both sides agree", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const process = yield* accepting(people.officer, 4)
    const adapt = act(people.officer, "partnerships.adapt", { process }, id)
    const proposed = stateOf(yield* adapt)
    assert.isUndefined(proposed.course.overlay)
    assert.strictEqual(proposed.proposedProcess?.overlay?.id, process)
    for (const one of [people.officer, people.executive, people.editor])
      assert.strictEqual((yield* Effect.flip(act(one, "partnerships.confirm-process", {}, id)))._tag, "NotPermitted")
    const declined = stateOf(yield* act(people.signatory, "partnerships.decline-process", { reason: "สูงเกินไป" }, id))
    assert.isUndefined(declined.proposedProcess)
    const nothing = yield* Effect.flip(act(people.signatory, "partnerships.confirm-process", {}, id))
    assert.strictEqual(nothing._tag, "NoProcessProposed")
    yield* adapt
    const agreed = stateOf(yield* act(people.signatory, "partnerships.confirm-process", {}, id))
    assert.strictEqual(agreed.course.overlay?.id, process)
    assert.isUndefined(agreed.proposedProcess)
  }).pipe(Effect.provide(World))
)

it.effect("PRO-1 before anyone has signed, the owner adapts the process by itself", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "drafted")
    const process = yield* accepting(people.officer, 4)
    const adapted = stateOf(yield* act(people.officer, "partnerships.adapt", { process }, id))
    assert.strictEqual(adapted.course.overlay?.id, process)
    yield* act(people.executive, "agreements.sign", {}, id)
    const back = stateOf(yield* act(people.officer, "partnerships.adapt", {}, id))
    assert.strictEqual(back.course.overlay?.id, process)
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 a score that nothing can reach on the plan's scale is not set", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const process = yield* accepting(people.officer, 60)
    const refused = yield* Effect.flip(act(people.officer, "partnerships.adapt", { process }, id))
    assert.deepInclude(refused, {
      _tag: "ThresholdUnreachable",
      rule: "PBC-7",
      facts: { threshold: "60", highest: "5.0000" }
    })
    const within = yield* accepting(people.officer, 5)
    yield* act(people.officer, "partnerships.adapt", { process: within }, id)
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 nor is a plan adopted on whose scale nothing reaches the score that was set", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "drafted")
    const process = yield* accepting(people.officer, 60)
    yield* act(people.officer, "partnerships.adapt", { process }, id)
    yield* act(people.executive, "agreements.sign", {}, id)
    yield* act(people.signatory, "agreements.sign", {}, id)
    yield* act(people.officer, "agreements.announce", { where: "เว็บไซต์", reference: "1/2570" }, id)
    const facts = { inside: "แจ้งแล้ว", stakeholders: "แจ้งแล้ว", twoWay: "รับความเห็นกลับ" }
    yield* act(people.officer, "steps.complete", { step: "COL-5c", facts }, id)
    yield* act(people.editor, "steps.complete", { step: "COL-5c", facts: {} }, id)
    yield* act(people.executive, "committees.waive", { reason: "งานเล็ก" }, id)
    const refused = yield* Effect.flip(act(people.officer, "plans.adopt", plan, id))
    assert.deepInclude(refused, { _tag: "ThresholdUnreachable", field: "/indicators" })
    const points = ["98.72", "98.84", "98.90"].map((value) => ({ value }))
    const anchored = [{ ...first, weight: 10_000, shape: "Anchors", levels: points, target: "98.84" }]
    yield* act(people.officer, "plans.adopt", { ...plan, indicators: anchored }, id)
  }).pipe(Effect.provide(World))
)

const lowered = ({ officer }: { readonly officer: Person }, id: string) =>
  Effect.gen(function* () {
    const process = yield* accepting(officer, 1)
    return yield* act(officer, "partnerships.adapt", { process }, id)
  })

it.effect("COL-5b, ACT-8 another process is confirmed by someone with a mandate for the agreement's value", () =>
  Effect.gen(function* () {
    const { partnership: id, people, recipient } = yield* journey("contracting", "before-money")
    yield* lowered(people, id)
    const other = yield* invite(recipient, "partner-signatory", "other")
    const confirm = act(other, "partnerships.confirm-process", {}, id)
    assert.strictEqual((yield* Effect.flip(confirm))._tag, "MandateMissing")
    yield* act(people.signatory, "partnerships.confirm-process", {}, id)
  }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-8 a process that was proposed waits thirty days, and no longer than the terms that it was proposed under",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      yield* lowered(people, id)
      const confirm = (at?: string) => act(people.signatory, "partnerships.confirm-process", {}, id, at)
      assert.strictEqual((yield* Effect.flip(confirm("2026-12-02T17:00:00.000Z")))._tag, "NoProcessProposed")
      yield* amend(people, id, { objectives: "ขยายพื้นที่" })
      assert.strictEqual((yield* Effect.flip(confirm()))._tag, "NoProcessProposed")
      yield* lowered(people, id)
      yield* confirm()
    }).pipe(Effect.provide(World))
)
