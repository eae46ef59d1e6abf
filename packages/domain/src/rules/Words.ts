import type { Words } from "../kernel/Refusal.ts"

/** What one capability calls things: once, for refusals, forms, lists and pages. */
export interface CapabilityWords {
  /** Values of its records, as they stand within a sentence: statuses, sides, roles, kinds. */
  readonly values: Words
  /** The statuses of its kinds of record, in the order in which they are gone through. */
  readonly statuses: { readonly [record: string]: ReadonlyArray<string> }
  /** Parts of its records that no form asks for: who, when, and what a decision adds by itself. */
  readonly parts: Words
}

/** States the words of a capability; a status without a word does not compile. */
export const wordsOf = <
  const Values extends Words,
  const Parts extends Words,
  const Statuses extends { readonly [record: string]: ReadonlyArray<keyof Values> }
>(words: {
  readonly values: Values
  readonly statuses: Statuses
  readonly parts: Parts
}) => words

/** Of a capability that has no words of its own. */
export const noWords: CapabilityWords = { values: {}, statuses: {}, parts: {} }
