import { type Access, type Actor, type Grant, type Moment, may, type Role, type RoleGrant } from "./Actor.ts"

type NonEmpty<A> = readonly [A, ...ReadonlyArray<A>]

/** Those who see the same of a record: who they are, by grants of which one suffices. */
export interface Audience<Name extends string = string> {
  readonly name: Name
  readonly allow: NonEmpty<Grant>
}

/** The audiences of a record, the one that sees most first: whoever is in several is in the first of them. */
export type Audiences<Name extends string = string> = NonEmpty<Audience<Name>>

/**
 * The audience that an actor is in, if any: without one the record answers as an unknown one (SEC-1). The system is in
 * the first.
 */
export const audienceOf = <Name extends string>(
  audiences: Audiences<Name>,
  actor: Actor | null,
  access: Access,
  at: Moment
): Name | undefined =>
  actor?.kind === "system" ? audiences[0].name : audiences.find(({ allow }) => may(actor, allow, access, at))?.name

const agencyRoles: ReadonlyArray<Role> = [
  "programme-officer",
  "executive",
  "finance",
  "evaluator",
  "auditor",
  "agency-administrator"
]

/** The people of the agency that owns a record. */
export const staff = agencyRoles.map(
  (role): RoleGrant => ({ role, scope: "own-agency" })
) as unknown as NonEmpty<RoleGrant>

/** Those of its people who see its partnerships without being assigned to them: not who evaluates or audits (SEC-6). */
export const office = staff.filter(
  ({ role }) => role !== "evaluator" && role !== "auditor"
) as unknown as NonEmpty<RoleGrant>

export const ownAgency: Audiences<"full"> = [{ name: "full", allow: staff }]

/** The people of the organisations in a record. */
export const amongParties: Audience<"party"> = {
  name: "party",
  allow: [
    { role: "partner-editor", scope: "own-organisation" },
    { role: "partner-signatory", scope: "own-organisation" },
    { role: "third-party", scope: "own-organisation" }
  ]
}

/** Whoever evaluates, audits or sits on a panel for this record by name, for as long as they are assigned. */
export const byAssignment: Audience<"assigned"> = {
  name: "assigned",
  allow: [
    { role: "evaluator", scope: "assigned" },
    { role: "auditor", scope: "assigned" },
    { role: "panel-member", scope: "assigned" }
  ]
}

/** Everyone, signed in or not, once the record is public. */
export const openly: Audience<"public"> = { name: "public", allow: [{ role: "public", scope: "public" }] }
