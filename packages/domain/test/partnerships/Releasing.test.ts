import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { amend, evaluate, journey, pay, report, support } from "../journeys/Journey.ts"
import { act, baht, invite, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const preparedIn = (view: { readonly data: unknown }) =>
  stateOf(view).funding.disbursements.find(({ _tag }) => _tag === "Prepared")?.id
const prepare = (finance: Person, id: string, tranche: number, amount: string) =>
  Effect.map(act(finance, "disbursements.prepare", { tranche, amount: baht(amount) }, id), preparedIn)
/** An amendment that asks for other tranches; answers its id. */
const propose = (proposer: Person, id: string, ...amounts: ReadonlyArray<string>) =>
  Effect.map(
    act(
      proposer,
      "agreements.propose-amendment",
      {
        objectives: "ให้เด็กได้รับบริการ",
        conditions: [],
        tranches: amounts.map((amount) => ({ amount: baht(amount) })),
        reason: "ปรับงวดเงิน"
      },
      id
    ),
    (view) => {
      const { agreement } = stateOf(view)
      return (agreement?._tag === "InForce" ? agreement.amendments?.at(-1)?.id : undefined) ?? "—"
    }
  )
const reschedule = (people: Parameters<typeof amend>[0], id: string, ...amounts: ReadonlyArray<string>) =>
  amend(people, id, { tranches: amounts.map((amount) => ({ amount: baht(amount) })) })
const amountsOf = (view: { readonly data: unknown }) =>
  (view.data as { funding: { tranches: ReadonlyArray<{ amount: { amount: string } }> } }).funding.tranches.map(
    ({ amount }) => amount.amount
  )

/** An evaluation between the tranches, submitted by both methods, not yet accepted. */
const evaluated = Effect.gen(function* () {
  const shown = yield* journey("contracting", "after-first-tranche")
  const { partnership: id, people } = shown
  const reported = stateOf(yield* report(people, id, "1000.00"))
  const results = (reported.plan?.indicators ?? []).map(({ id: indicator }, index) => ({
    indicator,
    value: index === 0 ? "95" : "33"
  }))
  const finding = { results, findings: "ดี", siteVisit: "2026-11-01" }
  yield* act(people.evaluator, "evaluations.submit", { method: "internal", ...finding }, id)
  const submitted = yield* act(people.outsider, "evaluations.submit", { method: "external", ...finding }, id)
  return { ...shown, id, people, finding, evaluation: stateOf(submitted).evaluations.at(-1)?.id }
})

it.effect("SEP-1 whoever accepted the evaluation approves no part of the tranche that rests on it", () =>
  Effect.gen(function* () {
    const { evaluation, id, people } = yield* evaluated
    const second = yield* invite(people.executive.organisation as never, "executive", "second")
    yield* act(people.executive, "evaluations.accept", { evaluation, deductions: [] }, id)
    const first = yield* prepare(people.finance, id, 2, "1000.00")
    yield* act(second, "disbursements.approve", { disbursement: first }, id)
    const rest = yield* prepare(people.finance, id, 2, "399000.00")
    const refused = yield* Effect.flip(act(people.executive, "disbursements.approve", { disbursement: rest }, id))
    assert.deepInclude(refused, { _tag: "SeparationOfDuties", facts: { step: "PBC-7.1", other: "PBC-6.1" } })
    yield* act(second, "disbursements.approve", { disbursement: rest }, id)
  }).pipe(Effect.provide(World))
)

it.effect(
  "PBC-7 a tranche that has been paid from is not raised at the cost of one that waits for its evaluation",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const refused = yield* Effect.flip(propose(people.officer, id, "999999.99", "0.01"))
      assert.deepInclude(refused, { _tag: "TrancheRaised", rule: "PBC-7a", field: "/tranches/0/amount" })
      yield* reschedule(people, id, "600000.00", "400000.00")
    }).pipe(Effect.provide(World))
)

it.effect(
  "PBC-7 a tranche whose payment was reversed is not raised, and paid again without the evaluation before the rest",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const [paid] = stateOf(yield* reschedule(people, id, "600000.00", "400000.00")).funding.disbursements
      const second = yield* invite(people.executive.organisation as never, "finance", "second-finance")
      yield* act(second, "disbursements.reverse", { disbursement: paid?.id, reason: "จ่ายผิดบัญชี" }, id)
      const refused = yield* Effect.flip(propose(people.officer, id, "999999.99", "0.01"))
      assert.deepInclude(refused, { _tag: "TrancheRaised", field: "/tranches/0/amount" })
    }).pipe(Effect.provide(World))
)

it.effect("MON-2 the same amount of a tranche is asked about once more, unless it is said to be another", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const pays = (more: object = {}) =>
      act(people.finance, "disbursements.prepare", { tranche: 1, amount: baht("1000.00"), ...more }, id)
    yield* pays()
    const refused = yield* Effect.flip(pays())
    assert.deepInclude(refused, { _tag: "PaymentRepeated", kind: "conflict", field: "/again" })
    const [first] = stateOf(yield* pays({ again: true })).funding.disbursements
    yield* act(people.executive, "disbursements.reject", { disbursement: first?.id, reason: "ไม่ครบเอกสาร" }, id)
    assert.strictEqual((yield* Effect.flip(pays()))._tag, "PaymentRepeated")
  }).pipe(Effect.provide(World))
)

it.effect("MON-3 tranches are agreed anew by both sides, as long as nothing was paid from those that grow", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    yield* reschedule(people, id, "700000.00", "300000.00")
    yield* pay(people, id, 1, "500000.00")
    assert.deepStrictEqual(amountsOf(yield* reschedule(people, id, "500000.00", "500000.00")), [
      "500000.00",
      "500000.00"
    ])
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7, ACT-8 the signed tranches are what is paid, until both sides have signed other ones", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const amendment = yield* propose(people.officer, id, "999999.99", "0.01")
    const half = yield* act(people.executive, "agreements.sign-amendment", { amendment }, id)
    assert.deepStrictEqual(amountsOf(half), ["600000.00", "400000.00"])
    assert.strictEqual((yield* Effect.flip(prepare(people.finance, id, 1, "600000.01")))._tag, "TrancheExceeded")
    const both = yield* act(people.signatory, "agreements.sign-amendment", { amendment }, id)
    assert.deepStrictEqual(amountsOf(both), ["999999.99", "0.01"])
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 tranches that were paid from between proposal and signature are not raised by the signature", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const amendment = yield* propose(people.officer, id, "999999.99", "0.01")
    yield* act(people.executive, "agreements.sign-amendment", { amendment }, id)
    yield* pay(people, id, 1, "600000.00")
    const late = yield* Effect.flip(act(people.signatory, "agreements.sign-amendment", { amendment }, id))
    assert.deepInclude(late, { _tag: "TrancheRaised", rule: "PBC-7a" })
  }).pipe(Effect.provide(World))
)

it.effect.each([
  [["1000000.00"], "TranchesDoNotMatch"],
  [["600000.00", "300000.00", "100000.00"], "TranchesDoNotMatch"],
  [["600000.00", "399999.99"], "TranchesDoNotSum"],
  [undefined, "TranchesDoNotMatch"]
] as const)("PBC-7, MON-3 no agreement is drafted whose tranches are not those of its process: %s", ([amounts, tag]) =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "drafted")
    const tranches = amounts?.map((amount) => ({ amount: baht(amount) }))
    const terms = {
      instrument: "performance-contract",
      binding: true,
      objectives: "ให้เด็กได้รับบริการ",
      conditions: [],
      period: { from: "2026-11-01", to: "2027-10-31" },
      value: baht("1000000.00"),
      unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 100, unitCost: baht("10000.00") }],
      sla: "ตอบรับภายใน 3 วัน",
      ...(tranches === undefined ? {} : { tranches })
    }
    assert.deepInclude(yield* Effect.flip(act(people.officer, "agreements.draft", terms, id)), {
      _tag: tag,
      rule: "MON-3",
      field: "/tranches"
    })
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 nobody signs for tranches that the process, changed after the draft, does not pay", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "drafted")
    const edits = [{ _tag: "SetRounds", count: 3 }]
    const overlay = { title: { th: "สามรอบ" }, model: "contracting", edits, waivers: [] }
    const { id: process } = yield* act(people.officer, "processes.adapt", { overlay })
    yield* act(people.officer, "partnerships.adapt", { process }, id)
    const refused = yield* Effect.flip(act(people.executive, "agreements.sign", {}, id))
    assert.deepInclude(refused, { _tag: "TranchesDoNotMatch", facts: { given: 2, needed: 4 } })
    assert.notProperty(refused, "field")
  }).pipe(Effect.provide(World))
)

it.effect(
  "PBC-7, ACT-8 three signed rounds are not cut to one and paid on it, unless both sides sign what is paid then",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      const rounds = (count: number) =>
        Effect.gen(function* () {
          const edits = [{ _tag: "SetRounds", count }]
          const overlay = { title: { th: `${count} รอบ` }, model: "contracting", edits, waivers: [] }
          const { id: process } = yield* act(people.officer, "processes.adapt", { overlay })
          yield* act(people.officer, "partnerships.adapt", { process }, id)
          return yield* act(people.signatory, "partnerships.confirm-process", {}, id)
        })
      const more = yield* rounds(3)
      assert.deepStrictEqual(amountsOf(more), ["600000.00", "400000.00"])
      const parts = ["250000.00", "250000.00", "250000.00", "250000.00"] as const
      assert.strictEqual(
        (yield* Effect.flip(propose(people.officer, id, "600000.00", "400000.00")))._tag,
        "TranchesDoNotMatch"
      )
      yield* reschedule(people, id, ...parts)
      yield* rounds(1)
      yield* pay(people, id, 1, "250000.00")
      const raised = yield* Effect.flip(propose(people.officer, id, "750000.00", "250000.00"))
      assert.deepInclude(raised, { _tag: "TrancheRaised", rule: "PBC-7a" })
    }).pipe(Effect.provide(World))
)

it.effect("PRO-1 what was prepared is not paid past a step that an agency has put before it since", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const disbursement = yield* prepare(people.finance, id, 1, "1000.00")
    const step = {
      id: "AG-1",
      rule: "PRO-1",
      label: { th: "ตรวจเอกสารก่อนจ่าย" },
      lane: "owner",
      within: "COL-7",
      after: ["COL-7c"],
      completion: { by: "record", facts: [] },
      skip: "never"
    }
    const edits = [{ _tag: "AddStep", step, before: ["PBC-5"] }]
    const overlay = { title: { th: "ตรวจก่อนจ่าย" }, model: "contracting", edits, waivers: [] }
    const process = yield* act(people.officer, "processes.adapt", { overlay })
    yield* act(people.officer, "partnerships.adapt", { process: process.id }, id)
    yield* act(people.signatory, "partnerships.confirm-process", {}, id)
    const refused = yield* Effect.flip(act(people.executive, "disbursements.approve", { disbursement }, id))
    assert.deepInclude(refused, { _tag: "StepNotOpen", facts: { step: "PBC-5", waitsFor: ["AG-1"] } })
    yield* act(people.officer, "steps.complete", { step: "AG-1", facts: {} }, id)
    yield* act(people.executive, "disbursements.approve", { disbursement }, id)
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 a process gains no rounds while the last of them is evaluated", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    yield* report(people, id, "1000.00")
    yield* evaluate(people, id, true)
    const edits = [{ _tag: "SetRounds", count: 2 }]
    const overlay = { title: { th: "สองรอบ" }, model: "contracting", edits, waivers: [] }
    const { id: process } = yield* act(people.officer, "processes.adapt", { overlay })
    const adapt = act(people.officer, "partnerships.adapt", { process }, id)
    yield* adapt
    yield* pay(people, id, 2, "400000.00")
    for (const late of [adapt, act(people.signatory, "partnerships.confirm-process", {}, id)])
      assert.deepInclude(yield* Effect.flip(late), { _tag: "RoundBegun", facts: { step: "PBC-8" } })
  }).pipe(Effect.provide(World))
)

it.effect("MON-3 every evaluation rests on a report since the one before it, however many were made earlier", () =>
  Effect.gen(function* () {
    const { evaluation, finding, id, people } = yield* evaluated
    yield* report(people, id, "1000.00", false, "2026-11-02")
    yield* act(people.officer, "evaluations.accept", { evaluation, deductions: [] }, id, "2026-11-03T03:00:00.000Z")
    yield* pay(people, id, 2, "400000.00")
    const submit = act(
      people.evaluator,
      "evaluations.submit",
      { method: "internal", ...finding },
      id,
      "2026-11-05T03:00:00.000Z"
    )
    assert.deepInclude(yield* Effect.flip(submit), { _tag: "ReportMissing", facts: { step: "PBC-8" } })
    const later = { period: { from: "2026-11-03", to: "2026-11-03" }, narrative: "ต่อมา", results: [] }
    const expenditure = [{ activity: "จัดบริการ", spent: baht("1.00") }]
    yield* act(people.editor, "reports.submit", { ...later, expenditure }, id, "2026-11-04T03:00:00.000Z")
    yield* submit
  }).pipe(Effect.provide(World))
)

it.effect("PBC-6a a site visit counts from its day in Bangkok on, not before", () =>
  Effect.gen(function* () {
    const { evaluation, finding, id, people } = yield* evaluated
    yield* act(people.officer, "evaluations.return", { evaluation, reason: "ลงพื้นที่อีกครั้ง" }, id)
    const visited = (at: string) =>
      act(people.evaluator, "evaluations.submit", { method: "internal", ...finding, siteVisit: "2026-11-10" }, id, at)
    const early = yield* Effect.flip(visited("2026-11-09T16:59:59.999Z"))
    assert.deepInclude(early, { _tag: "SiteVisitAhead", rule: "PBC-6a", field: "/siteVisit" })
    yield* visited("2026-11-09T17:00:00.000Z")
  }).pipe(Effect.provide(World))
)

it.effect("ACT-6 a supporter's people do not evaluate from outside; those of a named evaluator do", () =>
  Effect.gen(function* () {
    const { evaluation, finding, id, people, watcher } = yield* evaluated.pipe(
      Effect.map((shown) => ({ ...shown, watcher: shown.people.outsider.organisation }))
    )
    assert.isNotNull(watcher)
    yield* act(people.officer, "evaluations.return", { evaluation, reason: "ขอผู้ประเมินอีกราย" }, id)
    const supporter = yield* act(people.administrator, "organisations.register", {
      name: { th: "เครือข่ายสมมติ" },
      sector: "civil-society",
      legalForm: "association"
    })
    yield* support(people, id, supporter.id)
    const friend = yield* invite(supporter.id as never, "evaluator")
    const submit = act(friend, "evaluations.submit", { method: "external", ...finding }, id)
    const assigned = { account: friend.account, duty: "evaluator", from: "2026-11-02" }
    const assign = act(people.officer, "assignments.assign", assigned, id)
    assert.strictEqual((yield* Effect.flip(submit))._tag, "NotPermitted")
    assert.strictEqual((yield* Effect.flip(assign))._tag, "NotAssignable")
    yield* act(people.officer, "partners.name", { organisation: supporter.id, as: "external-evaluator" }, id)
    yield* assign
    yield* submit
  }).pipe(Effect.provide(World))
)

it.effect(
  "PBC-7 on a scale of 0 to 100 an evaluation is accepted from the base on, unless the agency has set a score",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      const indicator = {
        name: { th: "ระยะเวลาให้บริการ" },
        unit: { th: "ร้อยละ" },
        weight: 10_000,
        shape: "Anchors",
        levels: ["98.72", "98.84", "98.90"].map((value) => ({ value })),
        belowBase: "pro-rata",
        target: "98.84"
      }
      const revised = stateOf(yield* amend(people, id, { indicators: [indicator] }))
      yield* pay(people, id, 1, "600000.00")
      yield* report(people, id, "1000.00")
      const submit = (value: string) =>
        Effect.gen(function* () {
          const results = [{ indicator: revised.plan?.indicators[0]?.id, value }]
          const finding = { results, findings: "ดี", siteVisit: "2026-11-01" }
          yield* act(people.evaluator, "evaluations.submit", { method: "internal", ...finding }, id)
          const shown = yield* act(people.outsider, "evaluations.submit", { method: "external", ...finding }, id)
          return stateOf(shown).evaluations.at(-1)?.id
        })
      const low = yield* submit("90")
      const refused = yield* Effect.flip(
        act(people.officer, "evaluations.accept", { evaluation: low, deductions: [] }, id)
      )
      assert.deepInclude(refused, { _tag: "ScoreBelowThreshold", facts: { score: "45.5835", threshold: "50" } })
      yield* act(people.officer, "evaluations.return", { evaluation: low, reason: "ต่ำกว่าฐาน" }, id)
      const enough = yield* submit("98.72")
      yield* act(people.officer, "evaluations.accept", { evaluation: enough, deductions: [] }, id)
    }).pipe(Effect.provide(World))
)

it.effect("PBC-7 an evaluation without a single result is not accepted", () =>
  Effect.gen(function* () {
    const { evaluation, finding, id, people } = yield* evaluated
    yield* act(people.officer, "evaluations.return", { evaluation, reason: "ตรวจอีกครั้ง" }, id)
    const empty = { ...finding, results: [] }
    yield* act(people.outsider, "evaluations.submit", { method: "external", ...empty }, id)
    yield* act(people.evaluator, "evaluations.submit", { method: "internal", ...finding }, id)
    const refused = yield* Effect.flip(act(people.officer, "evaluations.accept", { evaluation, deductions: [] }, id))
    assert.deepInclude(refused, { _tag: "ResultsIncomplete" })
    assert.deepInclude(refused.facts, { reported: 0, needed: 80 })
  }).pipe(Effect.provide(World))
)

it.effect("PBC-7 a score that equals the agency's, to the fourth decimal, is enough", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const score = 3.0003
    assert.isAbove(score * 10_000, 30_003)
    const indicator = {
      name: { th: "คะแนนความพึงพอใจ" },
      unit: { th: "คะแนน" },
      weight: 10_000,
      shape: "FiveLevel",
      levels: ["1", "2", "3", "4", "5"].map((value) => ({ value })),
      target: "4"
    }
    const revised = stateOf(yield* amend(people, id, { indicators: [indicator] }))
    const edits = [{ _tag: "SetThreshold", name: "acceptance-score", value: score }]
    const overlay = { title: { th: "เกณฑ์รับ" }, model: "contracting", edits, waivers: [] }
    const process = yield* act(people.officer, "processes.adapt", { overlay })
    yield* act(people.officer, "partnerships.adapt", { process: process.id }, id)
    yield* act(people.signatory, "partnerships.confirm-process", {}, id)
    yield* pay(people, id, 1, "600000.00")
    yield* report(people, id, "1000.00")
    const results = [{ indicator: revised.plan?.indicators[0]?.id, value: String(score) }]
    const finding = { results, findings: "ดี", siteVisit: "2026-11-01" }
    yield* act(people.evaluator, "evaluations.submit", { method: "internal", ...finding }, id)
    const shown = yield* act(people.outsider, "evaluations.submit", { method: "external", ...finding }, id)
    const evaluation = stateOf(shown).evaluations.at(-1)?.id
    yield* act(people.officer, "evaluations.accept", { evaluation, deductions: [] }, id)
  }).pipe(Effect.provide(World))
)
