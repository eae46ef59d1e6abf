import { organisation } from "./Parties.ts"
import { adapted, members, nth, partnership, source } from "./Partnership.ts"
import { baht, type Told } from "./Scene.ts"
import { database, homes, knowledge, plan, term, unitCosts } from "./UniversalDesignPlan.ts"

const title = {
  th: "ศูนย์การพัฒนาเมืองอารยสถาปัตย์ กับเทศบาลนครนนทบุรี",
  en: "A centre for a city of universal design, with Nonthaburi City Municipality"
}
/** CASE-2: found by direct persuasion, carried out, evaluated, and closed after a clean audit. */
export const universalDesign = (): ReadonlyArray<Told> => {
  const process = adapted("2025-10-20", "dop", "process-anchors", {
    title: { th: "สัญญาข้อตกลงแบบคะแนนเต็มร้อย (สมมติ)", en: "Performance contract scored out of a hundred (invented)" },
    model: "contracting",
    edits: [{ _tag: "SetThreshold", name: "acceptance-score", value: 50 }]
  })
  const budget = source("2025-10-20", "dop", "source-universal-design", {
    title: { th: "งบประมาณแผ่นดิน แผนงานสังคมสูงวัย 2569 (สมมติ)", en: "State budget, ageing society, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 3_000_000
  })
  const donated = source("2025-10-20", "dop", "source-homes-donations", {
    title: { th: "เงินบริจาคเพื่อปรับปรุงบ้านผู้สูงอายุ (สมมติ)", en: "Donations for older people's homes (invented)" },
    kind: "donation",
    rule: "ระเบียบการรับและใช้เงินบริจาคของกรม (สมมติ)",
    fiscalYear: 2569,
    amount: 500_000
  })
  const story = partnership("2025-10-20", {
    name: "universal-design",
    mission: "universal-design",
    title,
    agency: "dop",
    recipient: "nonthaburi"
  })
  persuaded(story)
  agreed(story)
  worked(story)
  closed(story)
  return [process, budget, donated, story]
}

type Story = ReturnType<typeof partnership>

const persuaded = ({ did, done, editor, executive, jointly, officer, on }: Story) => {
  did(officer, "models.choose", {
    nature: "service",
    timeFrame: "continuing",
    resources: "owner-budget",
    wish: "paid-by-results",
    readiness: "high",
    relation: "established",
    model: "contracting",
    way: "persuasion",
    justification:
      "เทศบาลเป็นผู้มีอำนาจและพื้นที่ มีผู้สูงอายุมากพอ และศูนย์อาเซียนเพื่อผู้สูงวัยที่มีศักยภาพและนวัตกรรมอยู่ในจังหวัด (ASEAN Center for Active Aging and Innovation)",
    process: "$process-anchors"
  })
  did(officer, "partners.name", {
    organisation: organisation("opdc"),
    as: "third-party",
    reason: "ช่วยประสานทั้งสองฝ่าย (สมมติ)"
  })
  did(officer, "partners.name", { organisation: organisation("nonthaburi"), as: "candidate" })
  did(officer, "supporters.propose", {
    organisation: organisation("volunteers"),
    ability: "ดูแลผู้สูงอายุในชุมชน (สมมติ)"
  })
  did(officer, "partners.name", { organisation: organisation("observers"), as: "external-evaluator" })
  on("2025-10-22")
  done(officer, "COL-2", {
    way: "ริเริ่มจากภายนอก โดยฝ่ายที่สาม (สมมติ)",
    policy: "แผนปฏิบัติการด้านผู้สูงอายุ (อ้างอิงสมมติ)"
  })
  did(executive, "partners.select", {
    organisation: organisation("nonthaburi"),
    justification: "มีอำนาจ พื้นที่ บุคลากรช่าง และความร่วมมือกับชุมชน ไม่ขัดกับบทบาทของกรม (สมมติ)"
  })
  on("2025-10-27")
  jointly("COL-4a", {
    mission: "บ้านและเมืองที่ทุกคนใช้ได้",
    success: "เมืองอารยสถาปัตย์ต้นแบบที่ท้องถิ่นอื่นทำตามได้",
    expectations: "กรมได้องค์ความรู้ เทศบาลได้บริการที่ยั่งยืน (สมมติ)"
  })
  on("2025-10-29")
  jointly("COL-4b", {
    technical: "มีช่างของเทศบาลและแบบบ้านของกรม (สมมติ)",
    economic: "งบต่อหลังไม่เกินสี่หมื่นบาท (สมมติ)",
    operational: "อาสาสมัครช่วยสำรวจบ้าน (สมมติ)",
    schedule: "ปรับปรุงบ้านให้เสร็จก่อนสิ้นปีงบประมาณ 2569 (สมมติ)",
    supports: "ศูนย์อาเซียนเพื่อผู้สูงวัยฯ อยู่ในจังหวัด",
    constraints: "ระเบียบการสนับสนุนงบประมาณในพื้นที่ และนโยบายที่ยังไม่เอื้อ"
  })
  on("2025-11-03")
  jointly("COL-4c", {
    activities: "สามแผนงาน: องค์ความรู้ ฐานข้อมูล และที่อยู่อาศัย",
    needs: "ผู้สูงอายุหกล้มในบ้านเป็นเรื่องเร่งด่วน (สมมติ)",
    publicInterest: "เลือกบ้านตามเกณฑ์ที่ประกาศ ไม่เอื้อประโยชน์รายใด (สมมติ)"
  })
  on("2025-11-06")
  jointly("COL-4d", {
    mission: "จัดตั้งศูนย์การพัฒนาเมืองอารยสถาปัตย์",
    powers: "เทศบาลใช้อำนาจในเขตของตน",
    responsibilities: "กรมรับผิดชอบองค์ความรู้และงบประมาณ เทศบาลรับผิดชอบการดำเนินงาน (สมมติ)",
    administration: "กลุ่มงานเลขานุการร่วมประชุมทุกสองเดือน (สมมติ)"
  })
  did(editor, "supporters.agree", { supporter: 1 })
}

const agreed = ({ announced, did, executive, officer, on, planned, signed }: Story) => {
  on("2025-11-10")
  did(officer, "agreements.draft", {
    instrument: "mou",
    binding: true,
    objectives: "จัดตั้งศูนย์การพัฒนาเมืองอารยสถาปัตย์ และได้ฐานความรู้กับแผนปรับปรุงบ้านผู้สูงอายุ (มูลค่าและวันที่เป็นข้อมูลสมมติ)",
    conditions: [{ text: "เลือกบ้านตามเกณฑ์ที่ประกาศต่อสาธารณะ (สมมติ)" }],
    period: term,
    value: baht(3_200_000),
    unitCosts,
    tranches: [
      { amount: baht(1_920_000), label: "งวดที่ 1" },
      { amount: baht(1_280_000), label: "งวดที่ 2 หลังประเมินระยะกลาง" }
    ]
  })
  on("2025-11-17")
  signed()
  on("2025-11-20")
  announced("ประกาศกรม 58/2569 (สมมติ)", "เวียนแจ้งทุกกองของทั้งสองฝ่าย (สมมติ)", "ประชุมชุมชน 12 แห่ง (สมมติ)")
  on("2025-11-27")
  did(executive, "committees.appoint", {
    order: "คำสั่งกรม 61/2569 (สมมติ)",
    members: members("dop", "nonthaburi", "volunteers"),
    secretariat: "กลุ่มงานเลขานุการร่วม เทศบาลนครนนทบุรี (สมมติ)"
  })
  on("2025-12-02")
  planned(plan)
}

const worked = (story: Story) => {
  const { committed, did, editor, evaluated, officer, on, paid, reported, selfAssessed } = story
  on("2025-12-04")
  committed("$source-universal-design", 2_800_000)
  committed("$source-homes-donations", 400_000)
  on("2025-12-09")
  paid(1, 1_920_000)
  on("2026-05-11")
  reported({
    period: { from: "2025-12-01", to: "2026-04-30" },
    narrative: "อบรมแล้ว 210 คน ปรับปรุงบ้าน 32 หลัง สำรวจแล้วร้อยละ 76 (ตัวเลขสมมติ)",
    expenditure: [
      [knowledge, 420_000, 410_000],
      [database, 400_000, 395_000],
      [homes, 1_100_000, 1_080_000]
    ],
    results: ["32", "76", "50", "82"],
    problems: "ระเบียบการสนับสนุนงบประมาณในพื้นที่ไม่เอื้อให้ปรับปรุงบ้านเช่า (สมมติ)"
  })
  selfAssessed(["33", "76", "48", "82"])
  on("2026-05-20")
  evaluated("internal", {
    results: ["32", "76", "50", "82"],
    findings: "งานเป็นไปตามแผน บ้านเช่ายังปรับปรุงไม่ได้ (สมมติ)",
    siteVisit: "2026-05-15"
  })
  on("2026-05-22")
  const midTerm = evaluated("external", {
    results: ["32", "76", "50", "82"],
    findings: "ผู้สูงอายุพอใจ ควรเพิ่มช่าง (สมมติ)",
    siteVisit: "2026-05-18"
  })
  on("2026-05-28")
  did(officer, "evaluations.accept", { evaluation: nth(midTerm, 0), deductions: [] })
  on("2026-06-04")
  paid(2, 1_280_000)
  on("2026-10-05")
  reported({
    period: { from: "2026-05-01", to: "2026-09-30" },
    narrative: "ปรับปรุงบ้านครบ 39 หลัง ฐานข้อมูลร้อยละ 88 และมีแผนปรับปรุงบ้านระยะต่อไป (ตัวเลขสมมติ)",
    expenditure: [
      [knowledge, 180_000, 175_000],
      [database, 200_000, 190_000],
      [homes, 900_000, 870_000]
    ],
    results: ["39", "88", "38", "91"]
  })
  selfAssessed(["39", "88", "38", "91"])
  did(editor, "lessons.record", {
    kind: "lesson",
    text: "ขยายผลเป็นแผนสร้างเมือง ทั้งอาคาร พื้นที่สาธารณะ และเส้นทาง และชวนท้องถิ่นอื่นกับภาคประชาสังคม (ผลสมมติ)"
  })
  on("2026-10-14")
  const final = evaluated("internal", {
    results: ["39", "88", "38", "91"],
    findings: "ได้ฐานความรู้การปรับปรุงบ้านและแผนปฏิบัติการบ้านผู้สูงอายุครบตามข้อตกลง (ผลสมมติ)"
  })
  on("2026-10-19")
  did(officer, "evaluations.accept", {
    evaluation: nth(final, 1),
    deductions: [],
    recommendations: "เสนอแก้ระเบียบการสนับสนุนงบประมาณในพื้นที่"
  })
}

const closed = ({ auditor, did, executive, finance, on }: Story) => {
  on("2026-10-26")
  did(finance, "funding.return-unspent", { amount: baht(80_000), reason: "ปรับปรุงบ้านได้ 39 จาก 40 หลัง (สมมติ)" })
  did(finance, "closings.reconcile", { spent: baht(3_120_000), note: "เอกสารหลักฐานครบ (สมมติ)" })
  on("2026-11-06")
  did(auditor, "closings.audit", { opinion: "clean", note: "ตรวจใบสำคัญทั้งหมด ไม่พบข้อผิดพลาด (สมมติ)" })
  on("2026-11-13")
  did(executive, "closings.close", {})
}
