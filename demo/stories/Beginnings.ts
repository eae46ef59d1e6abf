import { called, discussed, drafted, formed, proposed, selected } from "./Contracts.ts"
import { account } from "./Parties.ts"
import { partnership, source } from "./Partnership.ts"
import type { Told } from "./Scene.ts"

/** Everything is agreed and the partner has signed; the agency's executive is next. */
const toBeSigned = (): ReadonlyArray<Told> => {
  const story = partnership("2026-06-22", {
    name: "special-needs",
    mission: "special-needs",
    title: {
      th: "พัฒนาทักษะเด็กออทิสติก กับสถาบันตัวอย่างเพื่อการพัฒนาเด็กพิเศษ (สมมติ)",
      en: "Skills of children with autism, with the Example Institute for Children with Special Needs (invented)"
    },
    agency: "dcy",
    recipient: "institute"
  })
  const { did, on, signatory } = story
  called(story, "เด็กออทิสติกก่อนวัยเรียนในสองจังหวัด")
  on("2026-08-05")
  proposed(story, ["institute", "families"], "พัฒนาทักษะเด็กออทิสติก")
  on("2026-09-09")
  selected(story, "institute", 88)
  on("2026-11-02")
  discussed(story, "พัฒนาทักษะเด็กออทิสติก")
  drafted(story, {
    objectives: "ให้เด็กออทิสติกได้รับการพัฒนาทักษะก่อนวัยเรียน",
    period: { from: "2026-12-01", to: "2027-11-30" },
    unit: { item: "ชุดบริการพัฒนาทักษะ", unit: "คน", quantity: 120, cost: 15_000 },
    tranches: [1_080_000, 720_000]
  })
  on("2026-11-17")
  did(signatory, "agreements.sign", {})
  return [story]
}

/** The first payment is prepared and waits for someone else to approve it. */
const toBePaid = (): ReadonlyArray<Told> => {
  const period = { from: "2026-10-01", to: "2027-09-30" }
  const activity = { th: "จัดกลุ่มเล่นในชุมชน", en: "Run the playgroups" }
  const budget = source("2026-10-01", "dcy", "source-playgroups", {
    title: {
      th: "งบประมาณแผ่นดิน แผนงานเด็กในชุมชน 2570 (สมมติ)",
      en: "State budget, children in communities, FY 2570 (invented)"
    },
    fiscalYear: 2570,
    amount: 1_200_000
  })
  const story = partnership("2026-06-03", {
    name: "playgroups",
    mission: "playgroups",
    title: {
      th: "กลุ่มเล่นเพื่อพัฒนาการ กับสภาองค์กรชุมชนตำบลตัวอย่าง (สมมติ)",
      en: "Community playgroups, with the Example Subdistrict Community Council (invented)"
    },
    agency: "dcy",
    recipient: "council"
  })
  const { on, prepared, signed } = story
  called(story, "เด็กก่อนวัยเรียนในชุมชนห่างไกล")
  on("2026-07-08")
  proposed(story, ["council"], "จัดกลุ่มเล่นในชุมชน")
  on("2026-08-03")
  selected(story, "council", 77)
  on("2026-09-01")
  discussed(story, "จัดกลุ่มเล่นในชุมชน")
  drafted(story, {
    objectives: "ให้เด็กในชุมชนห่างไกลมีพื้นที่เล่นที่ส่งเสริมพัฒนาการ",
    period,
    unit: { item: "กลุ่มเล่น", unit: "ครั้ง", quantity: 400, cost: 2_500 },
    tranches: [600_000, 400_000]
  })
  on("2026-09-21")
  signed()
  on("2026-10-05")
  const people = { th: "เด็ก", en: "Children" }
  const served = [60, 80, 100, 120, 140] as const
  formed(story, { agency: "dcy", recipient: "council", activity, period, people, served }, "3/2570")
  on("2026-10-20")
  story.committed("$source-playgroups", 1_000_000)
  on("2026-11-19")
  prepared(1, 600_000, "ตรวจเอกสารครบแล้ว (สมมติ)")
  return [budget, story]
}

/** Started, with its model still to be chosen. */
const toBeChosen = (): ReadonlyArray<Told> => {
  const story = partnership("2026-11-16", {
    name: "youth-training",
    mission: "youth-training",
    title: { th: "ฝึกอบรมแกนนำสภาเด็กและเยาวชน (สมมติ)", en: "Training of youth council leaders (invented)" },
    agency: "dcy",
    recipient: "families"
  })
  story.did(account("dcy", "officer"), "lessons.record", {
    kind: "situation",
    text: "มีองค์กรสนใจสองแห่ง ยังไม่ได้เลือกรูปแบบความร่วมมือ (สมมติ)"
  })
  return [story]
}

export const beginnings = (): ReadonlyArray<Told> => [...toBeSigned(), ...toBePaid(), ...toBeChosen()]
