import { Result } from "effect"
import type { Agreement } from "../../agreements/Agreement.ts"
import type { PartySide, Signature } from "../../agreements/Parts.ts"
import { type Terms, valueOf } from "../../agreements/Terms.ts"
import type { Context } from "../../engine/Context.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { bangkokDay, type Instant } from "../../kernel/ThaiDate.ts"
import { lapsesAt } from "../../parties/Lapse.ts"
import { mandateFor, type Organisation } from "../../parties/Organisation.ts"
import { refuse } from "../refusals.ts"

const tooOld = { th: "อีกฝ่ายไม่ได้ลงนามภายในสามสิบวัน", en: "the other side did not sign within thirty days" }
const withoutMandate = { th: "ผู้ลงนามไม่มีอำนาจลงนามแล้ว", en: "who signed holds no mandate for it any more" }

/** ACT-8: a first signature waits for the other one as long as a proposal does (SEC-10). */
export const hasLapsed = ({ at }: Pick<Signature, "at">, now: Instant): boolean => now >= lapsesAt(at)

const lapsed = ({ at, side }: Signature, why: typeof tooOld) =>
  refuse("SignatureLapsed", { side, day: bangkokDay(at), why })

/** The signature of the other side has not grown too old. */
export const inTime = (
  signatures: ReadonlyArray<Signature>,
  side: PartySide,
  now: () => Instant
): Decision<void, "SignatureLapsed"> => {
  const other = signatures.find((one) => one.side !== side)
  return other !== undefined && hasLapsed(other, now()) ? lapsed(other, tooOld) : Result.succeed(undefined)
}

/** COL-5b: whoever signed first could still sign on the day on which both have signed. */
export const stillMandated = (
  signatures: ReadonlyArray<Signature>,
  side: PartySide,
  organisations: ReadonlyArray<Organisation | undefined>,
  terms: Terms,
  { today }: Pick<Context, "today">
): Decision<void, "SignatureLapsed"> => {
  const other = signatures.find((one) => one.side !== side)
  const organisation = organisations.find((one) => one?.id === other?.organisation)
  return other === undefined ||
    (organisation?.active === true && Result.isSuccess(mandateFor(organisation, other.account, valueOf(terms), today)))
    ? Result.succeed(undefined)
    : lapsed(other, withoutMandate)
}

/** What one side has signed of an agreement that is not in force yet. */
export const signaturesOf = (agreement: Agreement | undefined): ReadonlyArray<Signature> =>
  agreement?._tag === "Signing" ? agreement.signatures : []

/**
 * The agreement without its own side's signatures that have grown too old: that side signs anew. Where nothing else is signed it
 * is a draft again, which can be written anew too.
 */
export const withoutLapsed = (agreement: Agreement | undefined, now: () => Instant): Agreement | undefined => {
  if (agreement?._tag === "Signing") {
    const signatures = agreement.signatures.filter((signature) => !hasLapsed(signature, now()))
    return signatures.length === 0 ? { _tag: "Draft", terms: agreement.terms, drafts: 1 } : { ...agreement, signatures }
  }
  if (agreement?._tag !== "InForce") return agreement
  const { amendments, renewal, ...rest } = agreement
  return {
    ...rest,
    ...(renewal === undefined || hasLapsed(renewal.signature, now()) ? {} : { renewal }),
    ...(amendments === undefined
      ? {}
      : {
          amendments: amendments.map((one) =>
            one.status === "proposed"
              ? { ...one, signatures: one.signatures.filter((signature) => !hasLapsed(signature, now())) }
              : one
          )
        })
  }
}
