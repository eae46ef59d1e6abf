import { Schema } from "effect"
import { commandsOn } from "../engine/Handler.ts"
import { accessOf } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { executive, officer } from "../kernel/Grants.ts"
import * as Mission from "./Mission.ts"
import { Question, ways } from "./Review.ts"

const { change, create } = commandsOn(Mission.missionRecord)

const About = Schema.Struct({
  title: Field.localized("ชื่อภารกิจ", "Title of the mission"),
  purpose: Field.prose("วัตถุประสงค์", "Purpose"),
  targetGroup: Field.optional(Field.text("กลุ่มเป้าหมาย", "Target group")),
  legalBasis: Field.optional(Field.text("อำนาจหน้าที่ตามกฎหมาย", "Legal basis")),
  provinces: Field.provinces("จังหวัดที่ให้บริการ", "Provinces served"),
  routine: Field.flag("เป็นงานประจำของหน่วยงาน", "Routine work of the agency"),
  invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
})

export const missionCommands = [
  create({
    name: "missions.register",
    summary: { th: "ขึ้นทะเบียนภารกิจ", en: "Register a mission" },
    irreversible: false,
    onward: false,
    input: About,
    allow: [officer],
    refusals: [],
    rules: ["ACT-1", "REV-8"],
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Mission.register(input, context)
  }),
  change({
    name: "missions.describe",
    summary: { th: "แก้ไขรายละเอียดภารกิจ", en: "Change the description of a mission" },
    irreversible: false,
    onward: false,
    restates: true,
    input: About,
    allow: [officer],
    refusals: [],
    rules: ["ACT-1"],
    decide: ({ input, state }) => Mission.describe(state, input)
  }),
  change({
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
    refusals: ["ReviewNotOpen", "QuestionOutOfOrder", "ReviewAnswered"],
    rules: ["REV-1", "REV-2", "REV-3", "REV-4", "REV-5", "REV-6", "REV-7"],
    ready: Mission.canAnswer,
    decide: ({ input, state }) => Mission.answer(state, input)
  }),
  change({
    name: "missions.take-back-answer",
    summary: { th: "ย้อนคำตอบล่าสุด", en: "Take back the last answer" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({}),
    allow: [officer],
    refusals: ["ReviewNotOpen", "NothingToTakeBack"],
    rules: ["REV-0"],
    ready: Mission.takeBack,
    decide: ({ state }) => Mission.takeBack(state)
  }),
  change({
    name: "missions.conclude-review",
    summary: { th: "สรุปผลการทบทวน", en: "Conclude the review" },
    irreversible: {
      th: "สรุปแล้วแก้คำตอบไม่ได้ นอกจากเริ่มทบทวนใหม่",
      en: "Once concluded, the answers can be changed only by a new review"
    },
    onward: true,
    input: Schema.Struct({}),
    allow: [officer],
    refusals: ["ReviewNotOpen", "ReviewIncomplete"],
    rules: ["REV-0", "REV-9"],
    ready: Mission.conclude,
    decide: ({ state }) => Mission.conclude(state)
  }),
  change({
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
    refusals: ["ReviewNotOpen", "VerdictNotOpening"],
    rules: ["REV-10"],
    ready: Mission.canChooseWay,
    decide: ({ input, state }) => Mission.chooseWay(state, input.way, input.reason)
  })
]
