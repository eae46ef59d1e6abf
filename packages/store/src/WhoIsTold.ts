import { administering } from "@phakhi/domain/kernel/Actor"
import { valueExpression } from "./Listing.ts"

/** As SQL: the accounts `a` that are active in an organisation, found by the index of its column. */
const isIn = (organisation: string): string =>
  `a.record = 'account' AND a.status = 'active' AND ${valueExpression("organisation")} = ${organisation}::text`

/** As SQL: the accounts `a` that look after the people of an organisation. */
export const isAdministratorIn = (organisation: string): string =>
  `${isIn(organisation)} AND a.state->'roles' ?| ARRAY[${administering.map((role) => `'${role}'`).join(", ")}]`

/** Whether one of these roles is asked for by the task `t`, and whoever holds it may do it. */
const oneSuffices = (held: string): string => `EXISTS (SELECT FROM ${held} AS held (id, role)
  WHERE held.role = ANY(t.roles) AND NOT (held.role || ':' || held.id = ANY(t.except_for)))`

/** What waits for one person can ask for everyone's role, too. */
const isAbleByName = oneSuffices(`(SELECT a.id, jsonb_array_elements_text(a.state->'roles' || '["public"]'))`)
const isAbleByRole = oneSuffices(`(SELECT a.id, jsonb_array_elements_text(a.state->'roles'))`)

/*
 * The same table as `toTell` of the domain, for a task `t`: whoever it waits for, or, where that is nobody, the administrators
 * of the organisation that is waited for, or else those of the agency that owns the record.
 */

export const ableText = `SELECT a.id FROM record a
    WHERE a.record = 'account' AND a.id = t.account AND a.status = 'active' AND ${isAbleByName}
  UNION ALL SELECT a.id FROM record a WHERE t.account IS NULL AND ${isIn("t.organisation")} AND ${isAbleByRole}`

export const thereText = `SELECT a.id FROM record a WHERE ${isAdministratorIn("t.organisation")}`

export const insteadText = `${thereText}
  UNION ALL SELECT a.id FROM record a WHERE ${isAdministratorIn("t.owner")} AND NOT EXISTS (${thereText})`

/** The roles `$2`, a JSON list of them. */
const named = "ARRAY(SELECT jsonb_array_elements_text($2::jsonb))"

/** The tasks that wait for the account `$1` by one of the roles `$2`. */
export const waitingForText = `SELECT t.* FROM record a JOIN task t
    ON t.account IS NULL AND t.organisation = (a.state->>'organisation')::uuid AND t.roles && ${named}
    WHERE a.record = 'account' AND a.id = $1::uuid AND a.status = 'active' AND ${isAbleByRole}
  UNION ALL SELECT t.* FROM record a JOIN task t ON t.account = a.id AND t.roles && ${named}
    WHERE a.record = 'account' AND a.id = $1::uuid AND a.status = 'active' AND ${isAbleByName}`

const organisationOfAccount =
  "(SELECT m.state->>'organisation' FROM record m WHERE m.record = 'account' AND m.id = $1::uuid)"

/**
 * The tasks that ask for one of the roles `$2` in the organisation of the account `$1`, or of it by name, and that nobody can do.
 * Who holds which role there is read once, however many tasks there are.
 */
export const nobodysText = `WITH holders AS MATERIALIZED (
    SELECT a.id, jsonb_array_elements_text(a.state->'roles') AS role FROM record a WHERE ${isIn(organisationOfAccount)})
  SELECT t.* FROM task t WHERE t.account IS NULL AND t.organisation = ${organisationOfAccount}::uuid AND t.roles && ${named}
    AND NOT ${oneSuffices("holders")}
  UNION ALL SELECT t.* FROM task t WHERE t.account = $1::uuid AND t.roles && ${named} AND NOT EXISTS (${ableText})`
