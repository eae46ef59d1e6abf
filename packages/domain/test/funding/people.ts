import { Result } from "effect"
import { wordingOf } from "../../src/catalogue.ts"
import type { Context } from "../../src/engine/Context.ts"
import { AccountId, OrganisationId, type Person, type Role } from "../../src/kernel/Actor.ts"
import { Satang } from "../../src/kernel/Money.ts"
import type { Decision } from "../../src/kernel/Refusal.ts"
import { Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
export const agency = OrganisationId.make(uuid(1))
export const otherAgency = OrganisationId.make(uuid(2))
export const partner = OrganisationId.make(uuid(3))

const person = (n: number, role: Role, organisation: OrganisationId = agency): Person => ({
  kind: "person",
  account: AccountId.make(uuid(n)),
  organisation,
  roles: [role]
})

export const finance = person(11, "finance")
export const secondFinance = person(12, "finance")
export const executive = person(13, "executive")
export const auditor = person(14, "auditor")
export const editor = person(15, "partner-editor", partner)

export const now = Instant.make("2026-11-02T03:00:00.000Z")

let next = 1000

/** The world as `actor` meets it, with ids that no other context gives. */
export const as = (actor: Person): Context => ({
  actor,
  now,
  today: IsoDate.make("2026-11-02"),
  newId: () => uuid(++next)
})

export const satang = (n: number | bigint): Satang => Satang.make(BigInt(n))

export interface Expected {
  readonly tag: string
  readonly rule: string
  readonly field?: string
}

/** The refusal without its facts; fails when there is none, or when its wording leaves something out. */
export const refusedBy = (decision: Decision<unknown>): Expected => {
  if (Result.isSuccess(decision)) throw new Error("was not refused")
  const { _tag, field, rule } = decision.failure
  const { en, th } = wordingOf(decision.failure)
  if (/undefined|NaN/u.test(en + th)) throw new Error(`${en} / ${th}`)
  return { tag: _tag, rule, ...(field === undefined ? {} : { field }) }
}
