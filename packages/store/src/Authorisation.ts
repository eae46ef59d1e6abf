import type { ListAudience } from "@phakhi/domain/engine/EventStore"
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

/** The index finds the records on which the account stands at all; role and dates are judged on those. */
const assigned = (actor: Actor | null, grant: Grant, now: Instant, bind: Bind): string => {
  const account = accountOf(actor)
  if (account === null || !("role" in grant)) return "FALSE"
  const at = `${bind(now)}::timestamptz`
  return `(assigned @> ${bind(JSON.stringify([{ account }]))}::jsonb AND EXISTS (
    SELECT 1 FROM jsonb_to_recordset(assigned) AS a (account uuid, role text, "from" timestamptz, until timestamptz)
    WHERE a.account = ${bind(account)}::uuid AND coalesce(a.role = ${bind(grant.role)}::text, TRUE)
      AND coalesce(a."from" <= ${at}, TRUE) AND coalesce(${at} < a.until, TRUE)))`
}

const opened = (now: Instant, bind: Bind): string => `coalesce(opens_at <= ${bind(now)}::timestamptz, TRUE)`

const within = (actor: Actor | null, grant: Grant, now: Instant, bind: Bind): string => {
  const organisation = organisationOf(actor)
  switch (grant.scope) {
    case "any":
      return "TRUE"
    case "public":
      return "public"
    case "assigned":
      return assigned(actor, grant, now, bind)
    case "own-agency":
      return organisation === null ? "FALSE" : `owner = ${bind(organisation)}::uuid`
    case "own-organisation":
      return organisation === null ? "FALSE" : `parties @> ARRAY[${bind(organisation)}::uuid]`
    case "candidate":
      return organisation === null ? "FALSE" : `candidates @> ARRAY[${bind(organisation)}::uuid]`
  }
}

const meets = (actor: Actor | null, grant: Grant, condition: Condition, now: Instant, bind: Bind): string => {
  const account = accountOf(actor)
  switch (condition) {
    case "assigned":
      return assigned(actor, grant, now, bind)
    case "not-recused":
      return account === null ? "TRUE" : `NOT (${bind(account)}::uuid = ANY(recused))`
    case "opened":
      return opened(now, bind)
    case "sealed":
      return `NOT ${opened(now, bind)}`
  }
}

const joined = (conditions: ReadonlyArray<string>): string => {
  const asked = conditions.filter((sql) => sql !== "TRUE")
  return asked.length === 0 ? "TRUE" : `(${asked.join(" AND ")})`
}

/** What a grant asks of the record: nothing of the role, unless one is assigned in it. */
const askedBy = (grant: Grant): string => {
  const { scope, when = [] } = grant
  const byRole = "role" in grant && (scope === "assigned" || when.includes("assigned"))
  return [scope, ...when, ...(byRole ? [grant.role] : [])].join()
}

/** Grants that ask the same of the record are asked once. */
const distinct = (grants: ReadonlyArray<Grant>): ReadonlyArray<Grant> => [
  ...new Map(grants.map((grant) => [askedBy(grant), grant])).values()
]

/** The rows that an audience of a list reaches by one of its grants, and by none before it. */
export interface Branch {
  readonly audience: ListAudience
  readonly where: string
  /** There is an index that gives the rows of this scope in the order of a column. */
  readonly isInOrder: boolean
  /** The rows are those of this owner. */
  readonly owner?: string
  /** The rows are those of others than this owner. */
  readonly notOwner?: string
}

/** From the one with the most rows to the one with the fewest. */
const orderedScopes: ReadonlyArray<Grant["scope"]> = ["any", "public", "own-agency"]

/**
 * SEC-1 in SQL: the same table that the domain decides by, over the columns of `record`. Every row falls into one
 * branch at most, that of the first audience that its reader is in, so that each branch is read in the order of an index.
 */
export const branches = (
  actor: Actor | null,
  audiences: ReadonlyArray<ListAudience>,
  now: Instant,
  bind: Bind
): ReadonlyArray<Branch> => {
  const found: Array<Branch> = []
  const before: Array<string> = []
  const organisation = organisationOf(actor)
  let isOwnTaken = false
  for (const audience of audiences) {
    for (const grant of distinct(audience.allow.filter((one) => isGrantFor(actor, one)))) {
      const asked = (grant.when ?? []).map((condition) => meets(actor, grant, condition, now, bind))
      const met = [within(actor, grant, now, bind), ...asked]
      const reached = joined(met)
      if (met.includes("FALSE")) continue
      const { scope, when = [] } = grant
      const isOwn = scope === "own-agency" && organisation !== null
      found.push({
        audience,
        where: joined([reached, ...before.map((sql) => `${sql} IS NOT TRUE`)]),
        isInOrder: orderedScopes.includes(scope) && when.length === 0,
        ...(isOwn ? { owner: organisation } : {}),
        ...(isOwnTaken && !isOwn && organisation !== null ? { notOwner: organisation } : {})
      })
      if (reached === "TRUE") return found
      before.push(reached)
      isOwnTaken ||= isOwn && when.length === 0
    }
  }
  return found
}

/**
 * Every row that a grant reaches, once, for counting. The scope that is likely to have the most rows comes first and asks
 * nothing of the others, so that an index alone counts it.
 */
export const reachable = (
  actor: Actor | null,
  audiences: ReadonlyArray<ListAudience>,
  now: Instant,
  bind: Bind
): ReadonlyArray<string> => {
  const rank = ({ scope, when = [] }: Grant) =>
    when.length === 0 && orderedScopes.includes(scope) ? orderedScopes.indexOf(scope) : orderedScopes.length
  const allow = audiences.flatMap((audience) => audience.allow).toSorted((left, right) => rank(left) - rank(right))
  return branches(actor, [{ allow, hidden: [], searchesFurther: false }], now, bind).map(({ where }) => where)
}
