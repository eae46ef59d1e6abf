import { type Access, type Actor, type Grant, type Moment, may, type Role, type RoleGrant } from "./Actor.ts"

type NonEmpty<A> = readonly [A, ...ReadonlyArray<A>]

/**
 * Who can look at a record. `full`: the agency that owns it. `party`: an organisation in it. `candidate`: one that may
 * still be selected. `assigned`: whoever evaluates, audits or sits on a panel by name. `blind`: the same, where the names
 * of those judged are kept from them. `sealed`: before what was handed in is opened. `public`: everyone.
 */
export type AudienceName = "full" | "party" | "candidate" | "assigned" | "blind" | "sealed" | "public"

/** Those who see the same of a record: who they are, by grants of which one suffices. */
export interface Audience<Name extends AudienceName = AudienceName> {
  readonly name: Name
  readonly allow: NonEmpty<Grant>
}

/** The audiences of a record in the order in which they are tried: whoever is in several is in the first of them. */
export type Audiences<Name extends AudienceName = AudienceName> = NonEmpty<Audience<Name>>

/**
 * The audience that an actor is in, if any: without one the record answers as an unknown one (SEC-1). The system is in
 * the first.
 */
export const audienceOf = <Name extends AudienceName>(
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

/** The people of an organisation who keep its entry in the registry. */
export const registryStaff: NonEmpty<RoleGrant> = [...staff, { role: "partner-administrator", scope: "own-agency" }]

/** Of an account: those who administer it, and its own person. */
export const keepingAccounts: Audience<"full"> = {
  name: "full",
  allow: [
    { role: "agency-administrator", scope: "own-agency" },
    { role: "partner-administrator", scope: "own-agency" },
    { role: "public", scope: "assigned" }
  ]
}

/** Those of its people who see its partnerships without being assigned to them: not who evaluates or audits (SEC-6). */
export const office = staff.filter(
  ({ role }) => role !== "evaluator" && role !== "auditor"
) as unknown as NonEmpty<RoleGrant>

export const ownAgency: Audiences<"full"> = [{ name: "full", allow: staff }]

/** The people of the organisations in a record. */
export const amongParties: Audience<"party"> = {
  name: "party",
  allow: [
    { role: "partner-administrator", scope: "own-organisation" },
    { role: "partner-editor", scope: "own-organisation" },
    { role: "partner-signatory", scope: "own-organisation" },
    { role: "third-party", scope: "own-organisation" }
  ]
}

/**
 * Of an entry in the registry, and of an account: everyone who belongs to the organisation, and the agency that registered
 * it for as long as it looks after it.
 */
export const amongMembers: Audience<"party"> = {
  name: "party",
  allow: [
    { role: "public", scope: "own-agency" },
    { role: "programme-officer", scope: "own-organisation" },
    { role: "agency-administrator", scope: "own-organisation" }
  ]
}

/** Of an account that any agency can give a duty: those who choose whom to assign (SEC-6). */
export const choosing: Audience<"candidate"> = {
  name: "candidate",
  allow: [
    { role: "programme-officer", scope: "public" },
    { role: "agency-administrator", scope: "public" }
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

/** Those of the agency who evaluate or audit, whatever they are assigned to. */
export const lookingOn: Audience<"assigned"> = {
  name: "assigned",
  allow: [
    { role: "evaluator", scope: "own-agency" },
    { role: "auditor", scope: "own-agency" }
  ]
}

/** All people of an organisation that may be selected; it sees its own part, and not what the others said. */
export const amongCandidates: Audience<"candidate"> = {
  name: "candidate",
  allow: [
    { role: "partner-administrator", scope: "candidate" },
    { role: "partner-editor", scope: "candidate" },
    { role: "partner-signatory", scope: "candidate" },
    { role: "third-party", scope: "candidate" }
  ]
}

/** Everyone, signed in or not, once the record is public. */
export const openly: Audience<"public"> = { name: "public", allow: [{ role: "public", scope: "public" }] }

/**
 * Who sees a value of a record, by audience. `own` adds the organisation that a part is about, or that brought an event
 * about: it sees its own part whatever audience it is in.
 */
export type SeenBy = ReadonlyArray<AudienceName | "own">

export const everyone = ["full", "party", "candidate", "assigned", "public"] as const satisfies SeenBy
/** All who take part, candidates among them. */
export const involved = ["full", "party", "candidate", "assigned", "own"] as const satisfies SeenBy
/** Both sides, and those assigned to look at their work. */
export const parties = ["full", "party", "assigned", "own"] as const satisfies SeenBy
/** Those to whom whoever acted is told by position, where they are not told by name. */
export const toldPositions: ReadonlyArray<AudienceName> = ["candidate", "public"]
/** The agency that owns the record, and nobody else. */
export const agency = ["full"] as const satisfies SeenBy
