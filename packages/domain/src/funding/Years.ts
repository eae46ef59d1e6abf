import { Result } from "effect"
import { type FiscalYear, ofDate, ofInstant } from "../kernel/FiscalYear.ts"
import { sum, toDecimalString } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import type { IsoDate } from "../kernel/ThaiDate.ts"
import { bySource } from "./Books.ts"
import { availableIn, partsOf, type Share } from "./BySource.ts"
import type { Disbursement, Funding } from "./Funding.ts"
import { refuse } from "./refusals.ts"
import type { Source, SourceId } from "./Source.ts"

/** What of a source decides in which year it pays. */
export type OfYear = Pick<Source, "id" | "fiscalYear">

/** What of a source was never paid, by the fiscal year in which it can be. */
type Unpaid = Map<FiscalYear, bigint>

/** The day that a payment counts on: that of its approval, else that of its preparation. */
const countsAt = (disbursement: Disbursement) =>
  "approvedAt" in disbursement ? disbursement.approvedAt : disbursement.preparedAt

const counts = ({ _tag }: Disbursement): boolean => _tag === "Prepared" || _tag === "Approved"

const yearsOf = (unpaid: Unpaid): ReadonlyArray<FiscalYear> => [...unpaid.keys()].toSorted((a, b) => a - b)

/** Takes the amount from these years in turn, and says how much there was. */
const take = (unpaid: Unpaid, years: ReadonlyArray<FiscalYear>, amount: bigint): bigint => {
  let left = amount
  for (const year of years) {
    const held = unpaid.get(year) ?? 0n
    const part = held < left ? held : left
    unpaid.set(year, held - part)
    left -= part
  }
  return amount - left
}

type Entry = readonly [at: string, apply: (unpaid: Unpaid) => void]

const payments = ({ disbursements }: Funding, source: SourceId): ReadonlyArray<Entry> =>
  disbursements.filter(counts).map((disbursement) => {
    const year = ofInstant(countsAt(disbursement))
    const amount = (disbursement.sources ?? []).find((share) => share.source === source)?.amount ?? 0n
    // Before years were asked about, money of another one was paid too.
    return [countsAt(disbursement), (unpaid) => take(unpaid, [year, ...yearsOf(unpaid)], amount)]
  })

const decided = ({ decisions }: Funding, source: SourceId): ReadonlyArray<Entry> =>
  decisions.flatMap((decision): ReadonlyArray<Entry> => {
    const { at, carriedTo, fromCommitment } = decision
    if (carriedTo?.source === source)
      return [
        [
          at,
          (unpaid) => {
            const { to } = carriedTo
            const before = yearsOf(unpaid).filter((year) => year < to)
            unpaid.set(to, (unpaid.get(to) ?? 0n) + take(unpaid, before, fromCommitment))
          }
        ]
      ]
    const given = partsOf(decision).find((part) => part.source === source)?.fromCommitment ?? 0n
    // As the source records it: what is given back is of the latest year first.
    return given > 0n ? [[at, (unpaid) => take(unpaid, yearsOf(unpaid).toReversed(), given)]] : []
  })

/** MON-5: what of a source waits for payment, by year: its own, or that which it was carried over into. */
const unpaidOf = (funding: Funding, { fiscalYear, id }: OfYear): Unpaid => {
  const committed = funding.commitments.filter(({ source }) => source === id)
  const unpaid: Unpaid = new Map([[fiscalYear, sum(committed.map(({ amount }) => amount))]])
  // Of the same moment, what is decided comes first: payments rest on it.
  const entries = [...decided(funding, id), ...payments(funding, id)]
  for (const [, apply] of entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) apply(unpaid)
  return unpaid
}

/** MON-5: what each source gives for payments of a fiscal year: of its own year, or carried over into that one. */
export const payableIn = (funding: Funding, year: FiscalYear, sources: ReadonlyArray<OfYear>): ReadonlyArray<Share> =>
  availableIn(bySource(funding)).flatMap(({ amount: available, source: id }) => {
    const source = sources.find((one) => one.id === id)
    if (source === undefined) return []
    const given = unpaidOf(funding, source).get(year) ?? 0n
    return [{ source: id, amount: given < available ? given : available }]
  })

interface YearFacts {
  readonly sources: ReadonlyArray<OfYear>
  readonly today: IsoDate
  /** It waits for approval already. */
  readonly prepared?: boolean
}

const total = (shares: ReadonlyArray<Share>): bigint => sum(shares.map(({ amount }) => amount))

/** MON-5: money is paid in the fiscal year that its source gives it for, or that it was carried over into. */
export const inItsYear = (
  asked: ReadonlyArray<Share>,
  payable: ReadonlyArray<Share>,
  { prepared = false, sources, today }: YearFacts
): Decision<void, "YearWithoutMoney"> => {
  if (total(payable) >= total(asked)) return Result.succeed(undefined)
  const given = asked.flatMap(({ source }) => sources.filter(({ id }) => id === source))
  const facts = {
    fiscalYear: ofDate(today),
    years: [...new Set(given.map(({ fiscalYear }) => String(fiscalYear)))].toSorted(),
    asked: toDecimalString(total(asked)),
    available: toDecimalString(total(payable)),
    prepared
  }
  return refuse("YearWithoutMoney", facts, prepared ? {} : { field: "/amount" })
}
