import { Result } from "effect"
import { ofDate, ofInstant } from "../kernel/FiscalYear.ts"
import { toDecimalString } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import type { IsoDate } from "../kernel/ThaiDate.ts"
import type { Disbursement, Funding, Release } from "./Funding.ts"
import { refuse } from "./refusals.ts"
import { givenIn, type Source } from "./Source.ts"

export interface YearFacts {
  readonly partnership: string
  readonly sources: ReadonlyArray<Source>
  readonly today: IsoDate
}

/** The day that a payment counts on: that of its approval, else that of its preparation. */
const countsOn = (disbursement: Disbursement) =>
  "approvedAt" in disbursement ? disbursement.approvedAt : disbursement.preparedAt

const drawnIn = ({ disbursements }: Funding, source: string, year: number, besides: string | undefined): bigint => {
  let drawn = 0n
  for (const one of disbursements) {
    if (one.id === besides || (one._tag !== "Prepared" && one._tag !== "Approved")) continue
    if (ofInstant(countsOn(one)) !== year) continue
    for (const share of one.sources ?? []) if (share.source === source) drawn += share.amount
  }
  return drawn
}

/** MON-5: money is paid in the fiscal year that its source gives it for, or that it was carried over into. */
export const inItsYear = (
  funding: Funding,
  shares: ReadonlyArray<Release>,
  { partnership, sources, today }: YearFacts,
  besides?: string
): Decision<void, "YearWithoutMoney"> => {
  const year = ofDate(today)
  for (const { amount, source: id } of shares) {
    const source = sources.find((one) => one.id === id)
    if (source === undefined) continue
    const left = givenIn(source, partnership, year) - drawnIn(funding, id, year, besides)
    const available = toDecimalString(left < 0n ? 0n : left)
    if (amount > left)
      return refuse("YearWithoutMoney", { fiscalYear: year, asked: toDecimalString(amount), available })
  }
  return Result.succeed(undefined)
}
