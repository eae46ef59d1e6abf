import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { commandNamed } from "../../src/catalogue.ts"
import * as Delivery from "../../src/delivery/Delivery.ts"
import * as Lesson from "../../src/delivery/Lesson.ts"
import * as Notice from "../../src/delivery/Notice.ts"
import * as Report from "../../src/delivery/Report.ts"
import type { Decision } from "../../src/kernel/Refusal.ts"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"
import { decimal } from "../../src/plans/Decimal.ts"
import { IndicatorId } from "../../src/plans/Indicator.ts"
import { as, editor, finance, now, refusedBy, satang, uuid } from "../funding/people.ts"

const indicator = IndicatorId.make(uuid(301))
const facts = { paid: 1000n, indicators: [indicator] }
const terms = (...spent: ReadonlyArray<number>): Report.ReportTerms => ({
  period: { from: IsoDate.make("2026-10-01"), to: IsoDate.make("2026-12-31") },
  narrative: "อบรมครูผู้ดูแลเด็กสองรุ่น",
  expenditure: spent.map((each, n) => ({ activity: `กิจกรรมที่ ${n + 1}`, spent: satang(each) })),
  results: [{ indicator, value: decimal("82.5") }]
})

const then = (
  delivery: Delivery.Delivery,
  decision: Decision<ReadonlyArray<Delivery.DeliveryEvent>>,
  actor = editor
): Delivery.Delivery =>
  Result.getOrThrow(decision).reduce((state, event) => Delivery.evolve(state, { event, at: now, actor }), delivery)

const submit = (delivery: Delivery.Delivery, given: Report.ReportTerms) =>
  Delivery.submitReport(delivery, given, facts, as(editor))
const reported = (delivery: Delivery.Delivery, given: Report.ReportTerms) => then(delivery, submit(delivery, given))

describe("Delivery", () => {
  it("GRA-4 reports are numbered, certified by who sends them, and carry the expenditure table", () => {
    const twice = reported(reported(Delivery.empty, terms(100, 200)), terms(300))
    assert.deepStrictEqual(
      twice.reports.map(({ no }) => no),
      [1, 2]
    )
    assert.deepInclude(twice.reports[1], { ...terms(300), certifiedBy: editor.account, certifiedAt: now })
    assert.strictEqual(Report.spentTotal(twice.reports), 600n)
    const decode = Schema.decodeUnknownResult(commandNamed("reports.submit").input)
    const wire = { period: { from: "2026-10-01", to: "2026-12-31" }, narrative: "ตามแผน", results: [] }
    assert.isTrue(Result.isFailure(decode({ ...wire, expenditure: [] })))
    const row = { activity: "อบรม", spent: { amount: "0", currency: "THB" } }
    assert.isTrue(Result.isSuccess(submit(twice, Result.getOrThrow(decode({ ...wire, expenditure: [row] })))))
  })

  it("MON-3 no more is spent than was paid, over all reports together", () => {
    const once = reported(Delivery.empty, terms(600))
    assert.deepStrictEqual(refusedBy(submit(once, terms(400, 1))), {
      tag: "SpendingExceedsPayments",
      rule: "MON-2",
      field: "/expenditure"
    })
    assert.isTrue(Result.isSuccess(submit(once, terms(399, 1))))
  })

  it("COL-8 a report speaks only of the plan's indicators", () => {
    const foreign = IndicatorId.make(uuid(302))
    const results = [...terms().results, { indicator: foreign, value: decimal("1") }]
    assert.deepStrictEqual(refusedBy(submit(Delivery.empty, { ...terms(1), results })), {
      tag: "IndicatorUnknown",
      rule: "COL-8",
      field: "/results/1/indicator"
    })
  })

  it("MON-6 a report is corrected by a later one, which counts in its place", () => {
    const once = reported(Delivery.empty, terms(900))
    const corrected = reported(once, { ...terms(700), replaces: 1, results: [{ indicator, value: decimal("80") }] })
    assert.strictEqual(Report.spentTotal(corrected.reports), 700n)
    assert.strictEqual(corrected.reports.length, 2)
    assert.deepStrictEqual(Report.latestResults(corrected.reports), [{ indicator, value: decimal("80") }])
    for (const replaces of [1, 3]) {
      assert.deepInclude(refusedBy(submit(corrected, { ...terms(1), replaces })), {
        tag: "ReportUnknown",
        field: "/replaces"
      })
    }
    assert.strictEqual(refusedBy(submit(corrected, { ...terms(1001), replaces: 2 })).tag, "SpendingExceedsPayments")
  })

  it("GRA-4a problems in a report are a written notice, open until someone answers it", () => {
    const { notices, reports } = reported(Delivery.empty, { ...terms(1), problems: "ระเบียบเบิกจ่ายไม่ชัด" })
    const [notice] = notices
    assert.deepInclude(notice, { _tag: "Open", text: "ระเบียบเบิกจ่ายไม่ชัด", report: reports[0]?.id ?? "" })
    assert.deepStrictEqual(reported(Delivery.empty, terms(1)).notices, [])
  })

  it("GRA-4a a notice can be raised alone and answered more than once, an unknown one not at all", () => {
    const raised = then(Delivery.empty, Notice.raise("สถานที่ไม่พร้อม", as(editor)))
    const notice = raised.notices[0]?.id ?? ""
    const answer = (state: Delivery.Delivery, text: string) =>
      then(state, Notice.answer(state.notices, { notice, text }), finance)
    const answered = answer(answer(raised, "รับทราบ"), "จัดหาสถานที่ใหม่แล้ว").notices[0]
    if (answered?._tag !== "Answered") throw new Error("not answered")
    assert.deepStrictEqual(answered.answers, [
      { text: "รับทราบ", by: finance.account, at: now },
      { text: "จัดหาสถานที่ใหม่แล้ว", by: finance.account, at: now }
    ])
    assert.deepStrictEqual(refusedBy(Notice.answer(raised.notices, { notice: uuid(999), text: "-" })), {
      tag: "NoticeUnknown",
      rule: "GRA-4a",
      field: "/notice"
    })
  })

  it("COL-7d lessons are kept with who drew them and when", () => {
    const { lessons } = then(Delivery.empty, Lesson.record({ kind: "lesson", text: "เริ่มจากศูนย์ที่พร้อมก่อน" }))
    assert.deepStrictEqual(lessons, [{ kind: "lesson", text: "เริ่มจากศูนย์ที่พร้อมก่อน", by: editor.account, at: now }])
  })

  it.prop(
    "evolve takes every event in every state, and gives a state that can be stored",
    { events: Schema.Array(Delivery.DeliveryEvent).check(Schema.isMaxLength(12)) },
    ({ events }) => {
      const state = events.reduce(
        (delivery, event) => Delivery.evolve(delivery, { event, at: now, actor: editor }),
        Delivery.empty
      )
      const encoded = Schema.encodeSync(Delivery.Delivery)(state)
      assert.deepStrictEqual(Schema.decodeUnknownSync(Delivery.Delivery)(encoded), state)
    },
    { arbitrary: { runs: runs(100), seed: 7 } }
  )
})
