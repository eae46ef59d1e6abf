import {
  type Actor,
  accountOf,
  type Condition,
  type Grant,
  isGrantFor,
  organisationOf
} from "@phakhi/domain/kernel/Actor"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"

/** Adds a parameter to a statement and gives its placeholder. */
export type Bind = (value: string | number) => string

/** The index finds the records on which the account stands at all; the dates are judged on those. */
const assigned = (actor: Actor | null, now: Instant, bind: Bind): string => {
  const account = accountOf(actor)
  if (account === null) return "FALSE"
  const at = `${bind(now)}::timestamptz`
  return `(assigned @> ${bind(JSON.stringify([{ account }]))}::jsonb AND EXISTS (
    SELECT 1 FROM jsonb_to_recordset(assigned) AS a (account uuid, "from" timestamptz, until timestamptz)
    WHERE a.account = ${bind(account)}::uuid AND coalesce(a."from" <= ${at}, TRUE) AND coalesce(${at} < a.until, TRUE)))`
}

const opened = (now: Instant, bind: Bind): string => `coalesce(opens_at <= ${bind(now)}::timestamptz, TRUE)`

const within = (actor: Actor | null, scope: Grant["scope"], now: Instant, bind: Bind): string => {
  const organisation = organisationOf(actor)
  switch (scope) {
    case "any":
      return "TRUE"
    case "public":
      return "public"
    case "assigned":
      return assigned(actor, now, bind)
    case "own-agency":
      return organisation === null ? "FALSE" : `owner = ${bind(organisation)}::uuid`
    case "own-organisation":
      return organisation === null ? "FALSE" : `${bind(organisation)}::uuid = ANY(parties)`
  }
}

const met = (actor: Actor | null, condition: Condition, now: Instant, bind: Bind): string => {
  const account = accountOf(actor)
  switch (condition) {
    case "assigned":
      return assigned(actor, now, bind)
    case "not-recused":
      return account === null ? "TRUE" : `NOT (${bind(account)}::uuid = ANY(recused))`
    case "opened":
      return opened(now, bind)
    case "sealed":
      return `NOT ${opened(now, bind)}`
  }
}

const joined = (conditions: ReadonlyArray<string>, word: "AND" | "OR"): string => `(${conditions.join(` ${word} `)})`

/** Grants that ask the same of the record, whatever the role, are asked once. */
const distinct = (grants: ReadonlyArray<Grant>): ReadonlyArray<Grant> => [
  ...new Map(grants.map((grant) => [[grant.scope, ...(grant.when ?? [])].join(), grant])).values()
]

/** SEC-1 in SQL: the same table that `may` of the domain decides by, over the columns of `record`. */
export const predicate = (actor: Actor | null, allow: ReadonlyArray<Grant>, now: Instant, bind: Bind): string => {
  const held = distinct(allow.filter((grant) => isGrantFor(actor, grant)))
  if (held.some(({ scope, when = [] }) => scope === "any" && when.length === 0)) return "TRUE"
  const conditions = held.map(({ scope, when = [] }) =>
    joined([within(actor, scope, now, bind), ...when.map((condition) => met(actor, condition, now, bind))], "AND")
  )
  return conditions.length === 0 ? "FALSE" : joined(conditions, "OR")
}
