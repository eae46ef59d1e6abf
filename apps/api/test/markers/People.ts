import {
  type Access,
  AccountId,
  type Actor,
  accessOf,
  OrganisationId,
  type Person,
  type Role
} from "@phakhi/domain/kernel/Actor"
import type { Audience, AudienceName } from "@phakhi/domain/kernel/Audience"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { roleNames } from "@phakhi/domain/parties/Roles"

export const organisation = OrganisationId.make("10000000-0000-4000-8000-000000000001")
export const other = OrganisationId.make("10000000-0000-4000-8000-000000000002")

const accountNo = (n: number): AccountId => AccountId.make(`20000000-0000-4000-8000-${String(n).padStart(12, "0")}`)

const roles = Object.keys(roleNames) as ReadonlyArray<Role>

/** Someone of the own organisation with each role alone. */
export const people: ReadonlyArray<Person> = roles.map((role, index) => ({
  kind: "person",
  account: accountNo(index + 1),
  organisation,
  roles: [role]
}))

/** Whoever asks: a visitor, too. */
export const askers: ReadonlyArray<Actor | null> = [...people, null]

export const saidOf = (asker: Actor | null): string =>
  asker !== null && "roles" in asker ? asker.roles.join() : "a visitor"

/** Those who brought about what happened to the records. */
export const actors: ReadonlyArray<Person> = [
  { kind: "person", account: accountNo(101), organisation: other, roles: ["partner-editor"] },
  { kind: "person", account: accountNo(102), organisation, roles: ["partner-editor"] }
]

const past = Instant.make("2020-01-01T00:00:00.000Z")
const future = Instant.make("2199-01-01T00:00:00.000Z")

const byAudience: { readonly [Name in AudienceName]?: Access } = {
  full: accessOf({ owner: organisation, parties: [other] }),
  // Of partnerships as a partner, of the registry as the agency that looks after the organisation.
  party: accessOf({ owner: other, parties: [organisation] }),
  candidate: accessOf({ owner: other, parties: [organisation], candidates: [organisation] }),
  assigned: accessOf({ owner: other }),
  // Nobody is named to whoever is to judge blindly; nobody looks into what is sealed.
  blind: accessOf({ owner: other, opensAt: past }),
  sealed: accessOf({ owner: organisation, opensAt: future }),
  public: accessOf({ owner: other, public: true })
}

/** What places a record so that it is reached as one audience. */
export const reachedAs = (record: string, { allow, name }: Audience): Access => {
  // Of accounts, whoever chooses whom to assign is of any agency.
  const access = record === "account" && name === "candidate" ? byAudience.public : byAudience[name]
  const assigned = allow.flatMap((grant) =>
    "role" in grant && grant.scope === "assigned"
      ? people.flatMap(({ account, roles: [role] }) =>
          role === grant.role ? [{ account, role, from: null, until: null }] : []
        )
      : []
  )
  return { ...(access ?? accessOf({})), assigned }
}
