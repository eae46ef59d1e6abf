import type { Facts } from "../kernel/Refusal.ts"
import { inThai } from "../rules/Malformed.ts"

/** What is wrong at one place of an input, in both languages. */
export interface Fault {
  /** A JSON pointer into the input; empty for the whole. */
  readonly pointer: string
  readonly th: string
  readonly en: string
}

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
  const problems = tag === "InputMalformed" ? facts["problems"] : undefined
  if (!Array.isArray(problems)) return field === undefined ? [] : [{ pointer: field, th, en }]
  return (problems as ReadonlyArray<string>).flatMap((problem) => {
    const found = /^(\/\S*): ([\s\S]*)$/.exec(problem)
    const [, pointer = "", said = ""] = found ?? []
    return found === null ? [] : [{ pointer, th: inThai(said), en: said }]
  })
}
