import { curriculum, followUp, plan, potential, term, unitCosts } from "./ChildcarePlan.ts"
import { discussed } from "./Contracts.ts"
import { organisation } from "./Parties.ts"
import { adapted, members, nth, partnership, source } from "./Partnership.ts"
import { baht, type Told } from "./Scene.ts"

const title = {
  th: "ศูนย์พัฒนาเด็กเล็ก Inclusive Care กับสถาบันแห่งชาติเพื่อการพัฒนาเด็กและครอบครัว มหาวิทยาลัยมหิดล",
  en: "Inclusive Care childcare centres, with the National Institute for Child and Family Development"
}

/** CASE-1 with two rounds of evaluation and payment, in the middle of the second one. */
export const childcare = (): ReadonlyArray<Told> => {
  const process = adapted("2025-10-20", "dcy", "process-two-rounds", {
    title: {
      th: "สัญญาข้อตกลงแบบประเมินสองรอบ (สมมติ)",
      en: "Performance contract with two rounds of evaluation (invented)"
    },
    model: "contracting",
    edits: [
      { _tag: "SetRounds", count: 2 },
      { _tag: "SetDue", step: "PBC-6", days: 180 }
    ]
  })
  const budget69 = source("2025-10-20", "dcy", "source-childcare-2569", {
    title: {
      th: "งบประมาณแผ่นดิน แผนงานพัฒนาเด็กปฐมวัย 2569 (สมมติ)",
      en: "State budget, early childhood, FY 2569 (invented)"
    },
    fiscalYear: 2569,
    amount: 5_000_000
  })
  const budget70 = source("2026-10-01", "dcy", "source-childcare-2570", {
    title: {
      th: "งบประมาณแผ่นดิน แผนงานพัฒนาเด็กปฐมวัย 2570 (สมมติ)",
      en: "State budget, early childhood, FY 2570 (invented)"
    },
    fiscalYear: 2570,
    amount: 4_000_000
  })
  const story = partnership("2025-10-22", {
    name: "childcare",
    mission: "childcare",
    title,
    agency: "dcy",
    recipient: "nicfd"
  })
  begun(story)
  agreed(story)
  worked(story)
  secondRound(story)
  return [process, budget69, budget70, story]
}

type Story = ReturnType<typeof partnership>

const begun = ({ did, done, editor, executive, officer, on }: Story) => {
  did(officer, "models.choose", {
    nature: "service",
    timeFrame: "continuing",
    resources: "owner-budget",
    wish: "paid-by-results",
    readiness: "high",
    relation: "established",
    model: "contracting",
    way: "call",
    process: "$process-two-rounds"
  })
  done(officer, "COL-2", {
    way: "ริเริ่มจากภายใน: ศึกษาความเป็นไปได้ แล้วสร้างความตระหนักแก่ผู้บริหารและบุคลากร (สมมติ)",
    policy: "แผนปฏิบัติราชการประจำปี 2569 และคำรับรองการปฏิบัติราชการ (สมมติ)"
  })
  on("2025-10-29")
  done(officer, "PBC-1", {
    scope: "ศูนย์พัฒนาเด็กเล็กขององค์กรปกครองส่วนท้องถิ่นในสามจังหวัด",
    objectives: "ส่งเสริมพัฒนาการเด็กกลุ่มเปราะบางทางสังคมด้วยระบบ Inclusive Care",
    period: "18 เดือน (สมมติ)",
    selectionCriteria: "ความโดดเด่น ความสมเหตุสมผลด้านงบประมาณ ความเชี่ยวชาญ ความเสี่ยง และความคุ้มค่า",
    budgetMethod: "จ่ายสามงวดตามผลการประเมิน (สมมติ)",
    evaluation: "ประเมินสองรอบโดยผู้ประเมินภายในและภายนอก และหลังสิ้นสุด"
  })
  on("2025-11-17")
  did(officer, "partners.name", { organisation: organisation("nicfd"), as: "candidate" })
  did(officer, "partners.name", { organisation: organisation("families"), as: "candidate" })
  did(officer, "partners.name", {
    organisation: organisation("observers"),
    as: "external-evaluator",
    reason: "ไม่มีส่วนได้เสียกับผู้รับมอบ (สมมติ)"
  })
  done(editor, "PBC-2", { proposal: "ข้อเสนอโครงการ Inclusive Care พร้อมแผนงบประมาณ (สมมติ)" })
  on("2025-12-01")
  done(editor, "PBC-3", {
    plan: "พัฒนาเด็ก จัดทำหลักสูตร และติดตามผลใน 25 ศูนย์ (สมมติ)",
    expertise: "พัฒนาการเด็กและครอบครัว",
    standards: "มาตรฐานสถาบันวิชาการของรัฐ",
    serviceArea: "นครปฐม นนทบุรี และปทุมธานี (สมมติ)",
    experience: "งานวิจัยและศูนย์สาธิตพัฒนาเด็ก (สมมติ)",
    network: "เครือข่ายท้องถิ่นและสถาบันการศึกษา (สมมติ)"
  })
  on("2025-12-15")
  did(executive, "partners.select", {
    organisation: organisation("nicfd"),
    justification: "มีองค์ความรู้ที่กรมไม่มี คะแนนรวมสูงสุด 86 จาก 100 (คะแนนสมมติ)"
  })
}

const agreed = (story: Story) => {
  const { announced, did, editor, executive, officer, on, planned, signed } = story
  on("2026-01-06")
  discussed(story, "พัฒนาศักยภาพศูนย์พัฒนาเด็กเล็กด้วยระบบ Inclusive Care")
  did(officer, "agreements.draft", {
    instrument: "performance-contract",
    binding: true,
    objectives: "ส่งเสริมพัฒนาการเด็กกลุ่มเปราะบางทางสังคม และส่งมอบแนวปฏิบัติกับหลักสูตรให้กรมใช้เป็นมาตรฐาน (มูลค่าและวันที่เป็นข้อมูลสมมติ)",
    conditions: [
      { text: "ผู้รับมอบคุ้มครองข้อมูลของเด็กและครอบครัว" },
      { text: "ส่งมอบการศึกษาต้นทุนต่อหัว แนวปฏิบัติ และหลักสูตรฝึกอบรม" }
    ],
    period: term,
    value: baht(6_000_000),
    unitCosts,
    tranches: [
      { amount: baht(2_400_000), label: "งวดที่ 1 เริ่มดำเนินงาน" },
      {
        amount: baht(1_800_000),
        label: "งวดที่ 2 หลังประเมินรอบแรก",
        condition: "ผลการประเมินรอบแรกได้รับการยอมรับ (สมมติ)"
      },
      {
        amount: baht(1_800_000),
        label: "งวดที่ 3 หลังประเมินรอบที่สอง",
        condition: "ผลการประเมินรอบที่สองได้รับการยอมรับ (สมมติ)"
      }
    ],
    sla: "ตอบข้อสอบถามของศูนย์ภายใน 3 วันทำการ และส่งรายงานภายใน 30 วันหลังสิ้นงวด (สมมติ)",
    guarantee: { income: baht(2_400_000), volume: "เด็กไม่น้อยกว่า 160 คน (สมมติ)" }
  })
  on("2026-01-12")
  signed()
  on("2026-01-15")
  announced("ประกาศกรม 1/2569 (สมมติ)", "ชี้แจงในที่ประชุมของทั้งสองฝ่าย (สมมติ)", "ประชุมชี้แจงศูนย์ ผู้ปกครอง และท้องถิ่น (สมมติ)")
  on("2026-01-22")
  did(executive, "committees.appoint", { order: "คำสั่งกรม 12/2569 (สมมติ)", members: members("dcy", "nicfd") })
  on("2026-01-26")
  did(editor, "supporters.propose-person", {
    name: "ผู้แทนผู้ปกครอง (สมมติ)",
    capacity: "citizens-representative",
    ability: "รู้ความต้องการของครอบครัวในพื้นที่ (สมมติ)"
  })
  did(editor, "supporters.propose-person", {
    name: "ผู้สังเกตการณ์ (สมมติ)",
    capacity: "other-person",
    ability: "ติดตามงานให้ผู้ปกครอง (สมมติ)"
  })
  on("2026-01-28")
  did(officer, "supporters.agree", { supporter: 1 })
  did(officer, "supporters.decline", { supporter: 2, reason: "มีผู้แทนผู้ปกครองแล้ว (สมมติ)" })
  on("2026-01-29")
  did(executive, "committees.change", {
    order: "คำสั่งกรม 15/2569 (สมมติ)",
    reason: "เพิ่มผู้แทนผู้ปกครองที่ทั้งสองฝ่ายเห็นชอบ (สมมติ)",
    leaving: [],
    joining: [
      {
        name: "ผู้แทนผู้ปกครอง (สมมติ)",
        supporter: 1,
        side: "supporter",
        position: "กรรมการ",
        charged: true,
        decides: true
      }
    ]
  })
  on("2026-02-02")
  planned(plan)
}

const worked = (story: Story) => {
  const { committed, did, editor, evaluated, officer, on, paid, reported, selfAssessed } = story
  on("2026-02-05")
  committed("$source-childcare-2569", 4_200_000)
  on("2026-02-12")
  paid(1, 2_400_000)
  on("2026-04-20")
  const notice = did(editor, "notices.raise", {
    text: "ระเบียบของท้องถิ่นบางแห่งไม่เอื้อให้จ่ายค่าอาหารเสริมเด็กนอกเขต ขอหารือแนวทาง (สมมติ)"
  }).part("data.delivery.notices.0.id")
  on("2026-04-27")
  did(officer, "notices.answer", {
    notice,
    text: "ใช้งบของโครงการแทนได้ และกรมจะหารือกรมส่งเสริมการปกครองท้องถิ่น (สมมติ)"
  })
  did(editor, "lessons.record", {
    kind: "lesson",
    text: "ผู้ปกครองร่วมประเมินพัฒนาการได้ดีเมื่อใช้แบบประเมินภาพ (สมมติ)"
  })
  on("2026-07-06")
  reported({
    period: { from: "2026-02-15", to: "2026-06-30" },
    narrative: "เปิดระบบ Inclusive Care แล้ว 19 ศูนย์ พัฒนาเด็ก 210 คน (ตัวเลขสมมติ)",
    expenditure: [
      [potential, 1_700_000, 1_620_000],
      [curriculum, 450_000, 430_000],
      [followUp, 150_000, 120_000]
    ],
    results: ["72", "19", "9900", "3"],
    problems: "กฎระเบียบ งบประมาณ และนโยบายของบางพื้นที่ยังไม่เอื้อต่อการรับเด็กกลุ่มเปราะบาง"
  })
  selfAssessed(["73", "20", "9850", "3"])
  on("2026-07-17")
  evaluated("internal", {
    results: ["72", "19", "9900", "3"],
    findings: "พัฒนาการเด็กดีขึ้นตามแผน เอกสารการเงินครบ แต่ส่งรายงานช้าหกวัน (สมมติ)",
    siteVisit: "2026-07-09"
  })
  on("2026-07-24")
  const evaluations = evaluated("external", {
    results: ["72", "19", "9900", "3"],
    findings: "ครูใช้แนวปฏิบัติได้จริง ควรเร่งศูนย์ในพื้นที่ห่างไกล (สมมติ)",
    siteVisit: "2026-07-14"
  })
  on("2026-08-03")
  did(officer, "evaluations.accept", {
    evaluation: nth(evaluations, 0),
    deductions: [
      { points: "0.0500", reason: { th: "ส่งรายงานช้ากว่ากำหนด (สมมติ)", en: "The report came late (invented)" } }
    ],
    recommendations: "เสนอให้ทบทวนระเบียบสนับสนุนงบประมาณแก่ศูนย์ของท้องถิ่น"
  })
  on("2026-08-17")
  paid(2, 1_800_000)
}

const secondRound = (story: Story) => {
  const { committed, did, editor, evaluated, officer, on, reported, selfAssessed } = story
  on("2026-10-05")
  committed("$source-childcare-2570", 1_800_000)
  did(officer, "lessons.record", {
    kind: "situation",
    text: "ทบทวนสถานการณ์: น้ำท่วมทำให้เปิดศูนย์ใหม่ได้ช้าสองสัปดาห์ (สมมติ)"
  })
  on("2026-11-06")
  reported({
    period: { from: "2026-07-01", to: "2026-10-31" },
    narrative: "เปิดระบบแล้ว 22 ศูนย์ ทดลองใช้หลักสูตรรุ่นแรก (ตัวเลขสมมติ)",
    expenditure: [
      [potential, 1_400_000, 1_310_000],
      [curriculum, 300_000, 285_000],
      [followUp, 100_000, 95_000]
    ],
    results: ["74", "22", "9700", "3"]
  })
  on("2026-11-11")
  selfAssessed(["75", "23", "9650", "3"])
  did(editor, "lessons.record", {
    kind: "lesson",
    text: "การขยายผลไปศูนย์อื่นทำได้เร็วเมื่อมีครูพี่เลี้ยงจากศูนย์เดิม (สมมติ)"
  })
  on("2026-11-18")
  evaluated("internal", {
    results: ["74", "22", "9700", "3"],
    findings: "ผลงานเป็นไปตามแผน รอผลของผู้ประเมินภายนอก (สมมติ)",
    siteVisit: "2026-11-16"
  })
}
