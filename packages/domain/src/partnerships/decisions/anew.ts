import type { Target } from "../../engine/Handler.ts"
import type { Timing } from "../../engine/Record.ts"
import { type Method, methodsNeeded } from "../../evaluation/Evaluation.ts"
import { disbursementIn } from "../../funding/Books.ts"
import type { Disbursement } from "../../funding/Funding.ts"
import { Instant } from "../../kernel/ThaiDate.ts"
import * as Course from "../../processes/Course.ts"
import type { Act } from "../../processes/Process.ts"
import type { Duty } from "../Assignments.ts"
import type { Partnership } from "../Partnership.ts"
import { closingTiming } from "./due.ts"

/**
 * Since when something waits that has waited before and was ended by another act than its own: whoever was told of it then
 * is told anew, as this is later.
 */
type Since = Pick<Timing, "since">

const latest = (moments: ReadonlyArray<string | undefined>): Instant | undefined => {
  const last = moments
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  return last === undefined ? undefined : Instant.make(last)
}

/** The latest of these moments. */
export const since = (...moments: ReadonlyArray<string | undefined>): Since => {
  const at = latest(moments)
  return at === undefined ? {} : { since: at }
}

/** An evaluation waits to be accepted since the finding that made it complete, not since its step opened. */
export const acceptingTiming = ({ course, evaluations }: Partnership, target: Target | undefined): Since => {
  const found = evaluations.find(({ id }) => id === target?.value)
  if (found === undefined) return {}
  const step = Course.composedOf(course).byKey.get(found.step)
  const needed = step === undefined ? [] : methodsNeeded(step)
  const first = (method: Method) => found.findings.find((finding) => finding.method === method)?.at
  return since(...(needed.length > 0 ? needed.map(first) : [found.findings[0]?.at]))
}

/** When the step was opened that the act completes: the one that is open, or else the first. */
const openedFor = ({ course, startedAt }: Partnership, act: Act): string | undefined => {
  const composed = Course.composedOf(course)
  const step = [...Course.openSteps(composed, course), ...composed.leaves].find(
    ({ completion }) => completion.by === "act" && completion.act === act
  )
  return step === undefined ? undefined : Course.openedAt(composed, course, step.key, startedAt)
}

/** When somebody's assignment was ended who is assigned anew. */
const assignedAnew = ({ assignments }: Partnership, duty: Duty): ReadonlyArray<Instant> =>
  assignments.flatMap(({ account, ended }, index) => {
    const isAssigned = assignments
      .slice(index)
      .some((one) => one.account === account && one.duty === duty && one.ended === undefined)
    return ended !== undefined && isAssigned ? [ended.at] : []
  })

/** What was sent back is asked for anew since the last finding that was sent back: all of them were given before. */
export const findingTiming = (partnership: Partnership): Since => {
  const sentBack = partnership.evaluations.find(({ earlier, status }) => status !== "accepted" && earlier.length > 0)
  return since(
    openedFor(partnership, "evaluation-accepted"),
    sentBack?.earlier.at(-1)?.at,
    ...assignedAnew(partnership, "evaluator")
  )
}

/** PBC-9: an adverse opinion sends the accounts back, so that money moves again. */
export const sentBackAt = ({ funding: { closing } }: Partnership): Instant | undefined =>
  closing._tag === "Audited" && closing.audit.opinion === "adverse" ? closing.audit.at : undefined

const undoneAt = (disbursement: Disbursement): Instant | undefined => {
  switch (disbursement._tag) {
    case "Rejected":
      return disbursement.rejectedAt
    case "Reversed":
      return disbursement.reversedAt
    default:
      return undefined
  }
}

const settledAt = (disbursement: Disbursement): Instant | undefined =>
  disbursement._tag === "Approved" ? disbursement.approvedAt : undoneAt(disbursement)

/** A tranche is to be paid anew since a payment of it was rejected or reversed. */
export const preparingTiming = (partnership: Partnership, target: Target | undefined): Since =>
  since(
    sentBackAt(partnership),
    ...partnership.funding.disbursements.filter(({ tranche }) => tranche === target?.value).map(undoneAt)
  )

export const approvingTiming = ({ funding }: Partnership, target: Target | undefined): Since =>
  since(disbursementIn(funding, String(target?.value))?.preparedAt)

/**
 * MON-5: there is something to decide about since the step opened, or since what was decided last, or reported instead of
 * something else, did not settle it.
 */
export const unspentTiming = (partnership: Partnership): Since =>
  since(
    openedFor(partnership, "accounts-reconciled"),
    sentBackAt(partnership),
    ...partnership.funding.decisions.map(({ at }) => at),
    ...partnership.delivery.reports.flatMap(({ certifiedAt, replaces }) =>
      replaces === undefined ? [] : [certifiedAt]
    )
  )

/** MON-6: nothing waits for approval or for a decision any more since the last of them. */
export const reconcilingTiming = (partnership: Partnership): Timing => ({
  ...closingTiming("reconciled")(partnership),
  ...since(unspentTiming(partnership).since, ...partnership.funding.disbursements.map(settledAt))
})

export const auditingTiming = (partnership: Partnership): Timing => {
  const { closing } = partnership.funding
  return {
    ...closingTiming("audited")(partnership),
    ...since(closing._tag === "Reconciled" ? closing.at : undefined, ...assignedAnew(partnership, "auditor"))
  }
}
