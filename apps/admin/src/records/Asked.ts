import type { Action } from "@phakhi/domain/engine/View"
import type { RecordSearch } from "../app/search.ts"

/** What a link asks for on a record: an act that can be done, one that cannot and why, or one that is not there. */
export type Asked =
  | { readonly _tag: "Open"; readonly action: Action }
  | { readonly _tag: "Shut"; readonly action: Action }
  | { readonly _tag: "Gone" }

/**
 * The act that the link names, at the part that it names. Where that part waits no more, the act itself says why it is
 * shut. A link that does not say which of several parts opens none.
 */
export const askedBy = (
  { act, part }: Pick<RecordSearch, "act" | "part">,
  actions: ReadonlyArray<Action>
): Asked | undefined => {
  if (act === undefined) return undefined
  const named = actions.filter(({ operation }) => operation === act)
  const aimed = part === undefined ? named : named.filter(({ target }) => String(target?.value) === String(part))
  const able = aimed.filter(({ allowed }) => allowed)
  const [only] = able
  if (only !== undefined) return able.length === 1 ? { _tag: "Open", action: only } : undefined
  const shut = [...aimed, ...named.filter(({ target }) => target === undefined)].find(({ allowed }) => !allowed)
  return shut === undefined ? { _tag: "Gone" } : { _tag: "Shut", action: shut }
}
