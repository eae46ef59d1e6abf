import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { trancheIsMissing } from "../../src/partnerships/decisions/tranches.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { statusOf } from "../../src/processes/Course.ts"
import { composedOf } from "../../src/processes/CourseState.ts"
import {
  amend,
  bringing,
  evaluate,
  journey,
  type Model,
  moneyless,
  moneyOf,
  pay,
  plan,
  report
} from "../journeys/Journey.ts"
import { act, baht, text, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership

const moneySteps = { grant: ["GRA-3"], contracting: ["PBC-5", "PBC-7.1"], commissioning: ["COM-3-money"] } as const

const budget = { kind: "state-budget", title: text("งบประมาณ"), fiscalYear: 2570, amount: baht("5000000.00") }
const other = {
  ...plan,
  indicators: plan.indicators.map((one) => ({ ...one, weight: 5000 }))
}

const statuses = ({ course }: Partnership, steps: ReadonlyArray<string>) =>
  steps.map((step) => statusOf(composedOf(course), course, step))

for (const model of ["grant", "contracting", "commissioning"] as const satisfies ReadonlyArray<Model>) {
  it.effect(
    `MOD-3 ${model}: an MOU without money goes to a closed account of nothing, and no money step is asked of anybody`,
    () =>
      Effect.gen(function* () {
        const { closed } = yield* journey(model, "closed", { withoutMoney: true })
        const partnership = stateOf(closed)
        const steps = ["COL-7c", ...moneySteps[model]]
        assert.deepStrictEqual(
          statuses(partnership, steps),
          steps.map(() => "skipped")
        )
        assert.strictEqual(partnership.standing._tag, "Closed")
        assert.deepInclude(partnership.funding, { commitments: [], tranches: [], disbursements: [] })
        assert.isUndefined(partnership.agreement?.terms.value)
        assert.isTrue(partnership.evaluations.every(({ status }) => status === "accepted"))
      }).pipe(Effect.provide(World))
  )
}

it.effect("MON-2 nothing is committed, paid or rescheduled under an agreement without money", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money", { withoutMoney: true })
    const { id: source } = yield* act(people.finance, "sources.register", budget)
    const refused = (operation: string, input: object, by = people.finance) =>
      Effect.map(Effect.flip(act(by, operation, input, id)), ({ _tag }) => _tag)
    const amount = baht("1.00")
    assert.strictEqual(yield* refused("funding.commit", { source, amount }), "AgreementWithoutMoney")
    assert.strictEqual(yield* refused("disbursements.prepare", { tranche: 1, amount }), "AgreementWithoutMoney")
    const amendment = { objectives: "ให้เด็กได้รับบริการ", conditions: [], reason: "ตกลงร่วมกัน" }
    const rescheduling = { ...amendment, tranches: [{ amount }] }
    assert.strictEqual(yield* refused("agreements.propose-amendment", rescheduling, people.officer), "ValueMissing")
  }).pipe(Effect.provide(World))
)

it.effect("PBC-U money that is written into a draft has a value, and is as in any other", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "drafted")
    const { sla, tranches, unitCosts, value } = moneyOf("contracting")
    const refused = (part: object) =>
      Effect.map(
        Effect.flip(act(people.officer, "agreements.draft", { ...moneyless, ...part }, id)),
        ({ _tag, rule }) => `${_tag} ${rule}`
      )
    assert.strictEqual(yield* refused({ unitCosts }), "ValueMissing PBC-U")
    assert.strictEqual(yield* refused({ tranches }), "ValueMissing PBC-U")
    const guarantee = { income: baht("1.00"), volume: "สิบราย" }
    assert.strictEqual(yield* refused({ guarantee }), "ValueMissing PBC-U")
    assert.strictEqual(yield* refused({ value }), "UnitCostMissing PBC-U")
    assert.strictEqual(yield* refused({ value, unitCosts }), "SlaReasonMissing PBC-S2a")
    assert.strictEqual(yield* refused({ value, unitCosts, sla }), "TranchesDoNotMatch MON-3")
    yield* act(people.officer, "agreements.draft", moneyless, id)
    yield* act(people.officer, "agreements.draft", { ...moneyless, unitCosts, value, tranches, sla }, id)
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 both mandates bring money in by an amendment, and from then on it is paid like any other", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money", { withoutMoney: true })
    const brought = bringing("contracting")
    assert.strictEqual((yield* Effect.flip(amend(people, id, { money: brought.money })))._tag, "TranchesDoNotMatch")
    const unitCosts = [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 300, unitCost: baht("10000.00") }]
    const unexplained = { value: baht("1000000.00"), unitCosts: brought.money.unitCosts }
    assert.deepInclude(yield* Effect.flip(amend(people, id, { ...brought, money: unexplained })), {
      _tag: "SlaReasonMissing",
      field: "/money/sla"
    })
    const beyond = {
      money: { ...brought.money, value: baht("3000000.00"), unitCosts },
      tranches: [{ amount: baht("1000000.00") }, { amount: baht("2000000.00") }]
    }
    assert.strictEqual((yield* Effect.flip(amend(people, id, beyond)))._tag, "MandateLimitExceeded")
    const { agreement } = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    const found = agreement?._tag === "InForce" ? agreement.amendments?.at(-1)?.id : undefined
    const { signatory } = people
    yield* act(signatory, "agreements.decline-amendment", { amendment: found, reason: "เกินอำนาจ" }, id)

    const amended = stateOf(yield* amend(people, id, brought))
    const steps = ["COL-7c", "PBC-5", "PBC-6.1", "PBC-7.1"]
    assert.deepStrictEqual(statuses(amended, steps), ["open", "waiting", "waiting", "waiting"])
    assert.lengthOf(amended.funding.tranches, 2)
    assert.strictEqual((yield* Effect.flip(amend(people, id, brought)))._tag, "ValueAgreed")
    const { id: source } = yield* act(people.finance, "sources.register", budget)
    yield* act(people.finance, "funding.commit", { source, amount: baht("1000000.00") }, id)
    yield* pay(people, id, 1, "600000.00")
    const second = { tranche: 2, amount: baht("1.00") }
    const early = yield* Effect.flip(act(people.finance, "disbursements.prepare", second, id))
    assert.strictEqual(early._tag, "EvaluationNotAccepted")
    yield* report(people, id, "500000.00")
    yield* evaluate(people, id, true)
    yield* pay(people, id, 2, "400000.00")
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 no payment rests on an evaluation of work without money", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money", { withoutMoney: true })
    yield* report(people, id, "0.00")
    yield* evaluate(people, id, true)
    assert.deepInclude(yield* Effect.flip(amend(people, id, bringing("contracting"))), {
      _tag: "EvaluatedWithoutMoney",
      facts: { step: "PBC-6.1" }
    })
  }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-8 work without money is evaluated once the recipient has agreed to its indicators, and by these alone",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "announced", { withoutMoney: true })
      yield* act(people.executive, "committees.waive", { reason: "โครงการเล็ก" }, id)
      yield* act(people.officer, "plans.adopt", plan, id)
      const results = { results: [] }
      assert.strictEqual(
        (yield* Effect.flip(act(people.editor, "evaluations.self-assess", results, id)))._tag,
        "PlanNotAgreed"
      )
      yield* act(people.officer, "plans.revise", { ...other, reason: "ปรับตามที่หารือ" }, id)
      yield* act(people.signatory, "plans.agree", {}, id)
      const { indicators } = plan
      assert.strictEqual((yield* Effect.flip(amend(people, id, { indicators })))._tag, "RoundBegun")
    }).pipe(Effect.provide(World))
)

it.effect("PRO-1 a process that pays in more steps asks for no tranche where no money is given", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced", { withoutMoney: true })
    const edits = [{ _tag: "SetRounds", count: 2 }]
    const overlay = { title: text("สองรอบ"), model: "contracting", edits, waivers: [] }
    const { id: process } = yield* act(people.officer, "processes.adapt", { overlay })
    yield* act(people.officer, "partnerships.adapt", { process }, id)
    const moved = stateOf(yield* act(people.signatory, "partnerships.confirm-process", {}, id))
    assert.deepStrictEqual(statuses(moved, ["COL-7c", "PBC-5", "PBC-7.1", "PBC-7.2"]), Array(4).fill("skipped"))
    assert.isFalse(trancheIsMissing(moved))
  }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-8 an agreement without money is suspended, resumed and terminated as any other, and its accounts closed",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money", { withoutMoney: true })
      const reason = "ตกลงร่วมกัน"
      yield* act(people.executive, "agreements.suspend", { reason }, id)
      yield* act(people.executive, "agreements.resume", { reason }, id)
      const ended = stateOf(yield* act(people.executive, "agreements.terminate", { reason }, id))
      assert.deepStrictEqual(statuses(ended, ["COL-7c", "MON-6a"]), ["skipped", "open"])
      yield* act(people.finance, "closings.reconcile", { spent: baht("0.00") }, id)
    }).pipe(Effect.provide(World))
)
