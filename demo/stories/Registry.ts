import { account, invented, named, organisation, type Party, type PartyKey, type Person, roleNames } from "./Parties.ts"
import { baht, type Scene, scene, type Texts } from "./Scene.ts"

const founder = "founder"

interface Listed {
  readonly key: string
  readonly party: Party
  readonly invented: boolean
}

const listed: ReadonlyArray<Listed> = [
  ...Object.entries<Party>(named).map(([key, party]) => ({ key, party, invented: false })),
  ...Object.entries<Party>(invented).map(([key, party]) => ({ key, party, invented: true }))
]

const personName = ({ note, role }: Person): string =>
  `${roleNames[role].th}${note === undefined ? "" : ` ${note.th}`} (สมมติ)`
const emailOf = (party: string, { key }: Person): string => `${key}@${party}.example.org`

const register = (on: Scene, { invented, key, party: { people: _, ...particulars } }: Listed) =>
  on.act(founder, "organisations.register", { ...particulars, ...(invented ? { invented } : {}) }, { id: key })

const invite = (on: Scene, { key, party }: Listed) => {
  for (const person of party.people) {
    on.act(
      founder,
      "accounts.invite",
      { organisation: `$${key}`, name: personName(person), email: emailOf(key, person), roles: [person.role] },
      { id: `${key}-${person.key}` }
    )
  }
}

const signers: ReadonlyArray<{
  readonly of: PartyKey
  readonly person: "executive" | "signatory"
  readonly by: PartyKey
  readonly position: string
  readonly limit: number
}> = [
  { of: "dcy", person: "executive", by: "dcy", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "dop", person: "executive", by: "dop", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "area", person: "executive", by: "area", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "nicfd", person: "signatory", by: "dcy", position: "ผู้อำนวยการสถาบัน (สมมติ)", limit: 10_000_000 },
  { of: "families", person: "signatory", by: "dcy", position: "ประธานมูลนิธิ (สมมติ)", limit: 3_000_000 },
  { of: "homes", person: "signatory", by: "dcy", position: "กรรมการผู้จัดการ (สมมติ)", limit: 5_000_000 },
  { of: "cooperative", person: "signatory", by: "dcy", position: "ประธานกรรมการ (สมมติ)", limit: 5_000_000 },
  { of: "council", person: "signatory", by: "dcy", position: "ประธานสภาองค์กรชุมชน (สมมติ)", limit: 2_000_000 },
  { of: "institute", person: "signatory", by: "dcy", position: "ผู้อำนวยการสถาบัน (สมมติ)", limit: 5_000_000 },
  { of: "nonthaburi", person: "signatory", by: "dop", position: "ผู้ได้รับมอบอำนาจจากเทศบาล (สมมติ)", limit: 5_000_000 },
  { of: "warmth", person: "signatory", by: "dop", position: "กรรมการผู้จัดการ (สมมติ)", limit: 5_000_000 },
  { of: "guardians", person: "signatory", by: "area", position: "นายกสมาคม (สมมติ)", limit: 10_000_000 },
  { of: "subdistrict", person: "signatory", by: "area", position: "ผู้ได้รับมอบอำนาจจาก อบต. (สมมติ)", limit: 3_000_000 }
]

/** FY 2569 to 2571, so that terms of several years can be signed for. */
const mandatePeriod = { from: "2025-10-01", to: "2028-09-30" }

const giveMandates = (on: Scene) => {
  for (const [index, { by, limit, of, person, position }] of signers.entries()) {
    on.act(
      account(by, "admin"),
      "organisations.give-mandate",
      {
        account: account(of, person),
        position,
        limit: baht(limit),
        period: mandatePeriod,
        order: `หนังสือมอบอำนาจที่ ${index + 1}/2569 (สมมติ)`
      },
      { on: organisation(of) }
    )
  }
}

/** Organisations, people, mandates, and an agency's own thresholds. */
export const registry = (): Scene => {
  const on = scene("registry")
  on.on("2025-10-01")
  for (const each of listed) register(on, each)
  for (const [index, each] of listed.entries()) {
    if (index % 3 === 0) on.on(`2025-10-${String(2 + index / 3).padStart(2, "0")}`)
    invite(on, each)
  }
  on.on("2025-10-09")
  giveMandates(on)
  on.on("2025-10-10")
  on.act(
    account("dcy", "admin"),
    "organisations.set-policy",
    { slaValue: baht(100_000), slaMonths: 12 },
    { on: organisation("dcy") }
  )
  on.act(
    account("dcy", "admin"),
    "accounts.invite",
    {
      organisation: organisation("dcy"),
      name: "เจ้าหน้าที่โครงการที่ย้ายไปแล้ว (สมมติ)",
      email: "former@dcy.example.org",
      roles: ["programme-officer"]
    },
    { id: "dcy-former" }
  )
  on.on("2026-03-02")
  on.act(account("dcy", "admin"), "accounts.lock", { reason: "ย้ายไปปฏิบัติงานหน่วยงานอื่น (สมมติ)" }, { on: "$dcy-former" })
  on.act(
    account("dop", "admin"),
    "organisations.deactivate",
    { reason: "เลิกมูลนิธิตามข้อบังคับ (สมมติ)" },
    { on: organisation("retired") }
  )
  return on
}

export interface Login {
  readonly email: string
  readonly name: string
  readonly roles: ReadonlyArray<string>
  readonly role: Texts
  readonly organisation: Texts
}

/** Who can be signed in as: every role, with the child department and those it works with first. */
const shown: ReadonlyArray<string> = [
  "dcy",
  "nicfd",
  "observers",
  "opdc",
  "families",
  "dop",
  "nonthaburi",
  "area",
  "guardians"
]

const roleShown = ({ note, role }: Person): Texts => {
  const { en, th } = roleNames[role]
  return note === undefined ? { th, en } : { th: `${th} ${note.th}`, en: `${en}, ${note.en}` }
}

export const logins = (): ReadonlyArray<Login> =>
  shown.flatMap((key) =>
    listed
      .filter((each) => each.key === key)
      .flatMap(({ party }) =>
        party.people.map((person) => ({
          email: emailOf(key, person),
          name: personName(person),
          roles: [person.role],
          role: roleShown(person),
          organisation: party.name
        }))
      )
  )
