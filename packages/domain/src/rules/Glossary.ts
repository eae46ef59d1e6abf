import { folded } from "../kernel/SearchText.ts"
import type { RuleId } from "./Catalogue.ts"
import type { BothLanguages } from "./Sources.ts"

/** One canonical term in both languages; what the sources say otherwise are its aliases. */
export interface Term extends BothLanguages {
  readonly aliases: { readonly th: ReadonlyArray<string>; readonly en: ReadonlyArray<string> }
  /** Where the catalogue defines or first uses it. */
  readonly rule?: RuleId
}

export const glossary = {
  missionOwner: {
    th: "ผู้มอบภารกิจ",
    en: "mission owner",
    aliases: { th: ["ผู้มอบหมายภารกิจ", "หน่วยงานเจ้าของภารกิจ"], en: ["owner"] },
    rule: "ACT-1"
  },
  missionRecipient: {
    th: "ผู้รับมอบภารกิจ",
    en: "mission recipient",
    aliases: { th: ["ผู้รับมอบหมายภารกิจ", "ภาคีหุ้นส่วน", "หน่วยงานรับมอบภารกิจ"], en: ["recipient", "partner"] },
    rule: "ACT-2"
  },
  supporter: { th: "ภาคส่วนอื่นสนับสนุน", en: "supporter", aliases: { th: [], en: [] }, rule: "ACT-3" },
  thirdParty: { th: "ฝ่ายที่สาม", en: "third party", aliases: { th: [], en: ["broker"] }, rule: "ACT-4" },
  serviceUser: { th: "ผู้รับบริการ", en: "service user", aliases: { th: [], en: ["user of the service"] }, rule: "ACT-5" },
  public: { th: "ประชาชน", en: "the public", aliases: { th: [], en: ["citizens", "people"] }, rule: "ACT-5" },
  evaluator: { th: "ผู้ประเมิน", en: "evaluator", aliases: { th: [], en: [] }, rule: "ACT-6" },
  internalEvaluator: { th: "ผู้ประเมินภายใน", en: "internal evaluator", aliases: { th: [], en: [] }, rule: "ACT-6" },
  externalEvaluator: { th: "ผู้ประเมินภายนอก", en: "external evaluator", aliases: { th: [], en: [] }, rule: "ACT-6" },
  outsourcing: { th: "จ้างเหมาภายนอก", en: "outsourcing", aliases: { th: [], en: [] }, rule: "ACT-7" },
  consent: { th: "ยินยอมพร้อมใจ", en: "consent", aliases: { th: ["ตกลงร่วมกันทุกฝ่าย"], en: [] }, rule: "ACT-8" },
  jointCommittee: { th: "คณะกรรมการร่วม", en: "joint committee", aliases: { th: [], en: [] }, rule: "ACT-9" },
  adHocJointCommittee: {
    th: "คณะกรรมการร่วมเฉพาะกิจ",
    en: "ad hoc joint committee",
    aliases: { th: ["คณะกรรมการเฉพาะกิจ"], en: [] },
    rule: "MOD-Gb"
  },
  workingGroup: { th: "คณะทำงาน", en: "working group", aliases: { th: [], en: [] }, rule: "COL-6d" },
  jointSecretariat: { th: "ฝ่ายเลขานุการร่วม", en: "joint secretariat", aliases: { th: [], en: [] }, rule: "COM-1c" },
  secretariatOffice: { th: "สำนักงานเลขานุการ", en: "secretariat's office", aliases: { th: [], en: [] }, rule: "ACT-10" },
  projectManager: { th: "ผู้จัดการโครงการ", en: "project manager", aliases: { th: [], en: [] }, rule: "ACT-10" },
  operations: { th: "ฝ่ายปฏิบัติการ", en: "operations", aliases: { th: [], en: [] }, rule: "ACT-10" },
  administrativeDevelopmentGroup: {
    th: "กลุ่มพัฒนาระบบบริหาร",
    en: "administrative development group",
    aliases: { th: [], en: [] },
    rule: "ACT-11"
  },
  civilSociety: { th: "ภาคประชาสังคม", en: "civil society", aliases: { th: [], en: [] }, rule: "ACT-2" },
  communityOrganisation: { th: "องค์กรชุมชน", en: "community organisation", aliases: { th: [], en: [] }, rule: "ACT-2" },
  localGovernment: {
    th: "องค์กรปกครองส่วนท้องถิ่น",
    en: "local government",
    aliases: { th: ["อปท."], en: ["local administrative organisation"] },
    rule: "ACT-2"
  },
  privateSector: { th: "ภาคเอกชน", en: "private sector", aliases: { th: [], en: [] }, rule: "ACT-2" },
  academicInstitution: {
    th: "สถาบันทางวิชาการ",
    en: "academic institution",
    aliases: { th: [], en: ["academia"] },
    rule: "ACT-2"
  },
  developmentCommission: {
    th: "สำนักงาน ก.พ.ร.",
    en: "Office of the Public Sector Development Commission",
    aliases: { th: ["สำนักงานคณะกรรมการพัฒนาระบบราชการ"], en: ["OPDC", "Office of the OPDC"] },
    rule: "ACT-4"
  },
  councilOfState: {
    th: "สำนักงานคณะกรรมการกฤษฎีกา",
    en: "Office of the Council of State",
    aliases: { th: [], en: ["Council of State"] },
    rule: "COL-7a"
  },
  localAdministrationDepartment: {
    th: "กรมส่งเสริมการปกครองท้องถิ่น",
    en: "Department of Local Administration",
    aliases: { th: [], en: [] },
    rule: "COL-7a"
  },
  model: { th: "รูปแบบ", en: "model", aliases: { th: ["ตัวแบบ"], en: [] } },
  grant: { th: "รูปแบบการให้เงินอุดหนุน", en: "grant", aliases: { th: ["การให้เงินอุดหนุน"], en: [] }, rule: "MOD-G" },
  performanceBasedContracting: {
    th: "รูปแบบการทำสัญญาข้อตกลง",
    en: "performance-based contracting",
    aliases: { th: ["การทำสัญญาข้อตกลง"], en: ["contracting"] },
    rule: "MOD-P"
  },
  commissioning: {
    th: "รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม",
    en: "commissioning",
    aliases: { th: [], en: [] },
    rule: "MOD-C"
  },
  projectBased: {
    th: "การจัดทำโครงการร่วมกัน",
    en: "project-based cooperation",
    aliases: { th: [], en: [] },
    rule: "MOD-G"
  },
  serviceBased: {
    th: "ร่วมมือบนฐานของการจัดทำบริการสาธารณะร่วมกัน",
    en: "service-based cooperation",
    aliases: { th: [], en: [] },
    rule: "MOD-P"
  },
  managerialBased: {
    th: "การออกแบบระบบบริหารจัดการภารกิจร่วมกัน",
    en: "managerial-based commissioning",
    aliases: { th: [], en: [] },
    rule: "MOD-C"
  },
  juvenileCentres: {
    th: "สถานพินิจและสถานแรกรับเด็ก",
    en: "juvenile observation and reception centres",
    aliases: { th: [], en: [] },
    rule: "MOD-P"
  },
  minimumIncomeGuarantee: {
    th: "ประกันรายได้ขั้นต่ำและปริมาณงาน",
    en: "guarantee of minimum income and volume",
    aliases: { th: [], en: [] },
    rule: "MOD-P2"
  },
  fundBoard: { th: "คณะกรรมการบริหารกองทุน", en: "fund board", aliases: { th: [], en: [] }, rule: "MOD-C" },
  agreement: { th: "ข้อตกลง", en: "agreement", aliases: { th: [], en: [] }, rule: "MOD-3" },
  contract: { th: "สัญญา", en: "contract", aliases: { th: [], en: [] }, rule: "MOD-3" },
  jointContract: { th: "สัญญาร่วม", en: "joint contract", aliases: { th: [], en: [] }, rule: "MOD-C" },
  memorandum: {
    th: "บันทึกข้อตกลงความร่วมมือ",
    en: "memorandum of understanding",
    aliases: { th: ["บันทึกข้อตกลง"], en: ["MOU"] },
    rule: "MOD-3"
  },
  serviceLevelAgreement: {
    th: "ข้อตกลงระดับการให้บริการ",
    en: "service-level agreement",
    aliases: { th: [], en: ["SLA"] },
    rule: "PBC-S1"
  },
  collaborationProcess: {
    th: "กระบวนการสร้างความร่วมมือ",
    en: "collaboration process",
    aliases: { th: [], en: [] },
    rule: "COL-9"
  },
  startedInside: { th: "ริเริ่มจากภายใน", en: "from inside", aliases: { th: [], en: [] }, rule: "COL-2" },
  startedOutside: { th: "ริเริ่มจากภายนอก", en: "from outside", aliases: { th: [], en: [] }, rule: "COL-2" },
  asEquals: { th: "เสมอภาค", en: "as equals", aliases: { th: ["เท่าเทียม"], en: [] }, rule: "COM-1" },
  consultTogether: {
    th: "ปรึกษาหารือร่วมกับ",
    en: "consult together with",
    aliases: { th: [], en: [] },
    rule: "COM-2"
  },
  shareInKnowing: { th: "ร่วมรับรู้", en: "share in knowing", aliases: { th: [], en: [] }, rule: "PRT-4" },
  sharedVision: { th: "กรอบวิสัยทัศน์ร่วม", en: "shared common visions", aliases: { th: [], en: [] }, rule: "COL-4a" },
  appointmentOrder: { th: "คำสั่งแต่งตั้ง", en: "appointment order", aliases: { th: [], en: [] }, rule: "COL-6" },
  actionPlan: { th: "แผนปฏิบัติการ", en: "action plan", aliases: { th: [], en: [] }, rule: "COL-6e" },
  proposal: { th: "ข้อเสนอโครงการ", en: "proposal", aliases: { th: ["ข้อเสนอ"], en: [] }, rule: "PBC-2" },
  selectionCriterion: { th: "เกณฑ์การคัดเลือก", en: "selection criterion", aliases: { th: [], en: [] }, rule: "PBC-C" },
  tranche: { th: "งวด", en: "tranche", aliases: { th: ["งวดเงิน"], en: ["instalment"] }, rule: "PBC-5" },
  progressReport: {
    th: "รายงานความคืบหน้า",
    en: "progress report",
    aliases: { th: ["รายงานความก้าวหน้า"], en: [] },
    rule: "GRA-4"
  },
  summaryAccount: {
    th: "ตารางบัญชีสรุปการใช้จ่าย",
    en: "summary account of spending",
    aliases: { th: ["ตารางการใช้จ่าย"], en: ["expenditure table"] },
    rule: "GRA-4"
  },
  midTermEvaluation: {
    th: "การประเมินผลการดำเนินงานระยะกลาง",
    en: "mid-term evaluation",
    aliases: { th: [], en: [] },
    rule: "PBC-6"
  },
  siteVisit: { th: "การลงพื้นที่", en: "site visit", aliases: { th: [], en: [] }, rule: "PBC-6a" },
  finalEvaluation: {
    th: "การประเมินผลหลังสิ้นสุดการดำเนินงาน",
    en: "final evaluation",
    aliases: { th: [], en: [] },
    rule: "PBC-8"
  },
  closingOfAccounts: {
    th: "การปิดบัญชีงบประมาณ",
    en: "closing of accounts",
    aliases: { th: [], en: ["closing"] },
    rule: "PBC-9"
  },
  evidence: { th: "หลักฐาน", en: "evidence", aliases: { th: ["ไฟล์หลักฐาน"], en: [] }, rule: "PRT-5b" },
  position: { th: "ตำแหน่ง", en: "position", aliases: { th: [], en: ["post"] } },
  unitCost: { th: "ต้นทุนต่อหน่วย", en: "unit cost", aliases: { th: [], en: ["cost per unit"] }, rule: "PBC-U" },
  stateBudget: { th: "งบประมาณแผ่นดิน", en: "state budget", aliases: { th: [], en: [] }, rule: "MON-1" },
  recipientRevenue: { th: "งบรายได้", en: "recipient's revenue", aliases: { th: [], en: [] }, rule: "MON-1" },
  donation: { th: "เงินบริจาค", en: "donation", aliases: { th: [], en: [] }, rule: "MON-1" },
  enablingFactor: {
    th: "เงื่อนไขหรือปัจจัยที่เอื้ออำนวยต่อการดำเนินการร่วมกัน",
    en: "enabling factor",
    aliases: { th: [], en: [] },
    rule: "SUC-0"
  },
  performanceAppraisal: {
    th: "แบบประเมินผลการปฏิบัติราชการ",
    en: "staff appraisal",
    aliases: { th: [], en: [] },
    rule: "SUC-L"
  },
  extraTask: { th: "งานฝาก", en: "extra task", aliases: { th: [], en: [] }, rule: "SUC-La" },
  missionReview: {
    th: "การทบทวนภารกิจ",
    en: "mission review",
    aliases: { th: ["แนวทางการวิเคราะห์เพื่อวางพิมพ์เขียวเพื่อการเปลี่ยนแปลง"], en: [] },
    rule: "REV-0"
  },
  blueprintForChange: {
    th: "พิมพ์เขียวเพื่อการเปลี่ยนแปลง",
    en: "blueprint for change",
    aliases: { th: [], en: [] },
    rule: "REV-8"
  },
  coreMission: { th: "ภารกิจหลัก", en: "core mission", aliases: { th: [], en: [] }, rule: "REV-3" },
  abolish: { th: "ยกเลิก", en: "abolish", aliases: { th: [], en: [] }, rule: "REV-1" },
  transfer: { th: "โอนถ่าย", en: "transfer", aliases: { th: [], en: [] }, rule: "REV-4" },
  contestability: {
    th: "การแข่งขันในการจัดบริการสาธารณะ",
    en: "contestability",
    aliases: { th: [], en: [] },
    rule: "CNT-1"
  },
  goodGovernance: { th: "การบริหารกิจการบ้านเมืองที่ดี", en: "good governance", aliases: { th: [], en: [] }, rule: "GOV-1" },
  performanceAgreement: {
    th: "คำรับรองการปฏิบัติราชการ",
    en: "performance agreement",
    aliases: { th: [], en: [] },
    rule: "PER-1"
  },
  nerveCenter: { th: "ศูนย์อำนวยการ", en: "nerve centre", aliases: { th: [], en: ["Nerve Center"] }, rule: "PER-2" },
  publicService: { th: "บริการสาธารณะ", en: "public service", aliases: { th: [], en: [] }, rule: "COM-5" },
  peoplesAudit: { th: "การตรวจสอบโดยประชาชน", en: "People's Audit", aliases: { th: [], en: [] }, rule: "PRT-4" },
  universalDesign: { th: "อารยสถาปัตย์", en: "universal design", aliases: { th: ["อารยสถาปัตยกรรม"], en: [] } }
} as const satisfies { readonly [key: string]: Term }

export type TermKey = keyof typeof glossary

const isTermKey = (key: string): key is TermKey => Object.hasOwn(glossary, key)

export const termKeys: ReadonlyArray<TermKey> = Object.keys(glossary).filter(isTermKey)

export const term = (key: TermKey): Term => glossary[key]

const keysByName = new Map(
  termKeys.flatMap((key) => {
    const { aliases, en, th } = term(key)
    return [th, en, ...aliases.th, ...aliases.en].map((name) => [folded(name), key] as const)
  })
)

/** The canonical term that a name or an alias stands for, in either language. */
export const canonicalTerm = (name: string): Term | undefined => {
  const key = keysByName.get(folded(name))
  return key === undefined ? undefined : term(key)
}
