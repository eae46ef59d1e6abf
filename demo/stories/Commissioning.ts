import { organisation } from "./Parties.ts"
import { adapted, level, members, partnership, source } from "./Partnership.ts"
import { baht, type Told } from "./Scene.ts"

const plan = {
  activities: [
    {
      title: { th: "ศูนย์รับแจ้งและช่วยเหลือเด็กตลอด 24 ชั่วโมง", en: "A 24-hour centre for reports and help" },
      ownerRole: "ผู้จัดการโครงการ ประสานหน่วยงานรัฐ (สมมติ)",
      recipientRole: "ฝ่ายปฏิบัติการ รับแจ้งและลงพื้นที่ (สมมติ)",
      period: { from: "2026-08-01", to: "2029-06-30" },
      legalAuthority: "พระราชบัญญัติคุ้มครองเด็ก (อ้างอิงสมมติ)"
    },
    {
      title: { th: "ครอบครัวอุปถัมภ์และการฟื้นฟู", en: "Foster families and recovery" },
      ownerRole: "กำหนดเกณฑ์และกำกับ (สมมติ)",
      recipientRole: "คัดเลือก อบรม และติดตามครอบครัว (สมมติ)",
      period: { from: "2026-10-01", to: "2029-06-30" },
      legalAuthority: "พระราชบัญญัติคุ้มครองเด็ก (อ้างอิงสมมติ)"
    }
  ],
  indicators: [
    {
      name: {
        th: "ร้อยละของเรื่องที่ช่วยเหลือภายใน 24 ชั่วโมง (ค่าสมมติ)",
        en: "Share of cases helped within 24 hours (invented values)"
      },
      unit: { th: "ร้อยละ", en: "percent" },
      weight: 5000,
      shape: "FiveLevel",
      levels: level(70, 75, 80, 85, 90),
      target: "85"
    },
    {
      name: { th: "จำนวนครอบครัวอุปถัมภ์ที่ได้มาตรฐาน (ค่าสมมติ)", en: "Foster families up to the standard (invented values)" },
      unit: { th: "ครอบครัว", en: "families" },
      weight: 3000,
      shape: "FiveLevel",
      levels: level(40, 60, 80, 100, 120),
      target: "100"
    },
    {
      name: { th: "ร้อยละของเด็กที่กลับถูกกระทำซ้ำ (ค่าสมมติ)", en: "Share of children harmed again (invented values)" },
      unit: { th: "ร้อยละ", en: "percent" },
      weight: 2000,
      shape: "FiveLevel",
      levels: level(12, 10, 8, 6, 4),
      target: "6",
      direction: "down"
    }
  ],
  participants: "เด็ก ครอบครัว โรงเรียน โรงพยาบาล และชุมชนในจังหวัด (สมมติ)"
}

const ratings = [
  { capability: "people", needed: 4, found: 4, note: "นักสังคมสงเคราะห์ 12 คน (สมมติ)" },
  { capability: "money", needed: 3, found: 3, note: "มีเงินสมทบและบัญชีแยก (สมมติ)" },
  { capability: "technology", needed: 3, found: 4, note: "ระบบรับแจ้งออนไลน์ (สมมติ)" },
  { capability: "tools", needed: 3, found: 3, note: "รถและที่พักฉุกเฉิน (สมมติ)" },
  { capability: "attitude", needed: 4, found: 5, note: "ร่วมงานกันมาแปดปี (สมมติ)" },
  { capability: "experience", needed: 4, found: 4, note: "งานคุ้มครองเด็กสามอำเภอ (สมมติ)" }
]

/** A commissioning under a joint contract of three years, with the service about to be delivered (COM-5). */
export const commissioning = (): ReadonlyArray<Told> => {
  const process = adapted("2026-01-28", "area", "process-yearly", {
    title: { th: "สัญญาร่วมแบบประเมินรายปี (สมมติ)", en: "Joint contract evaluated every year (invented)" },
    model: "commissioning",
    edits: [
      { _tag: "SetRounds", count: 2 },
      { _tag: "Relabel", step: "COM-6-interim", label: { th: "การประเมินผลประจำปี", en: "Evaluation of the year" } }
    ]
  })
  const budget = source("2026-01-28", "area", "source-child-protection", {
    title: {
      th: "งบประมาณแผ่นดิน แผนงานคุ้มครองเด็ก 2569 (สมมติ)",
      en: "State budget, child protection, FY 2569 (invented)"
    },
    fiscalYear: 2569,
    amount: 7_000_000
  })
  const pooled = source("2026-01-28", "area", "source-child-protection-pool", {
    title: {
      th: "เงินสมทบและเงินบริจาคเพื่อคุ้มครองเด็ก (สมมติ)",
      en: "Contributions and donations for child protection (invented)"
    },
    kind: "donation",
    rule: "ระเบียบกองทุนร่วมคุ้มครองเด็กจังหวัด (สมมติ)",
    fiscalYear: 2569,
    amount: 1_500_000
  })
  const story = partnership("2026-02-02", {
    name: "child-protection",
    mission: "child-protection",
    title: {
      th: "กลไกคุ้มครองเด็กระดับจังหวัด กับสมาคมตัวอย่างคุ้มครองเด็ก (สมมติ)",
      en: "Provincial child protection, with the Example Child Protection Association (invented)"
    },
    agency: "area",
    recipient: "guardians"
  })
  discussed(story)
  agreed(story)
  return [process, budget, pooled, story]
}

type Story = ReturnType<typeof partnership>

const discussed = ({ did, done, editor, executive, jointly, officer, on }: Story) => {
  did(officer, "models.choose", {
    nature: "managerial",
    timeFrame: "long-term",
    resources: "pooled",
    wish: "shared-management",
    readiness: "several",
    relation: "long-term-trust",
    model: "commissioning",
    way: "persuasion",
    process: "$process-yearly"
  })
  did(officer, "partners.name", { organisation: organisation("guardians"), as: "candidate" })
  did(officer, "supporters.propose", {
    organisation: organisation("council"),
    ability: "ผู้แทนประชาชนในพื้นที่ (สมมติ)"
  })
  did(officer, "partners.name", { organisation: organisation("observers"), as: "external-evaluator" })
  done(officer, "COL-2", { way: "ริเริ่มจากภายใน (สมมติ)", policy: "ยุทธศาสตร์จังหวัดด้านเด็ก (สมมติ)" })
  on("2026-02-10")
  did(executive, "partners.select", {
    organisation: organisation("guardians"),
    justification: "ร่วมงานกันมายาวนานและชุมชนไว้วางใจ (สมมติ)"
  })
  on("2026-02-24")
  did(editor, "supporters.agree", { supporter: 1 })
  jointly("COL-4a", {
    mission: "เด็กทุกคนในจังหวัดปลอดภัย",
    success: "ระบบเดียวตั้งแต่ป้องกันจนฟื้นฟู",
    expectations: "ตัดสินใจร่วมกันอย่างเสมอภาค"
  })
  on("2026-03-10")
  jointly("COL-4b", {
    technical: "เชื่อมระบบรับแจ้งของทั้งสองฝ่ายได้ (สมมติ)",
    economic: "รวมงบรัฐและเงินสมทบแล้วพอสำหรับสามปี (สมมติ)",
    operational: "มีทีมสามอำเภอ (สมมติ)",
    schedule: "เริ่มบริการภายในปี 2569 (สมมติ)",
    supports: "โรงพยาบาลและโรงเรียนร่วมส่งต่อ (สมมติ)",
    constraints: "การแบ่งปันข้อมูลส่วนบุคคลของเด็ก (สมมติ)"
  })
  jointly("COM-1", {
    priorities: "1 รับแจ้งและช่วยเหลือฉุกเฉิน 2 ครอบครัวอุปถัมภ์ 3 ป้องกันในโรงเรียน (สมมติ)",
    duties: "ส่วนราชการประสานและกำกับภาพรวม สมาคมรับแจ้งและลงพื้นที่ (สมมติ)",
    roles: "ส่วนราชการเป็นผู้จัดการโครงการ สมาคมเป็นฝ่ายปฏิบัติการ (สมมติ)"
  })
  on("2026-03-24")
  jointly("COM-2", {
    facts: "รับแจ้งปีละ 300 เรื่อง ช่วยเหลือทันครึ่งหนึ่ง (ตัวเลขสมมติ)",
    consultation: "รับฟังเด็ก ผู้ปกครอง และครู 6 เวที (สมมติ)"
  })
  on("2026-04-07")
  jointly("COL-4c", {
    activities: "ศูนย์รับแจ้ง และครอบครัวอุปถัมภ์",
    needs: "ความเร่งด่วนของเด็กที่ถูกกระทำ",
    publicInterest: "ไม่ลดอำนาจพนักงานเจ้าหน้าที่ตามกฎหมาย (สมมติ)"
  })
  on("2026-04-21")
  jointly("COL-4d", {
    mission: "กลไกคุ้มครองเด็กระดับจังหวัด",
    powers: "คณะกรรมการร่วมตัดสินใจเรื่องงบและลำดับงาน (สมมติ)",
    responsibilities: "แบ่งตามบทบาทผู้จัดการและฝ่ายปฏิบัติการ",
    administration: "สำนักงานเลขานุการร่วมที่ศาลากลางจังหวัด (สมมติ)"
  })
}

const agreed = ({
  announced,
  carriedOver,
  committed,
  did,
  executive,
  jointly,
  officer,
  on,
  paid,
  planned,
  signed
}: Story) => {
  on("2026-05-06")
  jointly("COM-3", { resources: "รัฐ 6.5 ล้านบาทและอาคาร สมาคมสมทบ 1.5 ล้านบาทและบุคลากร (ตัวเลขสมมติ)" })
  did(officer, "agreements.draft", {
    instrument: "joint-contract",
    binding: true,
    objectives: "จัดระบบคุ้มครองเด็กระดับจังหวัดร่วมกัน (มูลค่าและวันที่เป็นข้อมูลสมมติ)",
    conditions: [{ text: "ทบทวนบทบาทและงบประมาณทุกปีโดยคณะกรรมการร่วม" }],
    period: { from: "2026-07-01", to: "2029-06-30" },
    value: baht(8_000_000),
    unitCosts: [
      { item: "ศูนย์รับแจ้งและช่วยเหลือ", unit: "เดือน", quantity: 36, unitCost: baht(100_000) },
      { item: "ครอบครัวอุปถัมภ์", unit: "ครอบครัว", quantity: 120, unitCost: baht(20_000) },
      { item: "พัฒนาผู้ปฏิบัติงาน", unit: "คน", quantity: 40, unitCost: baht(50_000) }
    ],
    tranches: [
      { amount: baht(3_000_000), label: "ปีที่ 1" },
      { amount: baht(2_500_000), label: "ปีที่ 2" },
      { amount: baht(2_500_000), label: "ปีที่ 3" }
    ],
    sla: "ออกช่วยเหลือภายใน 24 ชั่วโมงหลังรับแจ้ง (สมมติ)"
  })
  on("2026-06-15")
  signed()
  on("2026-06-22")
  announced("ประกาศจังหวัด 9/2569 (สมมติ)", "ประชุมชี้แจงทีมสามอำเภอ (สมมติ)", "แถลงต่อสื่อและโรงเรียน (สมมติ)")
  on("2026-07-01")
  did(executive, "committees.appoint", {
    order: "คำสั่งจังหวัด 44/2569 (สมมติ)",
    members: members("area", "guardians", "council"),
    secretariat: "ศาลากลางจังหวัด ชั้น 2 (สมมติ)"
  })
  on("2026-07-08")
  jointly("COM-4", {
    form: "ศูนย์เดียว สามทีมเคลื่อนที่ และเครือข่ายครอบครัวอุปถัมภ์ (สมมติ)",
    fit: "อยู่ในวงเงินสามปีและเข้าถึงทุกอำเภอ (สมมติ)"
  })
  on("2026-07-15")
  planned(plan)
  on("2026-07-22")
  committed("$source-child-protection", 6_500_000)
  committed("$source-child-protection-pool", 1_500_000)
  on("2026-08-03")
  paid(1, 3_000_000)
  on("2026-09-28")
  carriedOver("$source-child-protection", 3_500_000, 2570)
  carriedOver("$source-child-protection-pool", 1_500_000, 2570)
  on("2026-11-10")
  did(officer, "partners.assess", { ratings })
}
