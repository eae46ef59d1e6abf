import { Schema } from "effect"
import { lessonKinds } from "../../delivery/Lesson.ts"
import * as Field from "../../kernel/Field.ts"
import { evaluator, officer, partnerEditor } from "../../kernel/Grants.ts"
import { Decimal } from "../../plans/Decimal.ts"
import { IndicatorId } from "../../plans/Indicator.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import { corresponding } from "../decisions/acting.ts"
import { answerTiming } from "../decisions/due.ts"
import * as Evaluating from "../decisions/evaluating.ts"
import { reportAwaited, reportTiming, reportTurnsAt } from "../decisions/reporting.ts"
import { isCandidate } from "../Parties.ts"
import { actsByDay, actsOn } from "./actsOn.ts"

const { change } = actsOn("delivery")
const byDay = actsByDay("delivery")

const text = Field.prose("ข้อความ", "Text")

const Expenditure = Schema.Struct({
  activity: Field.text("กิจกรรม", "Activity"),
  planned: Field.optional(Field.money("แผน", "Planned")),
  spent: Field.money("ใช้จริง", "Spent")
})

const Result = Schema.Struct({
  indicator: Field.reference(IndicatorId, "indicator", "ตัวชี้วัด", "Indicator"),
  value: Field.written(Decimal, "decimal", "ผลที่ได้", "Result")
})

export const delivery = [
  byDay.change({
    name: "reports.submit",
    summary: { th: "ส่งรายงานความคืบหน้า", en: "Submit a progress report" },
    irreversible: {
      th: "รายงานที่ส่งแล้วแก้ได้ด้วยรายงานฉบับแก้ไขเท่านั้น",
      en: "A submitted report is put right only by another that corrects it"
    },
    onward: true,
    input: Schema.Struct({
      period: Field.period("ช่วงเวลาที่รายงาน", "Period reported on"),
      narrative: Field.prose("ผลการดำเนินงาน", "What was done"),
      final: Field.optional(Field.flag("รายงานฉบับสุดท้าย", "Final report")),
      expenditure: Field.list(Expenditure, "ตารางบัญชีสรุปการใช้จ่าย", "Summary account of spending").check(
        Schema.isMinLength(1)
      ),
      results: Field.list(Result, "ผลตามตัวชี้วัด", "Results by indicator").check(
        Field.once(({ indicator }) => indicator, { th: "ตัวชี้วัด", en: "indicator" })
      ),
      replaces: Field.optional(Field.count("แก้ไขรายงานฉบับที่", "Corrects report no.", 1, 999)),
      problems: Field.optional(
        Field.prose("ปัญหาและอุปสรรค", "Problems", {
          th: "บันทึกเป็นหนังสือแจ้งปัญหาด้วย",
          en: "Recorded as a written notice as well"
        })
      )
    }),
    allow: [partnerEditor],
    refusals: [
      "PartnershipNotRunning",
      "AgreementMissing",
      "AgreementNotInForce",
      "PlanMissing",
      ...onAnyAct,
      "AccountsSettled",
      "IndicatorUnknown",
      "ReportUnknown",
      "SpendingExceedsPayments",
      "DateRefused"
    ],
    rules: ["GRA-4", "GRA-4a", "PRO-2", "PBC-6", "PBC-8", "COM-6", "COL-8"],
    ready: Evaluating.canReport,
    awaited: (state, _, __, { today }) => reportAwaited(state, today),
    turnsAt: reportTurnsAt,
    timing: reportTiming,
    decide: ({ context, input, state }) => Evaluating.report(state, input, context)
  }),
  change({
    name: "notices.raise",
    summary: { th: "แจ้งปัญหาเป็นหนังสือ", en: "Notify a problem in writing" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ text }),
    allow: [partnerEditor, officer],
    refusals: ["PartnershipNotRunning", "WrongLane"],
    rules: ["GRA-4a"],
    concurrency: "commutes",
    ready: corresponding,
    decide: ({ context, input, state }) => Evaluating.raiseNotice(state, input.text, context)
  }),
  change({
    name: "notices.answer",
    summary: { th: "ตอบหนังสือแจ้งปัญหา", en: "Answer a notice" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      notice: Field.reference(Schema.String.check(Schema.isUUID()), "notice", "หนังสือแจ้งปัญหา", "Notice"),
      text
    }),
    allow: [officer, partnerEditor],
    refusals: ["PartnershipNotRunning", "WrongLane", "NoticeUnknown"],
    rules: ["GRA-4a", "PRO-2"],
    targets: (partnership, actor) =>
      isCandidate(partnership, actor)
        ? []
        : partnership.delivery.notices.map(({ id, text }) => ({
            field: "notice",
            value: id,
            label: { th: text, en: text }
          })),
    ready: corresponding,
    awaited: ({ delivery }, target, { account }) =>
      delivery.notices.some(
        ({ _tag, id, raisedBy }) => _tag === "Open" && id === target?.value && raisedBy !== account
      ),
    timing: answerTiming,
    decide: ({ context, input, state }) => Evaluating.answerNotice(state, input, context)
  }),
  change({
    name: "lessons.record",
    summary: { th: "บันทึกบทเรียนหรือการทบทวนสถานการณ์", en: "Record a lesson or a review of the situation" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      kind: Field.choice(lessonKinds, "ประเภท", "Kind"),
      text
    }),
    allow: [officer, partnerEditor, evaluator],
    refusals: ["PartnershipNotRunning", "WrongLane"],
    rules: ["COL-7d", "COL-8b"],
    concurrency: "commutes",
    ready: corresponding,
    decide: ({ context, input, state }) => Evaluating.recordLesson(state, input, context)
  })
]
