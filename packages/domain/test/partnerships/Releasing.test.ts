import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { evaluate, journey, pay, report } from "../journeys/Journey.ts"
import { act, baht, invite, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const preparedIn = (view: { readonly data: unknown }) =>
  stateOf(view).funding.disbursements.find(({ _tag }) => _tag === "Prepared")?.id
const prepare = (finance: Person, id: string, tranche: number, amount: string) =>
  Effect.map(act(finance, "disbursements.prepare", { tranche, amount: baht(amount) }, id), preparedIn)
const schedule = (officer: Person, id: string, ...amounts: ReadonlyArray<string>) =>
  act(officer, "tranches.schedule", { tranches: amounts.map((amount) => ({ amount: baht(amount) })) }, id)

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
      const refused = yield* Effect.flip(schedule(people.officer, id, "999999.99", "0.01"))
      assert.deepInclude(refused, { _tag: "TrancheRaised", rule: "PBC-7a", field: "/tranches/0/amount" })
      yield* schedule(people.officer, id, "600000.00", "400000.00")
    }).pipe(Effect.provide(World))
)

it.effect(
  "PBC-7 a tranche whose payment was reversed is not raised, and paid again without the evaluation before the rest",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const [paid] = stateOf(yield* schedule(people.officer, id, "600000.00", "400000.00")).funding.disbursements
      const second = yield* invite(people.executive.organisation as never, "finance", "second-finance")
      yield* act(second, "disbursements.reverse", { disbursement: paid?.id, reason: "จ่ายผิดบัญชี" }, id)
      const refused = yield* Effect.flip(schedule(people.officer, id, "999999.99", "0.01"))
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

it.effect("MON-3 tranches are scheduled anew as long as nothing was paid from those that grow", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    yield* schedule(people.officer, id, "700000.00", "300000.00")
    yield* pay(people, id, 1, "500000.00")
    yield* schedule(people.officer, id, "500000.00", "500000.00")
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
    yield* report(people, id, "1000.00")
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
    const later = { period: { from: "2026-11-01", to: "2027-04-30" }, narrative: "ต่อมา", results: [] }
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
    yield* act(people.officer, "partners.name", { organisation: supporter.id, as: "supporter" }, id)
    const friend = yield* invite(supporter.id as never, "evaluator")
    const submit = act(friend, "evaluations.submit", { method: "external", ...finding }, id)
    const assigned = { account: friend.account, duty: "evaluator", from: "2026-11-01" }
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
      const plan = { activities: [], indicators: [indicator], reason: "ใช้เกณฑ์ปัจจุบัน" }
      const revised = stateOf(yield* act(people.officer, "plans.revise", plan, id))
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
    const plan = { activities: [], indicators: [indicator], reason: "วัดความพึงพอใจ" }
    const revised = stateOf(yield* act(people.officer, "plans.revise", plan, id))
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
