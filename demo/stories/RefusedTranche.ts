import { called, discussed, drafted, formed, proposed, selected } from "./Contracts.ts"
import { nth, partnership, source } from "./Partnership.ts"
import type { Told } from "./Scene.ts"

const term = { from: "2026-04-20", to: "2027-04-19" }
const activity = { th: "จัดบ้านพักชั่วคราวและการดูแล", en: "Run temporary homes and care" }

/** A payment refused for want of vouchers, and a next tranche that stays shut: its evaluation was sent back. */
export const refusedTranche = (): ReadonlyArray<Told> => {
  const budget = source("2026-01-26", "dcy", "source-children-homes", {
    title: { th: "งบประมาณแผ่นดิน แผนงานสวัสดิภาพเด็ก 2569 (สมมติ)", en: "State budget, child welfare, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 2_400_000
  })
  const story = partnership("2026-02-03", {
    name: "children-homes",
    mission: "children-homes",
    title: {
      th: "บ้านพักเด็กและครอบครัว กับบริษัท ตัวอย่างเพื่อสังคม จำกัด (สมมติ)",
      en: "Homes for children and families, with Example for Society Co., Ltd. (invented)"
    },
    agency: "dcy",
    recipient: "homes"
  })
  const { carriedOver, did, evaluated, executive, officer, on, paid, prepared, reported, selfAssessed, signed } = story
  called(story, "เด็กที่ต้องการที่พักชั่วคราวในจังหวัด")
  on("2026-02-24")
  proposed(story, ["homes", "weavers"], "จัดบ้านพักเด็ก")
  on("2026-03-12")
  selected(story, "homes", 74)
  on("2026-03-26")
  discussed(story, "จัดบ้านพักเด็ก")
  drafted(story, {
    objectives: "ให้เด็กที่ต้องออกจากครอบครัวชั่วคราวได้อยู่ในบ้านที่ปลอดภัย",
    period: term,
    unit: { item: "ที่พักและการดูแล", unit: "คน-เดือน", quantity: 240, cost: 10_000 },
    tranches: [1_440_000, 960_000]
  })
  on("2026-04-09")
  signed()
  on("2026-04-20")
  const people = { th: "เด็ก", en: "Children" }
  const served = [20, 25, 30, 35, 40] as const
  formed(story, { agency: "dcy", recipient: "homes", activity, period: term, people, served }, "31/2569")
  on("2026-04-28")
  story.committed("$source-children-homes", 2_400_000)
  on("2026-05-07")
  paid(1, 1_200_000)
  on("2026-09-03")
  const refused = prepared(1, 240_000, "ส่วนที่เหลือของงวดที่ 1 ตามคำขอของผู้รับมอบ (สมมติ)")
  on("2026-09-07")
  did(executive, "disbursements.reject", {
    disbursement: refused,
    reason: "ใบสำคัญค่าเช่าไม่ครบ และยังไม่มีรายงานการเข้าพัก (สมมติ)"
  })
  on("2026-09-28")
  carriedOver("$source-children-homes", 1_200_000, 2570)
  on("2026-10-12")
  reported({
    period: { from: "2026-04-20", to: "2026-09-30" },
    narrative: "รับเด็กเข้าพัก 22 คน ต่ำกว่าแผน (ตัวเลขสมมติ)",
    expenditure: [[activity.th, 1_200_000, 1_050_000]],
    results: ["22", "28"],
    problems: "หาบ้านที่ได้มาตรฐานในพื้นที่ไม่ได้ครบตามแผน (สมมติ)"
  })
  selfAssessed(["26", "24"])
  on("2026-10-26")
  evaluated("internal", { results: ["22", "28"], findings: "จำนวนเด็กต่ำกว่าเป้าหมาย (สมมติ)", siteVisit: "2026-10-20" })
  const midTerm = evaluated("external", {
    results: ["22", "28"],
    findings: "การดูแลปลอดภัย แต่รอนานและจำนวนห้องไม่พอ (สมมติ)",
    siteVisit: "2026-10-21"
  })
  on("2026-11-04")
  did(officer, "evaluations.return", {
    evaluation: nth(midTerm, 0),
    reason: "คะแนนต่ำกว่าเกณฑ์ยอมรับ 3.0000 ขอให้ปรับแผนและประเมินใหม่ (สมมติ)"
  })
  return [budget, story]
}
