import { called, discussed, drafted, formed, proposed, selected } from "./Contracts.ts"
import { organisation } from "./Parties.ts"
import { partnership, source } from "./Partnership.ts"
import { baht, type Told } from "./Scene.ts"

/** A contract suspended in a flood; its model was chosen by the executive against the recommendation. */
const suspended = (): ReadonlyArray<Told> => {
  const period = { from: "2026-06-01", to: "2027-05-31" }
  const activity = { th: "จัดที่พักพิงชั่วคราวและคำปรึกษา", en: "Shelter and counselling" }
  const budget = source("2026-02-12", "area", "source-family-shelters", {
    title: { th: "งบประมาณแผ่นดิน แผนงานครอบครัว 2569 (สมมติ)", en: "State budget, families, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 1_500_000
  })
  const story = partnership("2026-02-16", {
    name: "family-shelters",
    mission: "family-shelters",
    title: {
      th: "ที่พักพิงชั่วคราวของครอบครัว กับองค์การบริหารส่วนตำบลตัวอย่าง (สมมติ)",
      en: "Family shelters, with the Example Subdistrict Administrative Organisation (invented)"
    },
    agency: "area",
    recipient: "subdistrict"
  })
  const { did, done, executive, jointly, officer, on, paid, signed } = story
  did(executive, "models.choose", {
    nature: "project",
    timeFrame: "bounded",
    resources: "owner-subsidy",
    wish: "paid-by-results",
    readiness: "medium",
    relation: "new",
    model: "contracting",
    reason: "แม้ระบบแนะนำเงินอุดหนุน แต่จะใช้เป็นบริการประจำในปีต่อไป จึงต้องการจ่ายตามผลงาน (สมมติ)",
    way: "persuasion",
    justification: "มีหน่วยงานเดียวที่มีอาคารในพื้นที่ (สมมติ)"
  })
  did(officer, "partners.name", { organisation: organisation("subdistrict"), as: "candidate" })
  done(officer, "COL-2", { way: "ริเริ่มจากภายใน (สมมติ)", policy: "แผนพัฒนาจังหวัด (สมมติ)" })
  selected(story, "subdistrict", 70)
  on("2026-03-16")
  jointly("COL-4a", { mission: "ที่พักพิงที่ปลอดภัย", success: "ทุกตำบลมีที่พักพิง (สมมติ)", expectations: "เรียนรู้ร่วมกัน" })
  jointly("COL-4b", {
    technical: "มีอาคารเดิม (สมมติ)",
    economic: "อยู่ในวงเงิน (สมมติ)",
    operational: "มีเจ้าหน้าที่สองคน (สมมติ)",
    schedule: "เปิดภายในสองเดือน (สมมติ)",
    supports: "ผู้นำชุมชนร่วมดูแล (สมมติ)",
    constraints: "พื้นที่น้ำท่วมถึง (สมมติ)"
  })
  jointly("COL-4c", { activities: activity.th, needs: "เร่งด่วนในฤดูฝน (สมมติ)", publicInterest: "เปิดแก่ทุกครอบครัว (สมมติ)" })
  jointly("COL-4d", {
    mission: "ที่พักพิงชั่วคราว",
    powers: "อบต. ใช้อำนาจในเขตตำบล",
    responsibilities: "กรมสนับสนุน อบต. ดำเนินงาน",
    administration: "ประชุมทุกเดือน (สมมติ)"
  })
  on("2026-04-27")
  drafted(story, {
    objectives: "ให้ครอบครัวที่ประสบปัญหาฉุกเฉินมีที่พัก",
    period,
    unit: { item: "ที่พักและคำปรึกษา", unit: "ครอบครัว", quantity: 100, cost: 12_000 },
    tranches: [700_000, 500_000]
  })
  on("2026-05-18")
  signed()
  on("2026-06-02")
  const people = { th: "ครอบครัว", en: "Families" }
  const served = [40, 50, 60, 80, 100] as const
  formed(story, { agency: "area", recipient: "subdistrict", activity, period, people, served }, "20/2569")
  on("2026-06-10")
  story.committed("$source-family-shelters", 1_200_000)
  on("2026-06-22")
  paid(1, 700_000)
  on("2026-09-28")
  story.carriedOver("$source-family-shelters", 500_000, 2570)
  on("2026-10-19")
  did(executive, "agreements.suspend", { reason: "อาคารที่พักพิงถูกน้ำท่วม ระงับจนกว่าจะซ่อมเสร็จ (สมมติ)" })
  return [budget, story]
}

/** Broken off before anyone signed. */
const cancelled = (): ReadonlyArray<Told> => {
  const story = partnership("2026-02-18", {
    name: "elder-database",
    mission: "elder-database",
    title: {
      th: "ฐานข้อมูลเพื่อการคุ้มครองผู้สูงอายุ กับวิสาหกิจชุมชนตัวอย่างบ้านร่มเย็น (สมมติ)",
      en: "Database to protect older people, with the Example Ban Rom Yen Community Enterprise (invented)"
    },
    agency: "dop",
    recipient: "weavers"
  })
  const { did, done, editor, executive, officer, on } = story
  did(officer, "models.choose", {
    nature: "project",
    timeFrame: "bounded",
    resources: "owner-subsidy",
    wish: "flexible-support",
    readiness: "low",
    relation: "new",
    model: "grant",
    way: "call"
  })
  did(officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว (สมมติ)" })
  done(officer, "GRA-1-owner", {
    mission: "ฐานข้อมูลผู้สูงอายุที่อยู่ลำพัง",
    conditions: "คุ้มครองข้อมูลส่วนบุคคล",
    qualifications: "ทำงานในพื้นที่ (สมมติ)",
    activities: "สำรวจและบันทึกข้อมูล"
  })
  on("2026-03-11")
  did(officer, "partners.name", { organisation: organisation("weavers"), as: "candidate" })
  done(editor, "GRA-1-recipient", {
    preparation: "เตรียมข้อเสนอสำรวจสองอำเภอ และหนังสือจดทะเบียนวิสาหกิจชุมชน (สมมติ)"
  })
  done(officer, "GRA-2-owner", {
    form: "แบบเสนอโครงการ (สมมติ)",
    criteria: "ความเชี่ยวชาญ พื้นที่ และเครือข่าย",
    steps: "ยื่นและสัมภาษณ์ (สมมติ)"
  })
  done(editor, "GRA-2-recipient", { application: "ยื่นใบสมัครแล้ว (สมมติ)", understanding: "รับทราบเงื่อนไข" })
  on("2026-04-08")
  selected(story, "weavers", 65)
  on("2026-04-29")
  discussed(story, "สำรวจและบันทึกข้อมูล")
  did(officer, "agreements.draft", {
    instrument: "mou",
    binding: false,
    objectives: "ให้มีฐานข้อมูลผู้สูงอายุที่อยู่ลำพัง (มูลค่าและวันที่เป็นข้อมูลสมมติ)",
    conditions: [],
    period: { from: "2026-06-01", to: "2026-11-30" },
    value: baht(300_000),
    unitCosts: [{ item: "สำรวจและบันทึก", unit: "คน", quantity: 1_500, unitCost: baht(200) }],
    tranches: [{ amount: baht(300_000) }]
  })
  on("2026-05-13")
  did(executive, "partnerships.cancel", { reason: "ผู้รับมอบขอถอนตัวเพราะบุคลากรไม่พอ (สมมติ)" })
  return [story]
}

/** A contract ended early: what was unspent is returned, and the accounts wait for the auditor. */
const terminated = (): ReadonlyArray<Told> => {
  const period = { from: "2026-02-01", to: "2027-01-31" }
  const activity = { th: "เดินรถห้องสมุดของเล่น", en: "Run the toy library" }
  const budget = source("2025-10-29", "dcy", "source-mobile-library", {
    title: { th: "งบประมาณแผ่นดิน แผนงานการเรียนรู้ 2569 (สมมติ)", en: "State budget, learning, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 1_000_000
  })
  const story = partnership("2025-11-04", {
    name: "mobile-library",
    mission: "mobile-library",
    title: {
      th: "ห้องสมุดของเล่นเคลื่อนที่ กับสหกรณ์บริการตัวอย่าง จำกัด (สมมติ)",
      en: "Mobile toy library, with the Example Service Cooperative Ltd. (invented)"
    },
    agency: "dcy",
    recipient: "cooperative"
  })
  const { did, executive, finance, on, paid, reported, signed } = story
  called(story, "เด็กเล็กในพื้นที่ห่างไกล")
  on("2025-11-26")
  proposed(story, ["cooperative"], "เดินรถห้องสมุดของเล่น")
  on("2025-12-17")
  selected(story, "cooperative", 71)
  on("2026-01-08")
  discussed(story, "เดินรถห้องสมุดของเล่น")
  drafted(story, {
    objectives: "ให้เด็กในพื้นที่ห่างไกลได้ยืมของเล่นและหนังสือ",
    period,
    unit: { item: "เดินรถและให้ยืม", unit: "วัน", quantity: 200, cost: 4_000 },
    tranches: [480_000, 320_000]
  })
  on("2026-01-19")
  signed()
  on("2026-02-03")
  const people = { th: "เด็ก", en: "Children" }
  const served = [400, 500, 600, 700, 800] as const
  formed(story, { agency: "dcy", recipient: "cooperative", activity, period, people, served }, "8/2569")
  on("2026-02-10")
  story.committed("$source-mobile-library", 800_000)
  on("2026-02-18")
  paid(1, 480_000)
  on("2026-07-20")
  reported({
    period: { from: "2026-02-01", to: "2026-06-30" },
    narrative: "เดินรถได้ 60 วันก่อนรถเสียหาย (ตัวเลขสมมติ)",
    expenditure: [[activity.th, 400_000, 260_000]],
    results: ["310", "28"]
  })
  on("2026-09-14")
  did(executive, "agreements.terminate", { reason: "สหกรณ์เลิกกิจการเดินรถ ทั้งสองฝ่ายตกลงเลิกสัญญา (สมมติ)" })
  on("2026-10-15")
  did(finance, "funding.return-unspent", { amount: baht(540_000), reason: "เงินที่ยังไม่ได้ใช้หลังเลิกสัญญา (สมมติ)" })
  on("2026-11-09")
  did(finance, "closings.reconcile", { spent: baht(260_000), note: "ตรวจใบสำคัญกับรายงานแล้ว (สมมติ)" })
  return [budget, story]
}

export const stopped = (): ReadonlyArray<Told> => [...suspended(), ...cancelled(), ...terminated()]
