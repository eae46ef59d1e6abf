import { Option, Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord, type Posting } from "../engine/Record.ts"
import { malformed } from "../engine/refusals.ts"
import { accessOf, OrganisationId } from "../kernel/Actor.ts"
import { amongParties, lookingOn, office } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { FiscalYear, ofInstant } from "../kernel/FiscalYear.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { fromSatang, largest, Money, Satang, sum, toDecimalString, zero } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { budgetAccount, commitmentAccount, moved, sourceAccount } from "./Accounts.ts"
import { sourceEventMasks, sourceMask } from "./masks.ts"
import { refuse } from "./refusals.ts"

export const SourceId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("SourceId"))
export type SourceId = typeof SourceId.Type

/** MON-1: where the money of a partnership comes from. */
export const kinds = {
  "state-budget": { th: "งบประมาณแผ่นดิน", en: "state budget" },
  "recipient-revenue": { th: "งบรายได้", en: "recipient's revenue" },
  donation: { th: "เงินบริจาค", en: "donation" },
  other: { th: "แหล่งอื่น", en: "other" }
} as const

export const SourceKind = Schema.Literals(["state-budget", "recipient-revenue", "donation", "other"])
export type SourceKind = typeof SourceKind.Type

/** A source as its agency states it. */
export const SourceTerms = Schema.Struct({
  kind: SourceKind,
  title: LocalizedText,
  /** Who holds the money, where it is not the agency itself. */
  holder: Schema.optionalKey(OrganisationId),
  fiscalYear: FiscalYear,
  amount: Money,
  /** MON-1a: the specific, transparent rule that the money comes under. */
  rule: Schema.optionalKey(Schema.String),
  /** MON-1a: why there is no such rule. */
  ruleReason: Schema.optionalKey(Schema.String),
  /** True where figures are invented for demonstration. */
  invented: Schema.optionalKey(Schema.Boolean)
})
export type SourceTerms = typeof SourceTerms.Type

const PartnershipKey = Schema.String.check(Schema.isUUID())
const Share = { partnership: PartnershipKey, amount: Money }

export const Source = Schema.Struct({
  id: SourceId,
  owner: OrganisationId,
  ...SourceTerms.fields,
  /** What is committed now, one entry for each partnership, and one more for each later year that it is carried into. */
  committed: Schema.Array(Schema.Struct({ ...Share, fiscalYear: Schema.optionalKey(FiscalYear) }))
})
export type Source = typeof Source.Type

export const SourceEvent = Schema.TaggedUnion({
  SourceRegistered: { id: SourceId, owner: OrganisationId, terms: SourceTerms },
  SourceIncreased: { amount: Money, reason: Schema.String },
  AmountCommitted: Share,
  CommitmentReleased: Share,
  CommitmentCarriedOver: { ...Share, fiscalYear: FiscalYear }
})
export type SourceEvent = typeof SourceEvent.Type
const event = SourceEvent.cases

const underRule: ReadonlyArray<SourceKind> = ["donation", "other"]

export const register = (
  terms: SourceTerms,
  { actor, newId }: Context
): Decision<ReadonlyArray<SourceEvent>, "NotPermitted" | "SourceRuleMissing"> => {
  if (actor.organisation === null) {
    return refuse("NotPermitted", {
      operation: "sources.register",
      who: ["finance", "programme-officer"],
      act: { th: "ขึ้นทะเบียนแหล่งเงิน", en: "Register a source of money" }
    })
  }
  if (underRule.includes(terms.kind) && terms.rule === undefined && terms.ruleReason === undefined) {
    return refuse("SourceRuleMissing", { kind: terms.kind }, { field: "/rule" })
  }
  return Result.succeed([event.SourceRegistered.make({ id: SourceId.make(newId()), owner: actor.organisation, terms })])
}

export const committedOf = ({ committed }: Source): bigint => sum(committed.map(({ amount }) => amount))

/** What can still be committed. */
export const availableOf = (source: Source): bigint => source.amount - committedOf(source)

export const increase = (source: Source, amount: Satang, reason: string) =>
  Option.isSome(fromSatang(source.amount + amount))
    ? Result.succeed([event.SourceIncreased.make({ amount, reason })])
    : Result.fail(
        malformed({
          pointer: "/amount",
          th: `แหล่งเงินจะมีเกิน ${toDecimalString(largest)} บาท`,
          en: `the source would hold more than ${toDecimalString(largest)} baht`
        })
      )

/** Money of a partnership, and the agency whose partnership it is. */
export interface Share {
  readonly partnership: string
  readonly owner: OrganisationId
  readonly amount: Satang
}

const own = (source: Source, owner: OrganisationId) =>
  source.owner === owner
    ? Result.succeed(source)
    : refuse("RecordNotFound", { record: "source", id: source.id }, { field: "/source" })

/** MON-2: nothing is committed above what the source holds. A foreign source answers as an unknown one (SEC-1). */
export const commit = (source: Source, { amount, owner, partnership }: Share) =>
  Result.flatMap(own(source, owner), () => {
    const available = availableOf(source)
    return amount > available
      ? refuse(
          "SourceExceeded",
          { asked: toDecimalString(amount), available: toDecimalString(available) },
          { field: "/amount" }
        )
      : Result.succeed([event.AmountCommitted.make({ partnership, amount })])
  })

const sharesOf = ({ committed }: Source, partnership: string) =>
  committed.filter((share) => share.partnership === partnership)

/** MON-5: the commitment goes on into a later year; what has been carried there before is not carried anew. */
export const carryOver = (
  source: Source,
  { amount, fiscalYear, owner, partnership }: Share & { readonly fiscalYear: FiscalYear }
) =>
  Result.flatMap(own(source, owner), () => {
    const before = sharesOf(source, partnership).filter((share) => yearOf(source, share) < fiscalYear)
    const left = sum(before.map(({ amount }) => amount))
    return amount > left
      ? refuse("NothingLeft", { asked: toDecimalString(amount), left: toDecimalString(left) }, { field: "/amount" })
      : Result.succeed([event.CommitmentCarriedOver.make({ partnership, amount, fiscalYear })])
  })

/** MON-5: money that a partnership returns is the source's again. */
export const release = (source: Source, { amount, owner, partnership }: Share) =>
  Result.flatMap(own(source, owner), () => {
    const left = sum(sharesOf(source, partnership).map(({ amount }) => amount))
    return amount > left
      ? refuse("NothingLeft", { asked: toDecimalString(amount), left: toDecimalString(left) }, { field: "/amount" })
      : Result.succeed([event.CommitmentReleased.make({ partnership, amount })])
  })

const bounded = (satang: bigint): Satang => Satang.make(satang < 0n ? 0n : satang > largest ? largest : satang)

type Committed = Source["committed"][number]

/** The fiscal year in which a commitment can be used. */
const yearOf = (source: Pick<Source, "fiscalYear">, { fiscalYear }: Pick<Committed, "fiscalYear">): FiscalYear =>
  fiscalYear ?? source.fiscalYear

const added = (source: Source, { amount, fiscalYear, partnership }: Committed): Source => {
  const isSame = (other: Committed) => other.partnership === partnership && other.fiscalYear === fiscalYear
  const before = source.committed.find(isSame)
  const share = {
    partnership,
    amount: bounded((before?.amount ?? 0n) + amount),
    ...(fiscalYear === undefined ? {} : { fiscalYear })
  }
  const committed =
    before === undefined ? [...source.committed, share] : source.committed.map((o) => (o === before ? share : o))
  return { ...source, committed: committed.filter(({ amount }) => amount > 0n) }
}

/** Taken from these shares of a partnership in turn. */
const taken = (source: Source, from: ReadonlyArray<Committed>, amount: bigint): Source => {
  let left = amount
  const committed = new Map(source.committed.map((share) => [share, share.amount as bigint]))
  for (const share of from) {
    const part = share.amount < left ? share.amount : left
    committed.set(share, share.amount - part)
    left -= part
  }
  const shares = [...committed].map(([share, amount]) => ({ ...share, amount: bounded(amount) }))
  return { ...source, committed: shares.filter(({ amount }) => amount > 0n) }
}

/** What is given back is of the latest year first. */
const latestFirst = (source: Source, partnership: string) =>
  sharesOf(source, partnership).toSorted((a, b) => yearOf(source, b) - yearOf(source, a))

const carried = (
  source: Source,
  { amount, fiscalYear, partnership }: Committed & { readonly fiscalYear: FiscalYear }
) => {
  const before = latestFirst(source, partnership).filter((share) => yearOf(source, share) < fiscalYear)
  const rest = taken(source, before.reverse(), amount)
  return added(rest, { partnership, amount, fiscalYear })
}

export const evolve = (state: Source | undefined, { at, event: happened }: Recorded<SourceEvent>): Source => {
  const source: Source = state ?? {
    id: SourceId.make(unknownId),
    owner: OrganisationId.make(unknownId),
    kind: "other",
    title: { th: "—" },
    fiscalYear: ofInstant(at),
    amount: zero,
    committed: []
  }
  return SourceEvent.match(happened, {
    SourceRegistered: ({ id, owner, terms }): Source => ({ ...terms, id, owner, committed: source.committed }),
    SourceIncreased: ({ amount }) => ({ ...source, amount: bounded(source.amount + amount) }),
    AmountCommitted: ({ amount, partnership }) => added(source, { partnership, amount }),
    CommitmentReleased: ({ amount, partnership }) => taken(source, latestFirst(source, partnership), amount),
    CommitmentCarriedOver: (over) => carried(source, over)
  })
}

/** MON-2: the ledger's side of a source. Accounts of sources and commitments never fall below zero. */
export const sourcePostings = ({ id }: Source, happened: SourceEvent): ReadonlyArray<Posting> =>
  SourceEvent.match(happened, {
    SourceRegistered: ({ terms }) => moved(budgetAccount, sourceAccount(id), terms.amount),
    SourceIncreased: ({ amount }) => moved(budgetAccount, sourceAccount(id), amount),
    AmountCommitted: ({ amount, partnership }) => moved(sourceAccount(id), commitmentAccount(partnership), amount),
    CommitmentReleased: ({ amount, partnership }) => moved(commitmentAccount(partnership), sourceAccount(id), amount),
    CommitmentCarriedOver: () => []
  })

/** Sources are the agency's own, and the holder's; what a partnership does with the money is public with it. */
export const sourceRecord = defineRecord({
  name: "source",
  plural: "sources",
  label: { th: "แหล่งเงิน", en: "source of money" },
  State: Source,
  Event: SourceEvent,
  schemaVersion: 1,
  evolve,
  audiences: [{ name: "full", allow: office }, amongParties, lookingOn],
  masks: { state: sourceMask, events: sourceEventMasks },
  access: ({ holder, owner }) => accessOf({ owner, parties: holder === undefined ? [] : [holder] }),
  ...listing({
    columns: {
      kind: Column.choice("ประเภทแหล่งเงิน", "Kind of source", { seenBy: "everyone" }),
      fiscalYear: Column.number("ปีงบประมาณ", "Fiscal year", { seenBy: "everyone", plain: true })
    },
    row: (source: Source) => ({
      title: source.title,
      status: availableOf(source) > 0n ? ("available" as const) : ("committed" as const),
      columns: { kind: source.kind, fiscalYear: source.fiscalYear },
      search: [source.rule ?? ""]
    })
  }),
  postings: sourcePostings
})
