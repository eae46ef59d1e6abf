import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import { malformed } from "../../engine/refusals.ts"
import type { AccountId, OrganisationId } from "../../kernel/Actor.ts"
import { SubjectId } from "../../kernel/Personal.ts"
import type { Decision, Wording } from "../../kernel/Refusal.ts"
import type { IsoDate } from "../../kernel/ThaiDate.ts"
import type { Account } from "../../parties/Account.ts"
import * as Course from "../../processes/Course.ts"
import { type Assignment, AssignmentEvent, type Duty, lasting } from "../Assignments.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { running } from "./acting.ts"

export interface Assigning {
  readonly account: AccountId
  readonly duty: Duty
  readonly from: IsoDate
  readonly until?: IsoDate
}

const event = AssignmentEvent.cases

const standsOn = ({ owner, parties, recipient }: Partnership, organisation: OrganisationId) => ({
  isOwner: organisation === owner,
  isPayee:
    organisation === recipient ||
    parties.some((party) => party.organisation === organisation && party.as === "candidate"),
  isEvaluator: parties.some((party) => party.organisation === organisation && party.as === "external-evaluator")
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

export const assign = (partnership: Partnership, assigning: Assigning, account: Account, context: Context) =>
  Result.gen(function* () {
    yield* running(partnership)
    const { duty, from, until } = assigning
    if (account.status !== "active") return yield* refuse("AccountNotActive", { status: account.status })
    yield* fits(partnership, account, duty, context)
    if (until !== undefined && until < from)
      return yield* Result.fail(
        malformed({ pointer: "/until", th: "ต้องไม่ก่อนวันที่เริ่ม (/from)", en: "must not be before /from" })
      )
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

/** Whether a step waits for someone who has to be assigned first: no duty is nobody's. */
export const someoneIsMissing = ({ assignments, course, owner }: Partnership): boolean => {
  const standing = assignments.filter(({ ended }) => ended === undefined)
  const has = (duty: Duty, own?: boolean) =>
    standing.some((one) => one.duty === duty && (own === undefined || (one.organisation === owner) === own))
  return Course.openSteps(Course.composedOf(course), course).some(({ completion, round }) => {
    if (completion.by !== "act") return false
    if (completion.act === "accounts-audited") return !has("auditor")
    if (completion.act !== "evaluation-accepted") return false
    return round === undefined ? !has("evaluator") : !has("evaluator", true) || !has("evaluator", false)
  })
}
