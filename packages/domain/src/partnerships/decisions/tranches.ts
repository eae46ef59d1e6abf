import { Result } from "effect"
import { type Terms, valueOf } from "../../agreements/Terms.ts"
import * as Committing from "../../funding/Committing.ts"
import { FundingEvent } from "../../funding/Funding.ts"
import * as Course from "../../processes/Course.ts"
import type { Partnership } from "../Partnership.ts"

type Paying = Pick<Partnership, "course" | "funding">
type Agreed = Pick<Terms, "tranches" | "value">

const factsOf = ({ course }: Paying, agreed: Agreed): Committing.ScheduleFacts => ({
  agreementValue: valueOf(agreed),
  disbursementSteps: Course.composedOf(course)
    .leaves.filter(({ completion }) => completion.by === "act" && completion.act === "disbursement")
    .map(({ key }) => key)
})

/** Whether a payment's step is open for which no tranche has been agreed. */
export const trancheIsMissing = ({ course, funding }: Paying): boolean =>
  Course.openSteps(Course.composedOf(course), course).some(
    ({ completion, key }) =>
      completion.by === "act" && completion.act === "disbursement" && !funding.tranches.some(({ step }) => step === key)
  )

/** PBC-7, MON-3: the tranches of a draft, one for each payment of the process. */
export const laidOut = (partnership: Paying, agreed: Agreed) =>
  Committing.laidOut(agreed.tranches ?? [], factsOf(partnership, agreed))

/** PBC-7, MON-3: other tranches than those that are paid by now. */
export const rescheduled = (partnership: Paying, agreed: Agreed) =>
  agreed.tranches === undefined
    ? Result.succeed([])
    : Committing.schedule(partnership.funding, agreed.tranches, factsOf(partnership, agreed))

/**
 * PBC-7: what the second signature of an agreement schedules. Nothing, where the tranches were not part of it yet, or where
 * both sides have agreed between the signatures on a process that pays otherwise: then an amendment says how.
 */
export const scheduledBySigning = (partnership: Paying, terms: Terms): ReadonlyArray<FundingEvent> =>
  Result.match(laidOut(partnership, terms), {
    onFailure: () => [],
    onSuccess: (tranches) => (tranches.length === 0 ? [] : [FundingEvent.cases.TranchesScheduled.make({ tranches })])
  })
