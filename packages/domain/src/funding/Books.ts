import { sum } from "../kernel/Money.ts"
import { type Positions, positionsOf } from "./BySource.ts"
import type { Disbursement, Funding, Release, UnspentDecision } from "./Funding.ts"

/** What of the accounts the sums are taken from. */
export interface Accounts {
  readonly commitments: ReadonlyArray<Pick<Release, "amount">>
  readonly disbursements: ReadonlyArray<Pick<Disbursement, "_tag" | "tranche" | "amount">>
  readonly decisions: ReadonlyArray<Pick<UnspentDecision, "kind" | "amount" | "fromCommitment" | "fromPayments">>
}

/** The sums of all entries: each decision on money rests on them. */
export interface Sums {
  readonly committed: bigint
  readonly prepared: bigint
  readonly paid: bigint
  readonly returned: bigint
  readonly carriedOver: bigint
  readonly fromCommitment: bigint
  readonly fromPayments: bigint
}

/** What waits for approval of one tranche, and what is paid out of it. */
export type Disbursed = Pick<Sums, "prepared" | "paid">

const total = <A>(items: ReadonlyArray<A>, amount: (item: A) => bigint): bigint => sum(items.map(amount))

const nothingDisbursed: Disbursed = { prepared: 0n, paid: 0n }

const disbursedByTranche = ({ disbursements }: Pick<Accounts, "disbursements">): ReadonlyMap<number, Disbursed> => {
  const byTranche = new Map<number, Disbursed>()
  for (const { _tag, amount, tranche } of disbursements) {
    const { paid, prepared } = byTranche.get(tranche) ?? nothingDisbursed
    if (_tag === "Prepared") byTranche.set(tranche, { prepared: prepared + amount, paid })
    if (_tag === "Approved") byTranche.set(tranche, { prepared, paid: paid + amount })
  }
  return byTranche
}

const summedUp = ({ commitments, decisions }: Accounts, byTranche: ReadonlyMap<number, Disbursed>): Sums => {
  const decided = (as: UnspentDecision["kind"]) => total(decisions, ({ amount, kind }) => (kind === as ? amount : 0n))
  // What is committed anew stays where it is.
  const gone = decisions.filter(({ kind }) => kind !== "re-committed")
  const disbursed = [...byTranche.values()]
  return {
    committed: total(commitments, ({ amount }) => amount),
    prepared: total(disbursed, ({ prepared }) => prepared),
    paid: total(disbursed, ({ paid }) => paid),
    returned: decided("returned"),
    carriedOver: decided("carried-over"),
    fromCommitment: total(gone, ({ fromCommitment }) => fromCommitment),
    fromPayments: total(gone, ({ fromPayments }) => fromPayments)
  }
}

const books = Symbol("books")

/** What follows from the accounts: their sums, those of each tranche, and each disbursement by its id. */
interface Books {
  readonly sums: Sums
  readonly byTranche: ReadonlyMap<number, Disbursed>
  readonly byId: ReadonlyMap<string, Disbursement>
  readonly positions: Positions
}

/** Each part is worked out when someone first asks for it. */
const booksOf = (funding: Funding): Books => {
  let sums: Sums | undefined
  let byTranche: Books["byTranche"] | undefined
  let byId: Books["byId"] | undefined
  let positions: Positions | undefined
  return {
    get sums() {
      sums ??= summedUp(funding, this.byTranche)
      return sums
    },
    get byTranche() {
      byTranche ??= disbursedByTranche(funding)
      return byTranche
    },
    get byId() {
      byId ??= new Map(funding.disbursements.map((one) => [one.id, one]))
      return byId
    },
    get positions() {
      positions ??= positionsOf(funding)
      return positions
    }
  }
}

/**
 * Accounts that carry what follows from them: a thousand payments that wait are not summed up a thousand times. No copy of
 * them and no encoding has it.
 */
export const withBooks = (funding: Funding): Funding =>
  Object.defineProperty({ ...funding }, books, { value: booksOf(funding) })

const carried = (funding: object): Books | undefined => (funding as { readonly [books]?: Books })[books]

export const sumsOf = (funding: Accounts): Sums =>
  carried(funding)?.sums ?? summedUp(funding, disbursedByTranche(funding))

/** What is prepared and paid of one tranche. */
export const disbursedOf = (funding: Pick<Accounts, "disbursements">, tranche: number): Disbursed =>
  (carried(funding)?.byTranche ?? disbursedByTranche(funding)).get(tranche) ?? nothingDisbursed

export const disbursementIn = (funding: Funding, id: string): Disbursement | undefined => {
  const kept = carried(funding)
  return kept === undefined ? funding.disbursements.find((one) => one.id === id) : kept.byId.get(id)
}

/** Where each source of the partnership stands. */
export const bySource = (funding: Funding): Positions => carried(funding)?.positions ?? positionsOf(funding)
