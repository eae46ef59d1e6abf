import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import * as Field from "../kernel/Field.ts"
import { executive, officer } from "../kernel/Grants.ts"
import { onAnyChange } from "../rules/Refusals.ts"
import { aims, markets, Rating } from "./Contestability.ts"
import { Question, ways } from "./Review.ts"

const onMission = { record: "mission", target: "existing", concurrency: "version", area: null } as const

const About = Schema.Struct({
  title: Field.localized("ชื่อภารกิจ", "Title of the mission"),
  purpose: Field.prose("วัตถุประสงค์", "Purpose"),
  targetGroup: Field.optional(Field.text("กลุ่มเป้าหมาย", "Target group")),
  legalBasis: Field.optional(Field.text("อำนาจหน้าที่ตามกฎหมาย", "Legal basis")),
  provinces: Field.provinces("จังหวัดที่ให้บริการ", "Provinces served"),
  routine: Field.flag("เป็นงานประจำของหน่วยงาน", "Routine work of the agency"),
  invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
})

export const registerMission = command({
  name: "missions.register",
  summary: { th: "ขึ้นทะเบียนภารกิจ", en: "Register a mission" },
  area: null,
  irreversible: false,
  onward: false,
  record: "mission",
  target: "new",
  input: About,
  allow: [officer],
  refusals: onAnyChange,
  rules: ["ACT-1", "REV-8"],
  concurrency: "commutes"
})

export const describeMission = command({
  ...onMission,
  name: "missions.describe",
  summary: { th: "แก้ไขรายละเอียดภารกิจ", en: "Change the description of a mission" },
  irreversible: false,
  onward: false,
  restates: true,
  input: About,
  allow: [officer],
  refusals: onAnyChange,
  rules: ["ACT-1"]
})

export const rateContestability = command({
  ...onMission,
  name: "missions.rate-contestability",
  summary: { th: "ประเมินการเปิดให้แข่งขัน", en: "Rate contestability" },
  irreversible: false,
  onward: false,
  restates: true,
  input: Schema.Struct({
    market: Field.choice(markets, "ลักษณะตลาด", "Kind of market"),
    efficiency: Field.rating(Rating, aims.efficiency),
    quality: Field.rating(Rating, aims.quality),
    innovation: Field.rating(Rating, aims.innovation),
    fairness: Field.rating(Rating, aims.fairness),
    note: Field.optional(Field.prose("บันทึก", "Note"))
  }),
  allow: [officer],
  refusals: onAnyChange,
  rules: ["CNT-1", "CNT-2"]
})

export const beginReview = command({
  ...onMission,
  name: "missions.begin-review",
  summary: { th: "เริ่มทบทวนภารกิจ", en: "Begin a mission review" },
  irreversible: {
    th: "เริ่มแล้วถอนไม่ได้ และนับเวลาหกเดือนถึงกำหนดส่งพิมพ์เขียว",
    en: "Once begun it cannot be undone, and the six months to the blueprint are counted"
  },
  onward: true,
  input: Schema.Struct({}),
  allow: [officer],
  refusals: [...onAnyChange, "ReviewAlreadyOpen"],
  rules: ["REV-0", "REV-8"]
})

export const answerQuestion = command({
  ...onMission,
  name: "missions.answer",
  summary: { th: "ตอบคำถามการทบทวน", en: "Answer a question of the review" },
  irreversible: false,
  onward: true,
  input: Schema.Struct({
    question: Field.written(Question, "text", "คำถาม", "Question"),
    answer: Field.flag("คำตอบ: ใช่/ได้", "Answer: yes"),
    reason: Field.optional(Field.prose("เหตุผล", "Reason"))
  }),
  allow: [officer],
  refusals: [...onAnyChange, "ReviewNotOpen", "QuestionOutOfOrder", "ReviewAnswered"],
  rules: ["REV-1", "REV-2", "REV-3", "REV-4", "REV-5", "REV-6", "REV-7"]
})

export const takeBackAnswer = command({
  ...onMission,
  name: "missions.take-back-answer",
  summary: { th: "ย้อนคำตอบล่าสุด", en: "Take back the last answer" },
  irreversible: false,
  onward: false,
  input: Schema.Struct({}),
  allow: [officer],
  refusals: [...onAnyChange, "ReviewNotOpen", "NothingToTakeBack"],
  rules: ["REV-0"]
})

export const concludeReview = command({
  ...onMission,
  name: "missions.conclude-review",
  summary: { th: "สรุปผลการทบทวน", en: "Conclude the review" },
  irreversible: {
    th: "สรุปแล้วแก้คำตอบไม่ได้ นอกจากเริ่มทบทวนใหม่",
    en: "Once concluded, the answers can be changed only by a new review"
  },
  onward: true,
  input: Schema.Struct({}),
  allow: [officer],
  refusals: [...onAnyChange, "ReviewNotOpen", "ReviewIncomplete"],
  rules: ["REV-0", "REV-9"]
})

export const chooseWay = command({
  ...onMission,
  name: "missions.choose-way",
  summary: { th: "เลือกแนวทางต่อไป", en: "Choose the way on" },
  irreversible: {
    th: "เลือกแล้วเปลี่ยนไม่ได้ นอกจากเริ่มทบทวนใหม่",
    en: "Once chosen, the way can be changed only by a new review"
  },
  onward: true,
  input: Schema.Struct({
    way: Field.choice(ways, "แนวทาง", "Way on"),
    reason: Field.prose("เหตุผล", "Reason")
  }),
  allow: [officer, executive],
  refusals: [...onAnyChange, "ReviewNotOpen", "VerdictNotOpening"],
  rules: ["REV-10"]
})
