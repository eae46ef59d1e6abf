import type { KindGrant, RoleGrant } from "./Actor.ts"

/** The grants that declarations are made of: a role of the agency on its own records, a partner's on its own. */
export const officer: RoleGrant = { role: "programme-officer", scope: "own-agency" }
export const executive: RoleGrant = { role: "executive", scope: "own-agency" }
export const finance: RoleGrant = { role: "finance", scope: "own-agency" }
/** Who evaluates or audits is assigned to the record by name (SEC-6). */
export const auditor: RoleGrant = { role: "auditor", scope: "assigned" }
export const evaluator: RoleGrant = { role: "evaluator", scope: "assigned" }
export const administrator: RoleGrant = { role: "agency-administrator", scope: "own-agency" }
/** Who administers an organisation that is no state body: on its own entry in the registry, and on its people. */
export const partnerAdministrator: RoleGrant = { role: "partner-administrator", scope: "own-agency" }
/** The agency that registered an organisation, for as long as that has no administrator of its own. */
export const registeringOfficer: RoleGrant = { role: "programme-officer", scope: "own-organisation" }
export const registeringAdministrator: RoleGrant = { role: "agency-administrator", scope: "own-organisation" }
/** Whoever a record names, whatever they may be elsewhere. */
export const named: RoleGrant = { role: "public", scope: "assigned" }
export const anyOfficer: RoleGrant = { role: "programme-officer", scope: "any" }
export const anyAdministrator: RoleGrant = { role: "agency-administrator", scope: "any" }
export const partnerEditor: RoleGrant = { role: "partner-editor", scope: "own-organisation" }
export const partnerSignatory: RoleGrant = { role: "partner-signatory", scope: "own-organisation" }
export const thirdParty: RoleGrant = { role: "third-party", scope: "own-organisation" }
export const everyone: RoleGrant = { role: "public", scope: "any" }
/** What the clock makes due. */
export const theSystem: KindGrant = { actor: "system", scope: "any" }
/** The public, on what is public. */
export const visitors: KindGrant = { actor: "visitor", scope: "public" }
