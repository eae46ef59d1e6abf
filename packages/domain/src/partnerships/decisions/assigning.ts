import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { Timing } from "../../engine/Record.ts"
import { malformed } from "../../engine/refusals.ts"
import { methodsNeeded } from "../../evaluation/Evaluation.ts"
import { hadAHandIn } from "../../funding/Closing.ts"
import type { AccountId, OrganisationId } from "../../kernel/Actor.ts"
import { SubjectId } from "../../kernel/Personal.ts"
import type { Decision, Wording } from "../../kernel/Refusal.ts"
import type { Instant, IsoDate } from "../../kernel/ThaiDate.ts"
import type { Account } from "../../parties/Account.ts"
import type { PlacedStep } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import { type Assignment, AssignmentEvent, type Duty, lasting, looking, standing, standingOn } from "../Assignments.ts"
import { onDay, within } from "../DateRules.ts"
import { isLookedAt } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { closable, running } from "./acting.ts"
import { datesOf } from "./dating.ts"
import { closingTiming } from "./due.ts"

export interface Assigning {
  readonly account: AccountId
  readonly duty: Duty
  readonly from: IsoDate
  readonly until?: IsoDate
}

const event = AssignmentEvent.cases

const standsOn = (partnership: Partnership, organisation: OrganisationId) => ({
  isOwner: organisation === partnership.owner,
  isPayee: isLookedAt(partnership, organisation),
  isEvaluator: partnership.parties.some(
    (party) => party.organisation === organisation && party.as === "external-evaluator"
  )
})

const notFit = (duty: Duty, why: Wording) => refuse("NotAssignable", { duty, why }, { field: "/account" })

/** ACT-6, SEP-2, SEC-6: nobody looks at the work of their own organisation, and nobody assigns themselves. */
const fits = (
  partnership: Partnership,
  account: Account,
  duty: Duty,
  { actor }: Context
): Decision<void, "NotAssignable" | "EvaluatorIsPayee"> => {
  const { isEvaluator, isOwner, isPayee } = standsOn(partnership, account.organisation)
  if (account.id === actor.account) return notFit(duty, { th: "ไม่มีผู้ใดมอบหมายตนเองได้", en: "nobody assigns themselves" })
  if (isPayee && duty === "evaluator")
    return refuse("EvaluatorIsPayee", { organisation: account.organisation }, { field: "/account" })
  if (isPayee)
    return notFit(duty, { th: "องค์กรของผู้นี้คือผู้ที่ถูกพิจารณา", en: "their own organisation is the one that is looked at" })
  if (!account.roles.includes(duty))
    return notFit(duty, { th: "บัญชีนี้ไม่มีบทบาทนั้น", en: "the account does not hold that role" })
  if (duty === "auditor" && !isOwner)
    return notFit(duty, {
      th: "ผู้ตรวจสอบบัญชีเป็นคนของหน่วยงานเจ้าของภารกิจ",
      en: "an auditor is of the agency that owns the mission"
    })
  if (duty === "evaluator" && !isOwner && !isEvaluator)
    return notFit(duty, {
      th: "เสนอชื่อองค์กรของผู้นี้เป็นผู้ประเมินภายนอกก่อน",
      en: "name their organisation as external evaluator first"
    })
  return Result.succeed(undefined)
}

/** MON-6: the accounts are audited after a termination too; whoever evaluates or selects looks at work that goes on. */
const lookedAt = (partnership: Partnership, duty: Duty) =>
  duty === "auditor" ? closable(partnership) : running(partnership)

export const assign = (partnership: Partnership, assigning: Assigning, account: Account, context: Context) =>
  Result.gen(function* () {
    const { duty, from, until } = assigning
    yield* lookedAt(partnership, duty)
    if (account.status !== "active") return yield* refuse("AccountNotActive", { status: account.status })
    yield* fits(partnership, account, duty, context)
    if (until !== undefined && until < from)
      return yield* Result.fail(
        malformed({ pointer: "/until", th: "ต้องไม่ก่อนวันที่เริ่ม (/from)", en: "must not be before /from" })
      )
    const facts = datesOf(partnership, context)
    yield* within("assignments.assign", "from", onDay(from), facts)
    if (until !== undefined) yield* within("assignments.assign", "until", onDay(until), facts)
    if (lasting(partnership.assignments, from).some((one) => one.account === account.id && one.duty === duty))
      return yield* refuse("AlreadyAssigned", { duty }, { field: "/account" })
    const assignment: Assignment = {
      id: context.newId(),
      account: account.id,
      organisation: account.organisation,
      duty,
      from,
      ...(until === undefined ? {} : { until })
    }
    return [event.PersonAssigned.make({ assignment })]
  })

export const end = (
  { assignments }: Partnership,
  id: string,
  reason: string,
  { today }: Pick<Context, "today">
): Decision<ReadonlyArray<AssignmentEvent>, "AssignmentUnknown"> => {
  const found = lasting(assignments, today).find((one) => one.id === id)
  if (found === undefined) return refuse("AssignmentUnknown", { assignment: id }, { field: "/assignment" })
  const about = { subject: SubjectId.make(found.account), reason }
  return Result.succeed([event.AssignmentEnded.make({ assignment: id, about })])
}

type Fits = (assignment: Assignment) => boolean

const isFor =
  (duty: Duty): Fits =>
  (one) =>
    one.duty === duty

/** Whom an open step needs, one of each: whoever has given a finding by now need not be there any more. */
const neededFor = (
  { evaluations, funding, owner }: Partnership,
  { completion, key, rule }: PlacedStep
): ReadonlyArray<Fits> => {
  if (completion.by !== "act") return []
  if (completion.act === "accounts-audited")
    return [(one) => isFor("auditor")(one) && !hadAHandIn(funding, one.account)]
  if (completion.act !== "evaluation-accepted") return []
  const findings = evaluations.find(({ step }) => step === key)?.findings ?? []
  const needed = methodsNeeded({ rule })
  if (needed.length === 0) return findings.length > 0 ? [] : [isFor("evaluator")]
  return needed
    .filter((method) => !findings.some((finding) => finding.method === method))
    .map((method) => (one) => isFor("evaluator")(one) && (one.organisation === owner) === (method === "internal"))
}

const openSteps = ({ course }: Partnership) => Course.openSteps(Course.composedOf(course), course)

/** Whether a step waits for someone who has to be assigned first: no duty is nobody's (ACT-1). */
export const someoneIsMissing = (partnership: Partnership, today: IsoDate): boolean => {
  const there = standingOn(looking(partnership), today)
  return openSteps(partnership).some((step) => neededFor(partnership, step).some((fits) => !there.some(fits)))
}

/** When the answer turns: where an assignment begins or runs out. */
export const missingTurnsAt = ({ assignments }: Partnership): ReadonlyArray<Instant> =>
  assignments
    .filter(({ ended }) => ended === undefined)
    .flatMap((one) => {
      const { from, until } = standing(one)
      return [from, until].filter((at) => at !== null)
    })

/** PRO-2: an auditor is assigned in time for the audit. */
export const assigningTiming = (partnership: Partnership): Pick<Timing, "due"> =>
  openSteps(partnership).some(({ completion }) => completion.by === "act" && completion.act === "accounts-audited")
    ? closingTiming("audited")(partnership)
    : {}
