import { Effect } from "effect"
import type { Actor, OrganisationId, Person, Role } from "../../src/kernel/Actor.ts"
import { act, baht, installation, invite, organisation, people, text } from "../journeys/World.ts"

/** Someone with an account of their own, as whoever holds its password acts. */
export const joins = (by: Actor, employer: OrganisationId, role: Role, name: string, holds: ReadonlyArray<Role>) =>
  Effect.map(
    act(by, "accounts.invite", {
      organisation: employer,
      name,
      email: `${name}.${employer.slice(-6)}@example.org`,
      roles: [role]
    }),
    ({ id }): Person => ({ kind: "person", account: id as Person["account"], organisation: employer, roles: holds })
  )

export const grounds = { position: "ผู้ประสานงาน", order: "1/2569" }
export const reason = "ทดลอง"

export const registered = (by: Actor, th: string) =>
  Effect.map(
    act(by, "organisations.register", { name: text(th), sector: "civil-society", legalForm: "foundation" }),
    ({ id }) => id as OrganisationId
  )

/** The first administrator is invited by the agency, and has stated a claim. */
export const claims = (administrator: Person, id: OrganisationId) =>
  Effect.gen(function* () {
    const claimant = yield* joins(administrator, id, "partner-administrator", "claims", [])
    yield* act(claimant, "organisations.claim", grounds, id)
    return claimant
  })

export const mandateFor = (account: string) => ({
  account,
  position: "ผู้อำนวยการ",
  limit: baht("9000000.00"),
  period: { from: "2026-10-01", to: "2027-09-30" },
  order: "1/2570"
})

/** What an organisation is to our agency. */
export type Relation =
  | "the own agency"
  | "registered by us, unclaimed"
  | "registered by us, claim waiting"
  | "registered by us, claimed"
  | "registered by another agency, unclaimed"
  | "registered by another agency, claimed"
  | "set up by the system, unclaimed"
  | "another agency, itself a mission owner"

export interface Place {
  readonly id: OrganisationId
  /** Somebody of the organisation who is no administrator, or was to be the first. */
  readonly account: string
  /** Its own administrator, where it has one. */
  readonly own?: Person
}

/** Everything a cell of the table is tried in, made anew for each. */
export const settled = Effect.gen(function* () {
  const ours = yield* organisation("กรมของเรา", "state", "department")
  const theirs = yield* organisation("กรมอื่น", "state", "department")
  const us = yield* people(ours)
  const them = yield* people(theirs)
  const taken = (by: { readonly administrator: Person; readonly officer: Person }, th: string) =>
    Effect.gen(function* () {
      const id = yield* registered(by.officer, th)
      const claimant = yield* claims(by.administrator, id)
      yield* act(by.officer, "organisations.verify-claim", {}, id)
      const own: Person = { ...claimant, roles: ["partner-administrator"] }
      const { account } = yield* joins(own, id, "partner-signatory", "signs", ["partner-signatory"])
      return { id, own, account } satisfies Place
    })
  const free = (by: Person, th: string) =>
    Effect.gen(function* () {
      const id = yield* registered(by, th)
      const administrator = by.organisation === ours ? us.administrator : them.administrator
      const { account } = yield* joins(administrator, id, "partner-administrator", "first", [])
      return { id, account } satisfies Place
    })
  const waiting = yield* registered(us.officer, "มูลนิธิที่รอการรับรอง")
  const claimant = yield* claims(us.administrator, waiting)
  const alone = yield* registered(installation, "มูลนิธิที่ระบบตั้ง")
  const { account: editor } = yield* invite(alone, "partner-editor")
  const places: { readonly [R in Relation]: Place } = {
    "the own agency": { id: ours, account: us.finance.account, own: us.administrator },
    "registered by us, unclaimed": yield* free(us.officer, "มูลนิธิของเรา"),
    "registered by us, claim waiting": { id: waiting, account: claimant.account },
    "registered by us, claimed": yield* taken(us, "มูลนิธิที่มีผู้ดูแล"),
    "registered by another agency, unclaimed": yield* free(them.officer, "มูลนิธิของกรมอื่น"),
    "registered by another agency, claimed": yield* taken(them, "มูลนิธิของกรมอื่นที่มีผู้ดูแล"),
    "set up by the system, unclaimed": { id: alone, account: editor },
    "another agency, itself a mission owner": { id: theirs, account: them.finance.account, own: them.administrator }
  }
  return { us, claimant, places }
})
