import type { Draft } from "./Draft.ts"

/** What is typed goes on from what the record says now. */
export interface Merged {
  readonly draft: Draft
  /** What the record says now of fields that were typed in and have changed there too. */
  readonly both: Draft
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Brings a draft that began with `from` to a record that now says `now`: fields that nobody typed in take the new value,
 * the others keep what was typed, and say so where the record has changed there as well.
 */
export const merged = (typed: Draft, from: Draft, now: Draft): Merged => {
  const names = Object.keys({ ...now, ...typed })
  const isTouched = (name: string) => name in typed && !isSame(typed[name], from[name])
  return {
    draft: Object.fromEntries(names.map((name) => [name, isTouched(name) ? typed[name] : now[name]])),
    both: Object.fromEntries(
      names
        // What the draft did not begin with, nobody can have changed since.
        .filter((name) => name in from && isTouched(name))
        .filter((name) => !isSame(now[name], from[name]) && !isSame(now[name], typed[name]))
        .map((name) => [name, now[name]])
    )
  }
}
