import type { Facts, Fault } from "../kernel/Refusal.ts"

/** A refusal, as far as it says what it is about. */
interface Refused {
  readonly tag: string
  readonly facts: Facts
  readonly th: string
  readonly en: string
  readonly field?: string
}

/** Every field at fault: malformed input names all of them, other refusals at most one. */
export const faultsOf = ({ en, facts, field, tag, th }: Refused): ReadonlyArray<Fault> => {
  const problems = tag === "InputMalformed" ? (facts["problems"] as ReadonlyArray<Fault>) : undefined
  if (problems !== undefined) return problems.filter(({ pointer }) => pointer !== "")
  return field === undefined ? [] : [{ pointer: field, th, en }]
}
