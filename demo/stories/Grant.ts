import { discussed } from "./Contracts.ts"
import { organisation } from "./Parties.ts"
import { level, partnership, source, steps } from "./Partnership.ts"
import { baht, type Told } from "./Scene.ts"

const plan = {
  activities: [
    {
      title: {
        th: "สำรวจปัญหาและความต้องการของเด็กใน 5 จังหวัด",
        en: "Survey children's problems and needs in five provinces"
      },
      ownerRole: "ให้คำปรึกษา ติดตาม และประเมินผลต่อเนื่อง",
      recipientRole: "ออกแบบ เก็บข้อมูล และวิเคราะห์ (สมมติ)",
      period: { from: "2026-06-15", to: "2026-12-31" },
      legalAuthority: "พระราชบัญญัติส่งเสริมการพัฒนาเด็กและเยาวชนแห่งชาติ (อ้างอิงสมมติ)"
    },
    {
      title: { th: "จัดทำฐานข้อมูลและรายงานสถานการณ์", en: "Build the database and the situation reports" },
      ownerRole: "กำหนดชุดข้อมูลร่วมกัน",
      recipientRole: "จัดทำฐานข้อมูลและรายงานรายจังหวัด (สมมติ)",
      period: { from: "2026-09-01", to: "2027-03-31" },
      legalAuthority: "ข้อบังคับของมูลนิธิ (สมมติ)"
    }
  ],
  indicators: [
    {
      name: { th: "จำนวนเด็กที่ตอบแบบสำรวจครบถ้วน (ค่าสมมติ)", en: "Children with a complete survey (invented values)" },
      unit: { th: "คน", en: "children" },
      weight: 6000,
      shape: "FiveLevel",
      levels: level(2_000, 2_300, 2_600, 2_800, 3_000),
      target: "2800"
    },
    {
      name: { th: "ระดับความสำเร็จของรายงานสถานการณ์ (ค่าสมมติ)", en: "Success of the situation reports (invented values)" },
      unit: { th: "ระดับ", en: "level" },
      weight: 4000,
      shape: "FiveLevelStep",
      levels: steps(
        { th: "รวบรวมข้อมูลครบทุกจังหวัด", en: "Data gathered in every province" },
        { th: "ตรวจสอบและวิเคราะห์ข้อมูลแล้ว", en: "Data checked and analysed" },
        { th: "รับฟังความเห็นต่อร่างรายงาน", en: "Draft reports discussed in public" },
        { th: "ส่งรายงานฉบับสมบูรณ์", en: "Final reports handed over" },
        { th: "หน่วยงานนำรายงานไปใช้กำหนดภารกิจ", en: "The agency sets missions by the reports" }
      ),
      target: "4"
    }
  ],
  participants: "สภาเด็กและเยาวชนใน 5 จังหวัด (สมมติ)"
}

/** A grant by call, at work, with one change of conditions declined and another waiting for an answer. */
export const grant = (): ReadonlyArray<Told> => {
  const budget = source("2026-02-02", "dcy", "source-children-survey", {
    title: { th: "เงินอุดหนุนงานวิชาการด้านเด็ก 2569 (สมมติ)", en: "Subsidy for studies of children, FY 2569 (invented)" },
    fiscalYear: 2569,
    amount: 2_000_000
  })
  const story = partnership("2026-02-02", {
    name: "children-survey",
    mission: "children-survey",
    title: {
      th: "สำรวจปัญหาและความต้องการของเด็ก กับมูลนิธิตัวอย่างเพื่อเด็กและครอบครัว (สมมติ)",
      en: "Survey of children's problems and needs, with the Example Foundation (invented)"
    },
    agency: "dcy",
    recipient: "families"
  })
  applied(story)
  agreed(story)
  underWay(story)
  return [budget, story]
}

type Story = ReturnType<typeof partnership>

const applied = ({ did, done, editor, executive, officer, on }: Story) => {
  did(officer, "models.choose", {
    nature: "project",
    timeFrame: "bounded",
    resources: "owner-subsidy",
    wish: "flexible-support",
    readiness: "medium",
    relation: "new",
    model: "grant",
    way: "call"
  })
  did(officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับในแผนปฏิบัติราชการแล้ว (สมมติ)" })
  on("2026-02-16")
  done(officer, "GRA-1-owner", {
    mission: "ประเมินปัญหาและความต้องการของเด็ก",
    conditions: "คุ้มครองข้อมูลเด็ก และเปิดเผยผลการสำรวจ (สมมติ)",
    qualifications: "มีผลงานวิจัยหรือสำรวจด้านเด็ก (สมมติ)",
    activities: "สำรวจ จัดทำฐานข้อมูล และรายงานสถานการณ์"
  })
  on("2026-03-02")
  did(officer, "partners.name", { organisation: organisation("families"), as: "candidate" })
  did(officer, "partners.name", { organisation: organisation("network"), as: "candidate" })
  done(editor, "GRA-1-recipient", {
    preparation: "เตรียมข้อเสนอสำรวจ 5 จังหวัด ตราสารมูลนิธิ และงบการเงินสามปี (สมมติ)"
  })
  done(officer, "GRA-2-owner", {
    form: "แบบเสนอโครงการเงินอุดหนุน (สมมติ)",
    criteria: "ความเชี่ยวชาญ มาตรฐานองค์กร พื้นที่ ผลงาน และเครือข่าย",
    steps: "ยื่นออนไลน์ ตรวจเอกสาร สัมภาษณ์ และประกาศผล (สมมติ)"
  })
  on("2026-03-30")
  done(editor, "GRA-2-recipient", {
    application: "ยื่นใบสมัครพร้อมเอกสารครบ (สมมติ)",
    understanding: "รับทราบเงื่อนไข วิธีการ และวงเงิน"
  })
  on("2026-04-20")
  did(executive, "partners.select", {
    organisation: organisation("families"),
    justification: "เข้าถึงครอบครัวในพื้นที่ คะแนน 81 จาก 100 (คะแนนสมมติ)"
  })
}

const agreed = (story: Story) => {
  const { announced, did, executive, officer, on, planned, signed } = story
  on("2026-05-11")
  discussed(story, "สำรวจปัญหาและความต้องการของเด็ก")
  did(officer, "agreements.draft", {
    instrument: "grant-agreement",
    binding: true,
    objectives: "ให้มีข้อมูลปัญหาและความต้องการของเด็กสำหรับกำหนดนโยบาย (มูลค่าและวันที่เป็นข้อมูลสมมติ)",
    conditions: [{ text: "เก็บข้อมูลภาคสนามให้แล้วเสร็จภายใน 30 พฤศจิกายน 2569" }, { text: "ใช้แบบสำรวจที่คณะทำงานเห็นชอบ" }],
    period: { from: "2026-06-01", to: "2027-03-31" },
    value: baht(1_500_000),
    unitCosts: [
      { item: "สำรวจภาคสนาม", unit: "คน", quantity: 3_000, unitCost: baht(300) },
      { item: "ฐานข้อมูล", unit: "ระบบ", quantity: 1, unitCost: baht(350_000) },
      { item: "รายงานสถานการณ์", unit: "จังหวัด", quantity: 5, unitCost: baht(50_000) }
    ],
    tranches: [{ amount: baht(1_500_000), label: "เงินอุดหนุนครั้งเดียว" }]
  })
  on("2026-05-18")
  signed()
  on("2026-05-20")
  announced("ประกาศกรม 17/2569 (สมมติ)", "แจ้งเวียนในกรมและมูลนิธิ (สมมติ)", "แถลงต่อสภาเด็กและเยาวชน (สมมติ)")
  on("2026-05-25")
  did(executive, "committees.waive", { reason: "โครงการขนาดเล็กและมีขอบเขตชัดเจน ให้คณะทำงานร่วมกำกับแทน (สมมติ)" })
  on("2026-06-01")
  planned(plan)
}

const underWay = ({ committed, did, editor, officer, on, paid }: Story) => {
  on("2026-06-04")
  committed("$source-children-survey", 1_500_000)
  on("2026-06-10")
  paid(1, 1_500_000)
  on("2026-08-10")
  const first = did(editor, "agreements.request-change", {
    conditions: [{ text: "เก็บข้อมูลภาคสนามให้แล้วเสร็จภายใน 30 พฤศจิกายน 2569" }],
    reason: "ขอใช้แบบสำรวจของมูลนิธิเอง (สมมติ)"
  }).part("data.agreement.changes.0.id")
  on("2026-08-17")
  did(officer, "agreements.decline-change", { change: first, reason: "ข้อมูลจะเทียบกันระหว่างจังหวัดไม่ได้ (สมมติ)" })
  on("2026-10-20")
  const notice = did(editor, "notices.raise", { text: "น้ำท่วมสองจังหวัด เก็บข้อมูลภาคสนามไม่ได้ตามกำหนด (สมมติ)" }).part(
    "data.delivery.notices.0.id"
  )
  on("2026-10-22")
  did(officer, "notices.answer", { notice, text: "ให้เสนอขอเปลี่ยนเงื่อนไขเป็นหนังสือ โดยไม่กระทบวัตถุประสงค์ (สมมติ)" })
  on("2026-11-12")
  did(editor, "agreements.request-change", {
    conditions: [{ text: "เก็บข้อมูลภาคสนามให้แล้วเสร็จภายใน 31 มกราคม 2570" }, { text: "ใช้แบบสำรวจที่คณะทำงานเห็นชอบ" }],
    reason: "น้ำท่วมสองจังหวัด ขอเลื่อนการเก็บข้อมูลสองเดือน (สมมติ)"
  })
  did(editor, "lessons.record", { kind: "situation", text: "เก็บข้อมูลครบแล้วสามจังหวัด อีกสองจังหวัดรอน้ำลด (สมมติ)" })
}
