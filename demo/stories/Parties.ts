import type { Texts } from "./Scene.ts"

export type Role =
  | "programme-officer"
  | "executive"
  | "finance"
  | "evaluator"
  | "auditor"
  | "agency-administrator"
  | "partner-administrator"
  | "panel-member"
  | "partner-editor"
  | "partner-signatory"
  | "third-party"

export const roleNames: Record<Role, Texts> = {
  "programme-officer": { th: "เจ้าหน้าที่โครงการ", en: "programme officer" },
  executive: { th: "ผู้บริหาร (ผู้ลงนาม)", en: "executive (signs)" },
  finance: { th: "เจ้าหน้าที่การเงิน", en: "finance officer" },
  evaluator: { th: "ผู้ประเมิน", en: "evaluator" },
  auditor: { th: "ผู้ตรวจสอบบัญชี", en: "auditor" },
  "agency-administrator": { th: "ผู้ดูแลระบบของหน่วยงาน", en: "agency administrator" },
  "partner-administrator": { th: "ผู้ดูแลระบบของภาคี", en: "partner administrator" },
  "panel-member": { th: "กรรมการพิจารณา", en: "panel member" },
  "partner-editor": { th: "ผู้ปฏิบัติงานของภาคี", en: "partner editor" },
  "partner-signatory": { th: "ผู้ลงนามของภาคี", en: "partner signatory" },
  "third-party": { th: "ฝ่ายที่สาม", en: "third party" }
}

/** What whoever has a role is in their organisation; who signs has the position of their mandate. */
export const positions: Readonly<Partial<Record<Role, string>>> = {
  "programme-officer": "นักพัฒนาสังคมชำนาญการ (สมมติ)",
  finance: "นักวิชาการเงินและบัญชีชำนาญการ (สมมติ)",
  evaluator: "นักวิเคราะห์นโยบายและแผนชำนาญการ (สมมติ)",
  auditor: "นักวิชาการตรวจสอบภายในชำนาญการ (สมมติ)",
  "agency-administrator": "นักวิชาการคอมพิวเตอร์ชำนาญการ (สมมติ)",
  "panel-member": "นักวิชาการอิสระ (สมมติ)",
  "partner-administrator": "ผู้ประสานงานขององค์กร (สมมติ)",
  "partner-editor": "ผู้จัดการโครงการ (สมมติ)",
  "third-party": "นักพัฒนาระบบราชการชำนาญการพิเศษ (สมมติ)"
}

export interface Person {
  readonly key: string
  readonly role: Role
  /** Tells two people of the same role apart. */
  readonly note?: Texts
}

export interface Party {
  readonly name: Texts
  readonly legalForm: string
  readonly sector: string
  readonly province?: string
  readonly people: ReadonlyArray<Person>
  /** The agency that registered it, and verified its administrator; absent where the system set it up. */
  readonly by?: Agency
}

/** The agencies of the demonstration, which own missions. */
export type Agency = "dcy" | "dop" | "area"

const agency: ReadonlyArray<Person> = [
  { key: "officer", role: "programme-officer" },
  { key: "executive", role: "executive" },
  { key: "finance", role: "finance" },
  { key: "evaluator", role: "evaluator" },
  { key: "auditor", role: "auditor" },
  { key: "admin", role: "agency-administrator" }
]
const administrator: Person = { key: "admin", role: "partner-administrator" }
const partner: ReadonlyArray<Person> = [
  administrator,
  { key: "editor", role: "partner-editor" },
  { key: "signatory", role: "partner-signatory" }
]

/** Public bodies and institutes that the handbook names. The people in them are not: they are roles, and invented. */
export const named = {
  dcy: {
    name: { th: "กรมกิจการเด็กและเยาวชน", en: "Department of Children and Youth" },
    legalForm: "department",
    sector: "state",
    province: "10",
    people: [
      ...agency,
      { key: "finance2", role: "finance", note: { th: "คนที่สอง", en: "the second" } },
      { key: "panel", role: "panel-member" }
    ]
  },
  dop: {
    name: { th: "กรมกิจการผู้สูงอายุ", en: "Department of Older Persons" },
    legalForm: "department",
    sector: "state",
    province: "10",
    people: agency
  },
  nicfd: {
    name: {
      th: "สถาบันแห่งชาติเพื่อการพัฒนาเด็กและครอบครัว มหาวิทยาลัยมหิดล",
      en: "National Institute for Child and Family Development, Mahidol University"
    },
    legalForm: "university",
    sector: "academic",
    province: "73",
    people: partner,
    by: "dcy"
  },
  nonthaburi: {
    name: { th: "เทศบาลนครนนทบุรี", en: "Nonthaburi City Municipality" },
    legalForm: "local-government",
    sector: "local",
    province: "12",
    people: partner,
    by: "dop"
  },
  opdc: {
    name: { th: "สำนักงาน ก.พ.ร.", en: "Office of the Public Sector Development Commission (OPDC)" },
    legalForm: "department",
    sector: "state",
    province: "10",
    people: [
      { key: "admin", role: "agency-administrator" },
      { key: "broker", role: "third-party" }
    ],
    by: "dop"
  }
} as const satisfies Record<string, Party>

/** Made up for the demonstration: every legal form and every sector, and names that say so. */
export const invented = {
  area: {
    name: { th: "กรมตัวอย่างพัฒนาสังคมพื้นที่ (สมมติ)", en: "Example Department of Area Social Development (invented)" },
    legalForm: "department",
    sector: "state",
    province: "40",
    people: agency
  },
  observers: {
    name: { th: "มหาวิทยาลัยตัวอย่าง (สมมติ)", en: "Example University (invented)" },
    legalForm: "university",
    sector: "academic",
    province: "50",
    people: [administrator, { key: "evaluator", role: "evaluator", note: { th: "ภายนอก", en: "external" } }],
    by: "dcy"
  },
  families: {
    name: { th: "มูลนิธิตัวอย่างเพื่อเด็กและครอบครัว (สมมติ)", en: "Example Foundation for Children and Families (invented)" },
    legalForm: "foundation",
    sector: "civil-society",
    province: "10",
    people: partner,
    by: "dcy"
  },
  guardians: {
    name: { th: "สมาคมตัวอย่างคุ้มครองเด็ก (สมมติ)", en: "Example Child Protection Association (invented)" },
    legalForm: "association",
    sector: "civil-society",
    province: "40",
    people: partner,
    by: "area"
  },
  warmth: {
    name: { th: "วิสาหกิจเพื่อสังคมตัวอย่างอุ่นใจ (สมมติ)", en: "Example Un Jai Social Enterprise (invented)" },
    legalForm: "social-enterprise",
    sector: "private",
    province: "20",
    people: partner,
    by: "dop"
  },
  homes: {
    name: { th: "บริษัท ตัวอย่างเพื่อสังคม จำกัด (สมมติ)", en: "Example for Society Co., Ltd. (invented)" },
    legalForm: "company",
    sector: "private",
    province: "13",
    people: partner,
    by: "dcy"
  },
  cooperative: {
    name: { th: "สหกรณ์บริการตัวอย่าง จำกัด (สมมติ)", en: "Example Service Cooperative Ltd. (invented)" },
    legalForm: "cooperative",
    sector: "community",
    province: "30",
    people: partner,
    by: "dcy"
  },
  council: {
    name: { th: "สภาองค์กรชุมชนตำบลตัวอย่าง (สมมติ)", en: "Example Subdistrict Community Council (invented)" },
    legalForm: "community-organisation",
    sector: "community",
    province: "40",
    people: partner,
    by: "dcy"
  },
  subdistrict: {
    name: { th: "องค์การบริหารส่วนตำบลตัวอย่าง (สมมติ)", en: "Example Subdistrict Administrative Organisation (invented)" },
    legalForm: "local-government",
    sector: "local",
    province: "34",
    people: partner,
    by: "area"
  },
  institute: {
    name: {
      th: "สถาบันตัวอย่างเพื่อการพัฒนาเด็กพิเศษ องค์การมหาชน (สมมติ)",
      en: "Example Institute for Children with Special Needs, a public organisation (invented)"
    },
    legalForm: "public-organisation",
    sector: "state",
    province: "50",
    people: [{ key: "admin", role: "agency-administrator" }, ...partner.slice(1)],
    by: "dcy"
  },
  weavers: {
    name: { th: "วิสาหกิจชุมชนตัวอย่างบ้านร่มเย็น (สมมติ)", en: "Example Ban Rom Yen Community Enterprise (invented)" },
    legalForm: "community-enterprise",
    sector: "community",
    province: "41",
    people: partner,
    by: "dcy"
  },
  volunteers: {
    name: { th: "กลุ่มอาสาสมัครตัวอย่างดูแลผู้สูงอายุ (สมมติ)", en: "Example Volunteers for Older People (invented)" },
    legalForm: "unincorporated-group",
    sector: "civil-society",
    province: "12",
    people: [administrator],
    by: "dcy"
  },
  network: {
    name: { th: "เครือข่ายศาสนสถานตัวอย่าง (สมมติ)", en: "Example Network of Places of Worship (invented)" },
    legalForm: "other",
    sector: "civil-society",
    province: "14",
    people: [administrator],
    by: "area"
  },
  retired: {
    name: { th: "มูลนิธิตัวอย่างที่ยุติการดำเนินงาน (สมมติ)", en: "Example Foundation that Has Wound Up (invented)" },
    legalForm: "foundation",
    sector: "civil-society",
    province: "16",
    people: [],
    by: "dop"
  }
} as const satisfies Record<string, Party>

export type PartyKey = keyof typeof named | keyof typeof invented

export const organisation = (key: PartyKey): string => `$${key}`
export const account = (key: PartyKey, person: string): string => `$${key}-${person}`
