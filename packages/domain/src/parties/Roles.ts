import { Option, Schema } from "effect"
import { type Actor, hasAccount, OrganisationId, Role } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { Sector } from "./LegalForm.ts"
import { administratorOf, type OfSector, type Organisation, standsAs } from "./Organisation.ts"
import { partyWords } from "./words.ts"

type Given = Exclude<Role, "public">

const isGiven = (role: Role): role is Given => role !== "public"

/** The roles that can be given to an account; `public` is everyone's and is never given. */
export const roleNames = Object.fromEntries(
  Role.literals.filter(isGiven).map((role) => [role, partyWords.values[role]])
) as Readonly<Record<Given, Wording>>

const partnerRoles: ReadonlyArray<Role> = [
  "partner-administrator",
  "partner-editor",
  "partner-signatory",
  "third-party",
  "panel-member",
  "evaluator"
]

const ownerRoles = Role.literals.filter((role) => isGiven(role) && role !== "partner-administrator")

/** What people of an organisation can be. A state body can receive a mission too, but is no partner in how it is run. */
const rolesAs: Record<ReturnType<typeof standsAs>, ReadonlyArray<Role>> = {
  state: ownerRoles,
  local: Role.literals.filter(isGiven),
  partner: partnerRoles
}

export const rolesIn = (organisation: OfSector): ReadonlyArray<Role> => rolesAs[standsAs(organisation)]

/** SEC-8: whoever invites into another organisation invites its first administrator. */
export const rolesGivenBy = (
  actor: Actor | null,
  organisation: OfSector & Pick<Organisation, "id">
): ReadonlyArray<Role> =>
  hasAccount(actor) && actor.organisation !== organisation.id ? [administratorOf(organisation)] : rolesIn(organisation)

const readOrganisation = Schema.decodeUnknownOption(
  Schema.Struct({ id: OrganisationId, particulars: Schema.Struct({ sector: Sector }) })
)

/** The same, of an organisation as it is shown. */
export const rolesOffered = (shown: unknown, actor: Actor | null): ReadonlyArray<string> =>
  Option.match(readOrganisation(shown), {
    onNone: () => Object.keys(roleNames),
    onSome: (organisation) => rolesGivenBy(actor, organisation)
  })
