import { assert, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { bangkokDay, type Instant } from "../../src/kernel/ThaiDate.ts"
import * as Money from "../../src/partnerships/decisions/money.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, type Model, pay, plan } from "../journeys/Journey.ts"
import { act, baht, text, World } from "../journeys/World.ts"

const now = "2026-11-02T03:00:00.000Z" as Instant
const moment = { now, today: bangkokDay(now) }
const open = (id: string) => stateAt(partnershipRecord as never, id, 1_000_000)

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const reason = "อยู่ในสัญญาแล้ว"

it.effect("COL-6a the committee is waived by an executive, not passed over by an officer", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced")
    const refused = yield* Effect.flip(act(people.officer, "steps.skip", { step: "COL-6a", reason }, id))
    assert.deepInclude(refused, { _tag: "StepDoneByAct", rule: "COL-6a" })
    const shown = yield* act(people.executive, "committees.waive", { reason }, id)
    const offered = shown.actions.filter(({ operation }) => operation === "steps.skip")
    assert.isTrue(offered.every(({ target }) => target?.value !== "COL-6a"))
  }).pipe(Effect.provide(World))
)

const paymentOf = (amount: string) => ({ tranche: 1, amount: baht(amount) })

/** Money is committed and its tranches are agreed; only the plan is missing. */
const fundedWithoutPlan = (model: Model) =>
  Effect.gen(function* () {
    const shown = yield* journey(model, "announced")
    const { partnership: id, people } = shown
    yield* act(people.executive, "committees.waive", { reason }, id)
    yield* act(people.officer, "steps.skip", { step: "COL-6b", reason }, id)
    const terms = { kind: "state-budget", title: text("งบประมาณ"), fiscalYear: 2570, amount: baht("5000000.00") }
    const { id: source } = yield* act(people.finance, "sources.register", terms)
    yield* act(people.finance, "funding.commit", { source, amount: baht("1000000.00") }, id)
    return { ...shown, id }
  })

it.effect.each([
  { model: "contracting", amounts: ["600000.00", "400000.00"] },
  { model: "grant", amounts: ["1000000.00"] }
] as const)("ACT-8, PBC-U nothing is paid by $model while the plan was passed over", ({ amounts, model }) =>
  Effect.gen(function* () {
    const { id, people } = yield* fundedWithoutPlan(model)
    const refused = yield* Effect.flip(act(people.finance, "disbursements.prepare", paymentOf(amounts[0]), id))
    assert.deepInclude(refused, { _tag: "PlanMissing", rule: "ACT-8" })
    const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), yield* open(id), moment)
    assert.isFalse(
      tasks.some(({ operation }) => operation === "disbursements.prepare"),
      "nobody is asked to pay"
    )
    yield* act(people.officer, "plans.adopt", plan, id)
    assert.strictEqual(
      (yield* Effect.flip(act(people.finance, "disbursements.prepare", paymentOf(amounts[0]), id)))._tag,
      "PlanNotAgreed"
    )
    yield* act(people.signatory, "plans.agree", {}, id)
    yield* pay(people, id, 1, amounts[0])
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 what was prepared in earlier times without a plan is not approved without one", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    yield* act(people.finance, "disbursements.prepare", paymentOf("1000.00"), id)
    const { plan: _, ...unplanned } = yield* Effect.map(open(id), (state) => state as Partnership)
    const [prepared] = unplanned.funding.disbursements
    const { executive } = people
    const context = { actor: executive, now, today: moment.today, newId: () => "—" }
    const refused = Money.approve(unplanned, prepared?.id ?? "—", { recipient: undefined, sources: [] }, context)
    assert.deepInclude(Result.isFailure(refused) && refused.failure, { _tag: "PlanMissing" })
  }).pipe(Effect.provide(World))
)

it.effect("COL-8 a plan that was passed over is adopted later, since payments and evaluations need one", () =>
  Effect.gen(function* () {
    const { id, people } = yield* fundedWithoutPlan("contracting")
    const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), yield* open(id), moment)
    const [asked] = tasks.filter(({ operation }) => operation === "plans.adopt")
    assert.isTrue(asked !== undefined && waitsFor(asked, people.officer), "ACT-1: no duty is nobody's")
    const adopted = stateOf(yield* act(people.officer, "plans.adopt", plan, id))
    assert.strictEqual(adopted.plan?.version, 1)
    assert.strictEqual(adopted.course.steps["COL-6b"]?.status, "skipped")
    const again = yield* Effect.flip(act(people.officer, "plans.adopt", plan, id))
    assert.strictEqual(again._tag, "StepAlreadyDone")
  }).pipe(Effect.provide(World))
)
