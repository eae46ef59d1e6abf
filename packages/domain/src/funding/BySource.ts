import { Satang } from "../kernel/Money.ts"
import type { Disbursement, Funding, Release, UnspentDecision } from "./Funding.ts"
import type { SourceId } from "./Source.ts"

/** What one source gave to a partnership, and what became of it. Nothing of it ever falls below zero. */
export interface Position {
  readonly committed: bigint
  /** Prepared or paid. */
  readonly drawn: bigint
  readonly paid: bigint
  /** Given back, out of what was never paid. */
  readonly fromCommitment: bigint
  /** Given back by the recipient. */
  readonly fromPayments: bigint
  /** Put aside for good, as was decided before what is carried over stayed usable: unpaid, and with the recipient. */
  readonly asideUnpaid: bigint
  readonly asidePaid: bigint
}

/** An amount of one source. */
export interface Share {
  readonly source: SourceId
  readonly amount: bigint
}

const nothing: Position = {
  committed: 0n,
  drawn: 0n,
  paid: 0n,
  fromCommitment: 0n,
  fromPayments: 0n,
  asideUnpaid: 0n,
  asidePaid: 0n
}

const parts = ["committed", "drawn", "paid", "fromCommitment", "fromPayments", "asideUnpaid", "asidePaid"] as const

/** Committed and neither drawn nor given back. */
export const availableOf = ({ asideUnpaid, committed, drawn, fromCommitment }: Position): bigint =>
  committed - drawn - fromCommitment - asideUnpaid

/** What the recipient received of the source and has not given back, spent or not. */
export const receivedOf = ({ asidePaid, fromPayments, paid }: Position): bigint => paid - fromPayments - asidePaid

/** The amount taken from these in turn, from none more than it has. */
const takenFrom = (from: ReadonlyArray<Share>, amount: bigint): ReadonlyArray<Share> => {
  let left = amount
  return from.flatMap(({ amount, source }) => {
    const share = amount < left ? amount : left
    if (share <= 0n) return []
    left -= share
    return [{ source, amount: share }]
  })
}

const summed = (shares: ReadonlyArray<Share>): ReadonlyArray<Share> => {
  const bySource = new Map<SourceId, bigint>()
  for (const { amount, source } of shares) bySource.set(source, (bySource.get(source) ?? 0n) + amount)
  return [...bySource].map(([source, amount]) => ({ source, amount }))
}

export type Positions = ReadonlyMap<SourceId, Position>

export const availableIn = (positions: Positions): ReadonlyArray<Share> =>
  [...positions].map(([source, position]) => ({ source, amount: availableOf(position) }))

/** A release says how much of it the recipient gave back; until it did, the commitment was taken first (MON-5). */
export const partsOf = ({ fromCommitment, releases }: UnspentDecision) => {
  let unpaid: bigint = fromCommitment
  return releases.map(({ amount, fromPayments, source }) => {
    const first = amount < unpaid ? amount : unpaid
    unpaid -= first
    return {
      source,
      fromCommitment: amount - (fromPayments ?? amount - first),
      fromPayments: fromPayments ?? amount - first
    }
  })
}

/** Whether a payment counts, and was made. */
const draws: { readonly [Tag in Disbursement["_tag"]]: readonly [drawn: boolean, paid: boolean] } = {
  Prepared: [true, false],
  Approved: [true, true],
  Rejected: [false, false],
  Reversed: [false, false]
}

/** Where every source of the partnership stands, the one that committed first before the others (MON-2, MON-5). */
export const positionsOf = ({ commitments, decisions, disbursements }: Funding): Positions => {
  const positions = new Map<SourceId, Position>()
  const add = (source: SourceId, more: Partial<Position>): void => {
    const was = positions.get(source) ?? nothing
    const sums = { ...was }
    for (const part of parts) sums[part] += more[part] ?? 0n
    positions.set(source, sums)
  }
  for (const { amount, source } of commitments) add(source, { committed: amount })
  for (const { source, ...given } of decisions.flatMap(partsOf)) add(source, given)
  for (const disbursement of disbursements) {
    const [drawn, paid] = draws[disbursement._tag]
    if (!drawn) continue
    for (const { amount, source } of disbursement.sources ?? takenFrom(availableIn(positions), disbursement.amount))
      add(source, { drawn: amount, paid: paid ? amount : 0n })
  }
  for (const { fromCommitment, fromPayments, kind } of decisions) {
    if (kind !== "carried-over") continue
    for (const { amount, source } of takenFrom(availableIn(positions), fromCommitment))
      add(source, { asideUnpaid: amount })
    const received = [...positions].map(([source, position]) => ({ source, amount: receivedOf(position) }))
    for (const { amount, source } of takenFrom(received, fromPayments)) add(source, { asidePaid: amount })
  }
  return positions
}

const asReleases = (shares: ReadonlyArray<Share>): ReadonlyArray<Release> =>
  summed(shares).map(({ amount, source }) => ({ source, amount: Satang.make(amount) }))

/** What a payment is drawn from: the source that is named, or each in the order in which it committed. */
export const drawnFrom = (
  from: ReadonlyArray<Share>,
  amount: bigint,
  source: SourceId | undefined
): ReadonlyArray<Release> =>
  asReleases(
    takenFrom(
      from.filter((share) => source === undefined || share.source === source),
      amount
    )
  )

/** MON-5: what comes out of a commitment goes back to the source that committed last first. */
const releasedFromCommitment = ({ commitments }: Funding, positions: Positions, amount: bigint) => {
  const lastFirst = [...new Set([...commitments].reverse().map(({ source }) => source))]
  return takenFrom(
    lastFirst.map((source) => ({ source, amount: availableOf(positions.get(source) ?? nothing) })),
    amount
  )
}

/** MON-5: what the recipient gives back is of the payments made last; it spends what it received first. */
const releasedFromPayments = ({ commitments, disbursements }: Funding, positions: Positions, amount: bigint) => {
  const received = new Map([...positions].map(([source, position]) => [source, receivedOf(position)] as const))
  const paid = disbursements.flatMap(({ _tag, sources = [] }) => (_tag === "Approved" ? sources : []))
  return takenFrom(
    [...paid.reverse(), ...commitments].flatMap(({ amount: most, source }) => {
      const left = received.get(source) ?? 0n
      const share = most < left ? most : left
      received.set(source, left - share)
      return [{ source, amount: share }]
    }),
    amount
  )
}

/** MON-5: what each source gets back: of the cash the recipient holds, and of what was never paid. */
export const releasesOf = (
  funding: Funding,
  positions: Positions,
  parts: { readonly fromCommitment: bigint; readonly fromPayments: bigint }
): ReadonlyArray<Release> => {
  const cash = summed(releasedFromPayments(funding, positions, parts.fromPayments))
  const unpaid = releasedFromCommitment(funding, positions, parts.fromCommitment)
  return asReleases([...cash, ...unpaid]).map(({ amount, source }) => ({
    source,
    amount,
    fromPayments: Satang.make(cash.find((share) => share.source === source)?.amount ?? 0n)
  }))
}
