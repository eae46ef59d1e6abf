import type { Grant } from "./Actor.ts"

/** The grants that declarations are made of: a role of the agency on its own records, a partner's on its own. */
export const officer: Grant = { role: "programme-officer", scope: "own-agency" }
export const executive: Grant = { role: "executive", scope: "own-agency" }
export const finance: Grant = { role: "finance", scope: "own-agency" }
export const auditor: Grant = { role: "auditor", scope: "own-agency" }
export const internalEvaluator: Grant = { role: "evaluator", scope: "own-agency" }
export const externalEvaluator: Grant = { role: "evaluator", scope: "own-organisation" }
export const administrator: Grant = { role: "agency-administrator", scope: "own-agency" }
export const anyOfficer: Grant = { role: "programme-officer", scope: "any" }
export const anyAdministrator: Grant = { role: "agency-administrator", scope: "any" }
export const partnerEditor: Grant = { role: "partner-editor", scope: "own-organisation" }
export const partnerSignatory: Grant = { role: "partner-signatory", scope: "own-organisation" }
export const thirdParty: Grant = { role: "third-party", scope: "own-organisation" }
export const everyone: Grant = { role: "public", scope: "any" }
