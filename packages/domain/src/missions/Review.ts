import { Schema } from "effect"
import type { Wording } from "../kernel/Refusal.ts"

/** The questions of the mission review, in the order of the figure as read by REV-0. */
export const Question = Schema.Literals(["REV-1", "REV-2", "REV-3", "REV-4", "REV-5", "REV-6", "REV-7"])
export type Question = typeof Question.Type

export const Verdict = Schema.Literals([
  "abolish",
  "abolish-merge-transfer",
  "study-conversion",
  "transfer",
  "other-body",
  "study-contracting-out",
  "keep",
  "develop-organisation"
])
export type Verdict = typeof Verdict.Type

export const verdicts: Record<Verdict, Wording & { readonly opens: boolean }> = {
  abolish: { th: "ยกเลิก", en: "abolish", opens: false },
  "abolish-merge-transfer": { th: "ยกเลิก/รวม/โอนงาน", en: "abolish, merge or transfer", opens: false },
  "study-conversion": {
    th: "วิเคราะห์ความเป็นไปได้ในการแปรสภาพ/จ้างเหมา",
    en: "study conversion or contracting out",
    opens: true
  },
  transfer: { th: "โอนถ่าย", en: "transfer", opens: true },
  "other-body": { th: "จัดตั้งเป็นหน่วยงานของรัฐรูปแบบอื่น", en: "set up another state body", opens: false },
  "study-contracting-out": { th: "วิเคราะห์ความเป็นไปได้ในการจ้างเหมา", en: "study contracting out", opens: true },
  keep: { th: "จบการวิเคราะห์", en: "end of the review: keep as it is", opens: false },
  "develop-organisation": { th: "วางแผนพัฒนาองค์การ", en: "plan organisation development", opens: false }
}

/** The ways on that a verdict which lets others in offers (REV-10). */
export const ways = {
  partnership: { th: "ความร่วมมือกับภาคส่วนอื่น", en: "a partnership" },
  procurement: { th: "จัดซื้อจัดจ้างตามปกติ (นอกระบบภาคี)", en: "ordinary procurement, outside Phakhi" },
  transfer: { th: "โอนภารกิจ (นอกระบบภาคี)", en: "transfer, outside Phakhi" }
} as const satisfies Record<string, Wording>

type Branch = { readonly question: Question } | { readonly verdict: Verdict }

/** Where each answer leads. */
export const tree: Record<Question, { readonly yes: Branch; readonly no: Branch }> = {
  "REV-1": { yes: { question: "REV-2" }, no: { verdict: "abolish" } },
  "REV-2": { yes: { verdict: "abolish-merge-transfer" }, no: { question: "REV-3" } },
  "REV-3": { yes: { question: "REV-4" }, no: { verdict: "study-conversion" } },
  "REV-4": { yes: { verdict: "transfer" }, no: { question: "REV-5" } },
  "REV-5": { yes: { verdict: "other-body" }, no: { question: "REV-6" } },
  "REV-6": { yes: { question: "REV-7" }, no: { verdict: "study-contracting-out" } },
  "REV-7": { yes: { verdict: "keep" }, no: { verdict: "develop-organisation" } }
}

export const Answer = Schema.Struct({
  question: Question,
  answer: Schema.Boolean,
  reason: Schema.optionalKey(Schema.String)
})
export type Answer = typeof Answer.Type

/** Where the answers so far lead: the next question, or the verdict. */
export const standing = (answers: ReadonlyArray<Answer>): Branch => {
  const last = answers.at(-1)
  return last === undefined ? { question: "REV-1" } : tree[last.question][last.answer ? "yes" : "no"]
}
