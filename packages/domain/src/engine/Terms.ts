import { type Access, type Actor, accountOf, type Grant, type Moment, may } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import type { Deadline } from "./EventStore.ts"

const beginning = Instant.make("1970-01-01T00:00:00.000Z")

/** When time alone can change what the actor may do: a term of theirs begins or ends, or what is sealed opens. */
const turnsOf = (actor: Actor, { assigned, opensAt }: Access): ReadonlyArray<Instant> => {
  const account = accountOf(actor)
  const terms = assigned.flatMap((one) => (one.account === account ? [one.from, one.until] : []))
  return [...new Set([...terms, opensAt].filter((turn) => turn !== null))].sort()
}

/**
 * From when and until when somebody may act, who may now: the store judges it by its own clock, as any deadline. Nothing
 * where time does not change it.
 */
export const termsOf = (
  actor: Actor,
  allow: ReadonlyArray<Grant>,
  access: Access,
  { now }: Moment
): ReadonlyArray<Deadline> => {
  const turns = turnsOf(actor, access)
  if (turns.length === 0) return []
  const mayAt = (at: Instant) => may(actor, allow, access, { now: at })
  const end = turns.find((turn) => turn > now && !mayAt(turn))
  const past = turns.filter((turn) => turn <= now)
  const begun = past.findLast((_, index) => !mayAt(past[index - 1] ?? beginning))
  return [...(begun === undefined ? [] : [{ notBefore: begun }]), ...(end === undefined ? [] : [{ before: end }])]
}
