import type { Actor, Grant } from "@phakhi/domain/kernel/Actor"
import { holds } from "@phakhi/domain/kernel/Actor"

/** Adds a parameter to a statement and gives its placeholder. */
export type Bind = (value: string | number) => string

const within = (actor: Actor | null, scope: Grant["scope"], bind: Bind): string => {
  switch (scope) {
    case "any":
      return "TRUE"
    case "public":
      return "public"
    case "assigned":
      return actor === null ? "FALSE" : `${bind(actor.account)}::uuid = ANY(assigned)`
    case "own-agency":
      return actor === null || actor.organisation === null ? "FALSE" : `owner = ${bind(actor.organisation)}::uuid`
    case "own-organisation":
      return actor === null || actor.organisation === null
        ? "FALSE"
        : `${bind(actor.organisation)}::uuid = ANY(parties)`
  }
}

/** SEC-1 in SQL: the same table that `may` of the domain decides by, over the columns of `record`. */
export const predicate = (actor: Actor | null, allow: ReadonlyArray<Grant>, bind: Bind): string => {
  const scopes = new Set(allow.filter((grant) => holds(actor, grant.role)).map((grant) => grant.scope))
  if (scopes.has("any")) return "TRUE"
  const conditions = [...scopes].map((scope) => within(actor, scope, bind)).filter((sql) => sql !== "FALSE")
  return conditions.length === 0 ? "FALSE" : `(${conditions.join(" OR ")})`
}
