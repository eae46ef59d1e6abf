import { type Agency, organisation, type PartyKey } from "./Parties.ts"
import { level, members, type Period, type partnership } from "./Partnership.ts"
import { baht, type Texts } from "./Scene.ts"

type Story = ReturnType<typeof partnership>

const serviceAnswers = {
  nature: "service",
  timeFrame: "continuing",
  resources: "owner-budget",
  wish: "paid-by-results",
  readiness: "several",
  relation: "new"
}

/** A performance contract chosen as recommended, and put to an open call. */
export const called = ({ did, done, officer }: Story, scope: string) => {
  did(officer, "models.choose", { ...serviceAnswers, model: "contracting", way: "call" })
  did(officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับในแผนปฏิบัติราชการแล้ว (สมมติ)" })
  done(officer, "PBC-1", {
    scope,
    objectives: "ให้กลุ่มเป้าหมายได้รับบริการที่ได้มาตรฐาน",
    period: "ตามที่ประกาศ (สมมติ)",
    selectionCriteria: "ความโดดเด่น ความสมเหตุสมผลด้านงบประมาณ ความเชี่ยวชาญ ความเสี่ยง และความคุ้มค่า",
    budgetMethod: "จ่ายสองงวดตามผลการประเมิน (สมมติ)",
    evaluation: "ประเมินระยะกลางโดยผู้ประเมินภายในและภายนอก และหลังสิ้นสุด"
  })
}

/** Candidates come forward, and the one of the story presents its proposal. */
export const proposed = ({ did, done, editor, officer }: Story, candidates: ReadonlyArray<PartyKey>, work: string) => {
  for (const candidate of candidates) {
    did(officer, "partners.name", { organisation: organisation(candidate), as: "candidate" })
  }
  did(officer, "partners.name", { organisation: organisation("observers"), as: "external-evaluator" })
  done(editor, "PBC-2", { proposal: `ข้อเสนอ${work} (สมมติ)` })
  done(editor, "PBC-3", {
    plan: `แผน${work} (สมมติ)`,
    expertise: "มีบุคลากรเฉพาะทาง (สมมติ)",
    standards: "ผ่านการรับรองมาตรฐาน (สมมติ)",
    serviceArea: "พื้นที่ตามประกาศ (สมมติ)",
    experience: "จัดบริการลักษณะเดียวกันมาแล้วสามปี (สมมติ)",
    network: "มีเครือข่ายในพื้นที่ (สมมติ)"
  })
}

export const selected = ({ did, executive }: Story, recipient: PartyKey, points: number) => {
  did(executive, "partners.select", {
    organisation: organisation(recipient),
    justification: `ผ่านคุณสมบัติและได้คะแนนรวมสูงสุด ${points} จาก 100 (คะแนนสมมติ)`
  })
}

/** COL-4: both sides discuss the four matters in order before they sign, after a call as well. */
export const discussed = ({ jointly }: Pick<Story, "jointly">, work: string) => {
  jointly("COL-4a", {
    mission: work,
    success: `${work}ได้ต่อเนื่องและขยายผลได้ (สมมติ)`,
    expectations: "หน่วยงานได้บริการที่ทั่วถึง ผู้รับมอบได้พัฒนาความเชี่ยวชาญ (สมมติ)"
  })
  jointly("COL-4b", {
    technical: "มีบุคลากรและวิธีการพร้อม (สมมติ)",
    economic: "อยู่ในวงเงินที่ประกาศ (สมมติ)",
    operational: "มีเครือข่ายในพื้นที่ช่วยดำเนินงาน (สมมติ)",
    schedule: "เริ่มได้ภายในสองเดือนหลังลงนาม (สมมติ)",
    supports: "ชุมชนและท้องถิ่นร่วมสนับสนุน (สมมติ)",
    constraints: "ระเบียบการเบิกจ่ายของทั้งสองฝ่าย (สมมติ)"
  })
  jointly("COL-4c", {
    activities: work,
    needs: "เป็นความต้องการของผู้รับบริการและทั้งสองฝ่าย (สมมติ)",
    publicInterest: "เปิดแก่กลุ่มเป้าหมายทุกคนตามเกณฑ์ที่ประกาศ (สมมติ)"
  })
  jointly("COL-4d", {
    mission: work,
    powers: "แต่ละฝ่ายใช้อำนาจตามกฎหมายของตน (สมมติ)",
    responsibilities: "หน่วยงานสนับสนุนและติดตาม ผู้รับมอบดำเนินงาน (สมมติ)",
    administration: "ประชุมร่วมกันทุกเดือน (สมมติ)"
  })
}

interface Terms {
  readonly objectives: string
  readonly period: Period
  readonly unit: { readonly item: string; readonly unit: string; readonly quantity: number; readonly cost: number }
  /** Before and after the evaluation in between, in baht. */
  readonly tranches: readonly [first: number, second: number]
}

/** One service by unit cost, with an SLA. */
export const drafted = ({ did, officer }: Story, { objectives, period, tranches: [first, second], unit }: Terms) => {
  const { cost, item, quantity } = unit
  did(officer, "agreements.draft", {
    instrument: "performance-contract",
    binding: true,
    objectives: `${objectives} (มูลค่าและวันที่เป็นข้อมูลสมมติ)`,
    conditions: [{ text: "ผู้รับมอบคุ้มครองข้อมูลส่วนบุคคลของผู้รับบริการ" }],
    period,
    value: baht(cost * quantity),
    unitCosts: [{ item, unit: unit.unit, quantity, unitCost: baht(cost) }],
    tranches: [
      { amount: baht(first), label: "งวดที่ 1" },
      {
        amount: baht(second),
        label: "งวดที่ 2 หลังประเมินระยะกลาง",
        condition: "ผลการประเมินระยะกลางได้รับการยอมรับ (สมมติ)"
      }
    ],
    sla: "ตอบรับคำขอภายใน 3 วันทำการ (สมมติ)"
  })
}

interface Service {
  readonly agency: Agency
  readonly recipient: PartyKey
  readonly activity: Texts
  readonly period: Period
  readonly people: Texts
  /** How many are served at each of the five levels. */
  readonly served: readonly [number, number, number, number, number]
}

export const servicePlan = ({ activity, people, period, served }: Service) => ({
  activities: [
    {
      title: activity,
      ownerRole: "กำหนดมาตรฐาน สนับสนุนความรู้ และติดตาม (สมมติ)",
      recipientRole: "จัดบริการและรายงานผล (สมมติ)",
      period,
      legalAuthority: "ระเบียบของหน่วยงาน (อ้างอิงสมมติ)"
    }
  ],
  indicators: [
    {
      name: { th: `จำนวน${people.th}ที่ได้รับบริการ (ค่าสมมติ)`, en: `${people.en} served (invented values)` },
      unit: { th: "คน", en: "people" },
      weight: 6000,
      shape: "FiveLevel",
      levels: level(...served),
      target: String(served[3])
    },
    {
      name: { th: "ระยะเวลารอรับบริการ (ค่าสมมติ)", en: "Waiting time (invented values)" },
      unit: { th: "วัน", en: "days" },
      weight: 4000,
      shape: "FiveLevel",
      levels: level(30, 25, 20, 15, 10),
      target: "15",
      direction: "down"
    }
  ],
  noParticipantsReason: "ใช้ผลรับฟังผู้รับบริการของปีก่อน และจะรับฟังอีกครั้งก่อนปรับแผน (สมมติ)"
})

/** From the announcement to the adopted plan. */
export const formed = (story: Story, service: Service, order: string) => {
  const { announced, did, executive, planned } = story
  announced(`${order} (สมมติ)`, "เวียนแจ้งภายในทั้งสองฝ่าย (สมมติ)", "แจ้งผู้รับบริการและท้องถิ่น (สมมติ)")
  did(executive, "committees.appoint", {
    order: `คำสั่ง ${order} (สมมติ)`,
    members: members(service.agency, service.recipient)
  })
  planned(servicePlan(service))
}
