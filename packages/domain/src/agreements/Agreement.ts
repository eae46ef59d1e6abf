import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import { Period } from "../kernel/Period.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import {
  AmendedTerms,
  Amendment,
  Announcement,
  Change,
  PartySide,
  ProposedAmendment,
  RenewalBasis,
  Renewed,
  Renewing,
  Signature
} from "./Parts.ts"
import { refuse } from "./refusals.ts"
import { type DraftingFacts, sound, Terms } from "./Terms.ts"

const signed = {
  terms: Terms,
  signatures: Schema.Array(Signature),
  announcement: Schema.optionalKey(Announcement),
  changes: Schema.Array(Change),
  renewal: Schema.optionalKey(Renewing),
  /** Absent where none was signed since they are kept. */
  renewals: Schema.optionalKey(Schema.Array(Renewed)),
  /** Absent where none was ever proposed. */
  amendments: Schema.optionalKey(Schema.Array(Amendment))
}

export const Agreement = Schema.TaggedUnion({
  Draft: { terms: Terms, drafts: Schema.Int },
  Signing: { terms: Terms, signatures: Schema.Array(Signature) },
  InForce: signed,
  Suspended: { ...signed, reason: Schema.String },
  Terminated: { ...signed, reason: Schema.String, terminatedAt: Instant }
})
export type Agreement = typeof Agreement.Type
type InForce = typeof Agreement.cases.InForce.Type

export const AgreementEvent = Schema.TaggedUnion({
  AgreementDrafted: { terms: Terms },
  AgreementSigned: { signature: Signature },
  AgreementAnnounced: { where: Schema.String, reference: Schema.String },
  ConditionChangeRequested: { change: Change },
  ConditionChangeApproved: { change: Schema.String },
  ConditionChangeDeclined: { change: Schema.String, reason: Schema.String },
  RenewalSigned: { renewal: Renewing },
  /** Without signatures where it was recorded before both sides signed it. */
  AgreementRenewed: {
    period: Period,
    reason: Schema.String,
    signatures: Schema.optionalKey(Schema.Array(Signature)),
    basis: Schema.optionalKey(RenewalBasis)
  },
  AmendmentProposed: { amendment: ProposedAmendment },
  AmendmentSigned: { amendment: Schema.String, signature: Signature },
  AmendmentDeclined: { amendment: Schema.String, side: PartySide, reason: Schema.String },
  AgreementAmended: { ...AmendedTerms.fields, amendment: Schema.String, signatures: Schema.Array(Signature) },
  AgreementSuspended: { reason: Schema.String },
  AgreementResumed: { reason: Schema.String },
  AgreementTerminated: { reason: Schema.String }
})
export type AgreementEvent = typeof AgreementEvent.Type
const event = AgreementEvent.cases

export const canDraft = (agreement: Agreement | undefined) =>
  agreement === undefined || agreement._tag === "Draft"
    ? Result.succeed(undefined)
    : refuse("AgreementNotDraft", { status: agreement._tag })

export const draft = (agreement: Agreement | undefined, terms: Terms, facts: DraftingFacts) =>
  Result.gen(function* () {
    yield* canDraft(agreement)
    return [event.AgreementDrafted.make({ terms: yield* sound(terms, facts) })]
  })

export const drafted = (agreement: Agreement | undefined) =>
  agreement === undefined ? refuse("AgreementMissing", {}) : Result.succeed(agreement)

/** ACT-8: both sides have signed, and no money is given. */
export const withoutMoney = (agreement: Agreement | undefined): boolean =>
  agreement !== undefined &&
  agreement._tag !== "Draft" &&
  agreement._tag !== "Signing" &&
  agreement.terms.value === undefined

/** What is in force, and not suspended or terminated. */
export const inForce = (
  agreement: Agreement | undefined
): Decision<InForce, "AgreementMissing" | "AgreementNotInForce"> =>
  Result.flatMap(drafted(agreement), (known) =>
    known._tag === "InForce" ? Result.succeed(known) : refuse("AgreementNotInForce", { status: known._tag })
  )

export const canSign = (agreement: Agreement | undefined, side: PartySide) =>
  Result.flatMap(drafted(agreement), (known): Decision<Terms, "AgreementNotDraft" | "AlreadySigned"> => {
    if (known._tag !== "Draft" && known._tag !== "Signing")
      return refuse("AgreementNotDraft", { status: known._tag }, { rule: "COL-5b" })
    const signatures = known._tag === "Signing" ? known.signatures : []
    return signatures.some((signature) => signature.side === side)
      ? refuse("AlreadySigned", { side })
      : Result.succeed(known.terms)
  })

/** COL-5b: each side signs once, by someone whose mandate has been checked. */
export const sign = (agreement: Agreement | undefined, signature: Signature) =>
  Result.map(canSign(agreement, signature.side), () => [event.AgreementSigned.make({ signature })])

/** Whether this signature brings the agreement into force. */
export const completes = (agreement: Agreement | undefined): boolean => agreement?._tag === "Signing"

export const canAnnounce = (agreement: Agreement | undefined) =>
  Result.flatMap(inForce(agreement), ({ announcement }) =>
    announcement === undefined ? Result.succeed(undefined) : refuse("AlreadyAnnounced", {})
  )

export const announce = (agreement: Agreement | undefined, where: string, reference: string) =>
  Result.map(canAnnounce(agreement), () => [event.AgreementAnnounced.make({ where, reference })])

export interface RequestedChange {
  readonly conditions: ReadonlyArray<string>
  readonly objectives?: string
  readonly reason: string
}

/** GRA-3: conditions may be added, changed or relaxed, without touching the objectives. */
export const requestChange = (
  agreement: Agreement | undefined,
  { conditions, objectives, reason }: RequestedChange,
  { actor, newId }: Context
) =>
  Result.flatMap(inForce(agreement), ({ terms }) =>
    objectives !== undefined && objectives !== terms.objectives
      ? refuse("ObjectivesTouched", {}, { field: "/objectives" })
      : Result.succeed([
          event.ConditionChangeRequested.make({
            change: { id: newId(), conditions, reason, requestedBy: actor.account, status: "requested" }
          })
        ])
  )

const waiting = (agreement: Agreement | undefined, change: string) =>
  Result.flatMap(inForce(agreement), ({ changes }) => {
    const found = changes.find(({ id, status }) => id === change && status === "requested")
    return found === undefined ? refuse("ChangeUnknown", { change }, { field: "/change" }) : Result.succeed(found)
  })

export const approveChange = (agreement: Agreement | undefined, change: string) =>
  Result.map(waiting(agreement, change), ({ id }) => [event.ConditionChangeApproved.make({ change: id })])

export const declineChange = (agreement: Agreement | undefined, change: string, reason: string) =>
  Result.map(waiting(agreement, change), ({ id }) => [event.ConditionChangeDeclined.make({ change: id, reason })])

export const suspend = (agreement: Agreement | undefined, reason: string) =>
  Result.map(inForce(agreement), () => [event.AgreementSuspended.make({ reason })])

export const canResume = (agreement: Agreement | undefined) =>
  Result.flatMap(drafted(agreement), (known) =>
    known._tag === "Suspended" ? Result.succeed(undefined) : refuse("AgreementNotSuspended", { status: known._tag })
  )

export const resume = (agreement: Agreement | undefined, reason: string) =>
  Result.map(canResume(agreement), () => [event.AgreementResumed.make({ reason })])

export const canTerminate = (agreement: Agreement | undefined) =>
  Result.flatMap(drafted(agreement), (known) =>
    known._tag === "InForce" || known._tag === "Suspended"
      ? Result.succeed(undefined)
      : refuse("AgreementNotInForce", { status: known._tag })
  )

export const terminate = (agreement: Agreement | undefined, reason: string) =>
  Result.map(canTerminate(agreement), () => [event.AgreementTerminated.make({ reason })])

/**
 * ACT-8: what one side has signed or asked for under other terms does not outlive a change of those in force: it is signed or
 * asked for anew.
 */
const overtaken = ({ renewal: _, ...agreement }: Signed): Signed => ({
  ...agreement,
  changes: agreement.changes.map((change) =>
    change.status === "requested" ? { ...change, status: "overtaken" } : change
  )
})

const withStatus =
  (id: string, status: Change["status"]) =>
  (change: Change): Change =>
    change.id === id ? { ...change, status } : change

type Signed = Exclude<Agreement, { _tag: "Draft" | "Signing" }>

const withAmendment = (agreement: Signed, id: string, change: (found: Amendment) => Amendment): Signed => ({
  ...agreement,
  amendments: (agreement.amendments ?? []).map((one) => (one.id === id ? change(one) : one))
})

const signedParts = (agreement: Signed) => ({
  terms: agreement.terms,
  signatures: agreement.signatures,
  changes: agreement.changes,
  ...(agreement.renewal === undefined ? {} : { renewal: agreement.renewal }),
  ...(agreement.renewals === undefined ? {} : { renewals: agreement.renewals }),
  ...(agreement.amendments === undefined ? {} : { amendments: agreement.amendments }),
  ...(agreement.announcement === undefined ? {} : { announcement: agreement.announcement })
})

/** Total: an event that does not fit the state leaves it as it is. */
export const evolve = (
  agreement: Agreement | undefined,
  { at, event: happened }: Recorded<AgreementEvent>
): Agreement | undefined => {
  if (happened._tag === "AgreementDrafted") {
    const drafts = agreement?._tag === "Draft" ? agreement.drafts + 1 : 1
    return Agreement.cases.Draft.make({ terms: happened.terms, drafts })
  }
  if (agreement === undefined) return undefined
  const { terms } = agreement
  if (happened._tag === "AgreementSigned") {
    if (agreement._tag === "Draft") return Agreement.cases.Signing.make({ terms, signatures: [happened.signature] })
    if (agreement._tag !== "Signing") return agreement
    // A side that signs anew does so in the place of its signature that has lapsed.
    const other = agreement.signatures.filter(({ side }) => side !== happened.signature.side)
    const signatures = [...other, happened.signature]
    return other.length === 0
      ? Agreement.cases.Signing.make({ terms, signatures })
      : Agreement.cases.InForce.make({ terms, signatures, changes: [] })
  }
  if (agreement._tag === "Draft" || agreement._tag === "Signing") return agreement
  const parts = signedParts(agreement)
  switch (happened._tag) {
    case "AgreementAnnounced":
      return { ...agreement, announcement: { where: happened.where, reference: happened.reference, at } }
    case "ConditionChangeRequested":
      return { ...agreement, changes: [...agreement.changes, happened.change] }
    case "ConditionChangeApproved": {
      const approved = agreement.changes.find(({ id }) => id === happened.change)
      const rest = overtaken(agreement)
      return {
        ...rest,
        terms: { ...terms, conditions: approved?.conditions ?? terms.conditions },
        changes: rest.changes.map(withStatus(happened.change, "approved"))
      }
    }
    case "ConditionChangeDeclined":
      return { ...agreement, changes: agreement.changes.map(withStatus(happened.change, "declined")) }
    case "RenewalSigned":
      return { ...agreement, renewal: happened.renewal }
    case "AgreementRenewed": {
      // The term goes on: what was done before stays within it.
      const { renewal: _, ...rest } = agreement
      const { from } = terms.period
      const period = { from: from < happened.period.from ? from : happened.period.from, to: happened.period.to }
      const renewed = {
        period: happened.period,
        at,
        ...(happened.basis === undefined ? {} : { basis: happened.basis })
      }
      const waiting = (rest.amendments ?? []).map((one) =>
        one.status === "proposed" ? { ...one, signatures: [] } : one
      )
      return {
        ...rest,
        ...(rest.amendments === undefined ? {} : { amendments: waiting }),
        terms: { ...terms, period },
        renewals: [...(rest.renewals ?? []), renewed]
      }
    }
    case "AmendmentProposed": {
      const { amendment } = happened
      const proposed = Amendment.make({ ...amendment, proposedAt: at, status: "proposed", signatures: [] })
      return { ...agreement, amendments: [...(agreement.amendments ?? []), proposed] }
    }
    case "AmendmentSigned":
      return withAmendment(agreement, happened.amendment, (found) => ({
        ...found,
        // A side that signs anew does so in the place of its signature that has lapsed.
        signatures: [...found.signatures.filter(({ side }) => side !== happened.signature.side), happened.signature]
      }))
    case "AmendmentDeclined":
      return withAmendment(agreement, happened.amendment, (found) => ({
        ...found,
        status: found.side === happened.side ? "withdrawn" : "declined"
      }))
    case "AgreementAmended": {
      const { conditions, money, objectives, signatures, tranches } = happened
      return {
        ...withAmendment(overtaken(agreement), happened.amendment, (found) => ({
          ...found,
          status: "agreed",
          signatures
        })),
        terms: { ...terms, ...money, conditions, objectives, ...(tranches === undefined ? {} : { tranches }) }
      }
    }
    case "AgreementSuspended":
      return Agreement.cases.Suspended.make({ ...parts, reason: happened.reason })
    case "AgreementResumed":
      return Agreement.cases.InForce.make(parts)
    case "AgreementTerminated":
      return Agreement.cases.Terminated.make({ ...parts, reason: happened.reason, terminatedAt: at })
    default:
      return happened satisfies never
  }
}
