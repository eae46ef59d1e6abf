import { Schema } from "effect"
import * as Field from "../kernel/Field.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { Decimal } from "./Decimal.ts"
import { type UnreportedPolicy, Weight } from "./Indicator.ts"
import { planWords } from "./words.ts"

const shapes = {
  FiveLevel: { th: "ระดับ 1–5 เทียบบัญญัติไตรยางศ์", en: "levels 1 to 5, interpolated" },
  FiveLevelStep: { th: "ระดับ 1–5 แบบขั้น", en: "levels 1 to 5, in steps" },
  Anchors: { th: "ค่าเป้าหมายขั้นต้น ขั้นมาตรฐาน ขั้นสูง (0–100)", en: "base, standard and advanced (0 to 100)" }
} as const

const directions = { up: planWords.values.up, down: planWords.values.down }

const belowBase = {
  zero: { th: "ต่ำกว่าขั้นต้นได้ 0", en: "zero below the base" },
  "pro-rata": { th: "ต่ำกว่าขั้นต้นคิดตามสัดส่วน", en: "pro rata below the base" }
} as const

export const unreportedPolicies = {
  lowest: { th: "ให้คะแนนต่ำสุดแก่ตัวชี้วัดที่ไม่รายงาน", en: "give unreported indicators the lowest score" },
  exclude: { th: "ไม่นับตัวชี้วัดที่ไม่รายงาน", en: "leave unreported indicators out" }
} as const satisfies Record<UnreportedPolicy, Wording>

const Level = Schema.Struct({
  value: Field.written(Decimal, "decimal", "ค่า (แบบขั้น: ระดับ 1 ถึง 5)", "Value (in steps: level 1 to 5)"),
  text: Field.optional(Field.localized("สิ่งที่ต้องทำให้ถึงระดับนี้ (เฉพาะแบบขั้น)", "What this level asks (in steps only)"))
})

const Indicator = Schema.Struct({
  name: Field.localized("ตัวชี้วัด", "Indicator"),
  unit: Field.localized("หน่วยวัด", "Unit"),
  weight: Field.written(Weight, "count", "น้ำหนัก (ร้อยละ × 100 รวม 10,000)", "Weight (basis points, 10,000 in all)"),
  shape: Field.choice(shapes, "เกณฑ์การให้คะแนน", "Scale"),
  levels: Field.list(Level, "ค่าของแต่ละระดับ (5 ระดับ หรือ 3 ขั้น)", "Values of the levels (5, or 3 anchors)", 5),
  belowBase: Field.optional(Field.choice(belowBase, "เมื่อต่ำกว่าขั้นต้น", "Below the base")),
  direction: Field.optional(Field.choice(directions, "ทิศทาง", "Direction")),
  target: Field.written(Decimal, "decimal", "เป้าหมาย", "Target"),
  baseline: Field.optional(Field.written(Decimal, "decimal", "ข้อมูลฐาน", "Baseline"))
})

const Activity = Schema.Struct({
  title: Field.localized("กิจกรรม", "Activity"),
  ownerRole: Field.prose("บทบาทของผู้มอบภารกิจ", "The owner's role"),
  recipientRole: Field.prose("บทบาทของผู้รับมอบภารกิจ", "The recipient's role"),
  period: Field.period("ระยะเวลา", "Period"),
  legalAuthority: Field.optional(Field.text("อำนาจตามกฎหมาย", "Legal authority")),
  noAuthorityReason: Field.whyNot("COL-7a", "เหตุผลที่ยังไม่มีอำนาจตามกฎหมาย", "Why no authority is named"),
  ruleToIssue: Field.optional(
    Field.text("กฎหมายหรือระเบียบที่ต้องออกก่อนดำเนินกิจกรรม", "Law or rule to be issued before the activity")
  ),
  ruleToIssueReason: Field.whyNot(
    "COL-7b",
    "เหตุผลที่ใช้อำนาจซึ่งต้องออกกฎหมายหรือระเบียบเพิ่มเติม",
    "Why a power is used that needs a further law or rule"
  )
})

export const PlanInput = Schema.Struct({
  activities: Field.list(Activity, "กิจกรรม", "Activities", 100),
  indicators: Field.list(Indicator, "ตัวชี้วัด", "Indicators", 50),
  unreported: Field.optional(
    Field.choice(unreportedPolicies, "เมื่อไม่รายงาน (ไม่ระบุคือคะแนนต่ำสุด)", "Where unreported (if not said: the lowest)")
  ),
  participants: Field.optional(Field.prose("ผู้มีส่วนร่วมและประชาชนที่ร่วมจัดทำ", "Stakeholders and citizens who took part")),
  noParticipantsReason: Field.whyNot(
    "COL-6f",
    "เหตุผลที่ผู้มีส่วนได้ส่วนเสียและประชาชนไม่ได้ร่วมจัดทำ",
    "Why stakeholders and citizens took no part"
  ),
  evaluationFrame: Field.optional(
    Field.prose(
      "กรอบและวิธีการประเมินที่คณะกรรมการร่วมกำหนด",
      "Frame and methods of the evaluation, as the joint committee set them"
    )
  ),
  noFrameReason: Field.whyNot(
    "COL-8a",
    "เหตุผลที่คณะกรรมการร่วมไม่ได้กำหนดกรอบและวิธีการประเมิน",
    "Why the joint committee set no frame and methods"
  )
})
export type PlanInput = typeof PlanInput.Type
