import type { Posting } from "../engine/Record.ts"

/** Where money comes from before any source holds it. */
export const budgetAccount = "budget"

/** What a source holds and has not committed. */
export const sourceAccount = (source: string): string => `source:${source}`

/** What a partnership has been given and has neither prepared for payment, paid, nor decided on. */
export const commitmentAccount = (partnership: string): string => `commitment:${partnership}`

/** What waits for approval. */
export const preparedAccount = (partnership: string): string => `prepared:${partnership}`

/** What the recipient holds and has not accounted for. */
export const paidAccount = (partnership: string): string => `paid:${partnership}`

export const carriedOverAccount = (partnership: string): string => `carried-over:${partnership}`
export const spentAccount = (partnership: string): string => `spent:${partnership}`

/** One movement out of an account and into another; none where nothing moves. */
export const moved = (from: string, to: string, amount: bigint): ReadonlyArray<Posting> =>
  amount === 0n ? [] : [{ debit: from, credit: to, amount }]
