import { called, discussed, drafted, formed, proposed, selected } from "./Contracts.ts"
import { nth, partnership, source } from "./Partnership.ts"
import type { Told } from "./Scene.ts"

const term = { from: "2025-12-15", to: "2026-08-31" }
const activity = { th: "จัดบริการฟื้นฟูสมรรถภาพในชุมชน", en: "Rehabilitation in the community" }

/** A contract whose term has ended with its last evaluation and the closing of its accounts still to come. */
export const late = (): ReadonlyArray<Told> => {
  const budget = source("2025-10-22", "dop", "source-rehabilitation", {
    title: { th: "งบประมาณแผ่นดิน แผนงานดูแลระยะยาว 2569 (สมมติ)", en: "State budget, long-term care, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 3_000_000
  })
  const story = partnership("2025-10-22", {
    name: "rehabilitation",
    mission: "elder-rehabilitation",
    title: {
      th: "ฟื้นฟูสมรรถภาพผู้สูงอายุในชุมชน กับวิสาหกิจเพื่อสังคมตัวอย่างอุ่นใจ (สมมติ)",
      en: "Rehabilitation of older people, with the Example Un Jai Social Enterprise (invented)"
    },
    agency: "dop",
    recipient: "warmth"
  })
  const { did, evaluated, officer, on, paid, reported, selfAssessed, signed } = story
  called(story, "ผู้สูงอายุที่มีภาวะพึ่งพิงในสองจังหวัด")
  on("2025-11-10")
  proposed(story, ["warmth", "volunteers"], "ฟื้นฟูสมรรถภาพผู้สูงอายุ")
  on("2025-11-24")
  selected(story, "warmth", 79)
  on("2025-12-01")
  discussed(story, "ฟื้นฟูสมรรถภาพผู้สูงอายุ")
  drafted(story, {
    objectives: "ให้ผู้สูงอายุได้รับการฟื้นฟูใกล้บ้าน",
    period: term,
    unit: { item: "ชุดบริการฟื้นฟู", unit: "คน", quantity: 250, cost: 10_000 },
    tranches: [1_500_000, 1_000_000]
  })
  on("2025-12-09")
  signed()
  on("2025-12-16")
  const people = { th: "ผู้สูงอายุ", en: "Older people" }
  const served = [120, 150, 180, 220, 250] as const
  formed(story, { agency: "dop", recipient: "warmth", activity, period: term, people, served }, "66/2569")
  on("2025-12-22")
  story.committed("$source-rehabilitation", 2_500_000)
  on("2026-01-07")
  paid(1, 1_500_000)
  on("2026-05-06")
  reported({
    period: { from: "2025-12-15", to: "2026-04-15" },
    narrative: "ให้บริการแล้ว 190 คน (ตัวเลขสมมติ)",
    expenditure: [[activity.th, 1_400_000, 1_330_000]],
    results: ["190", "18"]
  })
  selfAssessed(["195", "17"])
  on("2026-05-15")
  evaluated("internal", {
    results: ["190", "18"],
    findings: "บริการดี คิวรอนานในอำเภอไกล (สมมติ)",
    siteVisit: "2026-05-12"
  })
  const midTerm = evaluated("external", {
    results: ["188", "18"],
    findings: "ผู้รับบริการพอใจ (สมมติ)",
    noVisitReason: "ใช้การสัมภาษณ์ทางไกลแทนเพราะน้ำหลาก (สมมติ)"
  })
  on("2026-05-25")
  did(officer, "evaluations.accept", { evaluation: nth(midTerm, 0), deductions: [] })
  on("2026-06-08")
  paid(2, 1_000_000)
  on("2026-10-01")
  did(officer, "notices.raise", {
    text: "สิ้นสุดข้อตกลงเมื่อ 31 สิงหาคม 2569 แต่ยังไม่ได้รับรายงานฉบับสุดท้าย ขอให้ส่งเพื่อประเมินผลและปิดบัญชี (สมมติ)"
  })
  return [budget, story]
}
