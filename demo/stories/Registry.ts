import {
  type Agency,
  account,
  invented,
  named,
  organisation,
  type Party,
  type PartyKey,
  type Person,
  positions,
  roleNames
} from "./Parties.ts"
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

/** How far it has come that the organisation has an administrator of its own. */
const stillInvited: ReadonlyArray<string> = ["network"]
const stillClaiming: ReadonlyArray<string> = ["volunteers"]

const register = (on: Scene, { invented, key, party: { by, people: _, ...particulars } }: Listed) => {
  const registrar = by === undefined ? founder : account(by, "officer")
  on.act(registrar, "organisations.register", { ...particulars, ...(invented ? { invented } : {}) }, { id: key })
}

const positionOf = (party: string, { key, role }: Person): string | undefined =>
  signers.find(({ of, person }) => of === party && person === key)?.position ?? positions[role]

const invite = (on: Scene, as: string, { key }: Listed, people: ReadonlyArray<Person>) => {
  for (const person of people) {
    const position = positionOf(key, person)
    on.act(
      as,
      "accounts.invite",
      {
        organisation: `$${key}`,
        name: personName(person),
        ...(position === undefined ? {} : { position }),
        email: emailOf(key, person),
        roles: [person.role]
      },
      { id: `${key}-${person.key}` }
    )
  }
}

/** The agency invites the first administrator, and another of its people verifies the claim; they invite the others. */
const claim = (on: Scene, listed: Listed, by: Agency) => {
  const [first, ...others] = listed.party.people
  if (first === undefined) return
  const { key } = listed
  const administrator = `$${key}-${first.key}`
  invite(on, account(by, "admin"), listed, [first])
  if (stillInvited.includes(key)) return
  const stated = {
    position: "ผู้ประสานงานขององค์กร (สมมติ)",
    order: `หนังสือมอบหมายผู้ดูแลระบบ ${key} 1/2569 (สมมติ)`
  }
  on.act(administrator, "organisations.claim", stated, { on: `$${key}` })
  if (stillClaiming.includes(key)) return
  on.act(account(by, "officer"), "organisations.verify-claim", {}, { on: `$${key}` })
  invite(on, administrator, listed, others)
}

const signers: ReadonlyArray<{
  readonly of: PartyKey
  readonly person: "executive" | "signatory"
  readonly position: string
  readonly limit: number
}> = [
  { of: "dcy", person: "executive", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "dop", person: "executive", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "area", person: "executive", position: "รองอธิบดี (สมมติ)", limit: 20_000_000 },
  { of: "nicfd", person: "signatory", position: "ผู้อำนวยการสถาบัน (สมมติ)", limit: 10_000_000 },
  { of: "families", person: "signatory", position: "ประธานมูลนิธิ (สมมติ)", limit: 3_000_000 },
  { of: "homes", person: "signatory", position: "กรรมการผู้จัดการ (สมมติ)", limit: 5_000_000 },
  { of: "cooperative", person: "signatory", position: "ประธานกรรมการ (สมมติ)", limit: 5_000_000 },
  { of: "council", person: "signatory", position: "ประธานสภาองค์กรชุมชน (สมมติ)", limit: 2_000_000 },
  { of: "institute", person: "signatory", position: "ผู้อำนวยการสถาบัน (สมมติ)", limit: 5_000_000 },
  { of: "nonthaburi", person: "signatory", position: "ผู้ได้รับมอบอำนาจจากเทศบาล (สมมติ)", limit: 5_000_000 },
  { of: "warmth", person: "signatory", position: "กรรมการผู้จัดการ (สมมติ)", limit: 5_000_000 },
  { of: "guardians", person: "signatory", position: "นายกสมาคม (สมมติ)", limit: 10_000_000 },
  { of: "subdistrict", person: "signatory", position: "ผู้ได้รับมอบอำนาจจาก อบต. (สมมติ)", limit: 3_000_000 }
]

/** FY 2569 to 2571, so that terms of several years can be signed for. */
const mandatePeriod = { from: "2025-10-01", to: "2028-09-30" }

const giveMandates = (on: Scene) => {
  for (const [index, { limit, of, person, position }] of signers.entries()) {
    on.act(
      account(of, "admin"),
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
  const agencies = listed.filter(({ party }) => party.by === undefined)
  const partners = listed.flatMap(({ party, ...rest }) =>
    party.by === undefined ? [] : [{ by: party.by, listed: { party, ...rest } }]
  )
  on.on("2025-10-01")
  for (const each of agencies) {
    register(on, each)
    invite(on, founder, each, each.party.people)
  }
  on.on("2025-10-02")
  for (const { listed } of partners) register(on, listed)
  for (const [index, { by, listed }] of partners.entries()) {
    if (index % 3 === 0) on.on(`2025-10-${String(3 + index / 3).padStart(2, "0")}`)
    claim(on, listed, by)
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
