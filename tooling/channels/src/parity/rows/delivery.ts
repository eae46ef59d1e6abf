import { baht } from "../../journeys/Cast.ts"
import { inDays, term } from "../../journeys/Days.ts"
import { plan } from "../../journeys/Facts.ts"
import { finding, reported, stateOf } from "../../journeys/Partnership.ts"
import { assigned, off, on, onlyWhatThereIs, type Rows } from "../Row.ts"
import type { Stage } from "../Stages.ts"

const nobody = "018f0000-0000-4000-8000-000000000000"
const { activities, indicators, ...said } = plan(term)
const [activity] = activities
const [first, second] = indicators
const withIndicator = (more: object) => ({ ...said, activities, indicators: [{ ...first, ...more }, second] })
const withActivity = (more: object) => ({ activities: [{ ...activity, ...more }], indicators })
const { legalAuthority: _, ...powerless } = activity ?? { legalAuthority: "" }
const levels = (...values: ReadonlyArray<string>) => ({ levels: values.map((value) => ({ value })) })

const newest = (_: unknown, stage: Stage) => ({
  evaluation: stateOf(stage).evaluations.at(-1)?.id,
  deductions: [],
  noLessonsReason: "งานสั้น"
})
const evaluated = (method: string, midTerm: boolean) => (_: unknown, stage: Stage) => finding(stage, method, midTerm)
const span = { days: 1, hours: 0, minutes: 0 }

export const deliveryRows = {
  AuthorityMissing: [
    {
      says: "an activity names its power, or says why not",
      stage: "formed",
      rule: "COL-7a",
      ask: on("officer", "plans.adopt", { activities: [powerless], indicators })
    }
  ],
  WeightsDoNotSum: [
    {
      says: "the weights come to the whole",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator({ weight: 5999 }))
    }
  ],
  DirectionDisagrees: [
    {
      says: "the direction is what the levels say",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator({ direction: "down" }))
    }
  ],
  LevelsNotMonotone: [
    {
      says: "levels rise or fall throughout",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator(levels("60", "70", "70", "90", "100")))
    }
  ],
  ScaleMisused: [
    {
      says: "five levels are five",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator(levels("60", "70", "80")))
    }
  ],
  StepTextMissing: [
    {
      says: "every level of a step type says what it asks",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator({ shape: "FiveLevelStep", ...levels("1", "2", "3", "4", "5") }))
    }
  ],
  StepsOutOfOrder: [
    {
      says: "steps are 1 to 5, in this order",
      stage: "formed",
      rule: "PER-1",
      ask: on("officer", "plans.adopt", withIndicator({ shape: "FiveLevelStep", ...levels("1", "3", "2", "4", "5") }))
    }
  ],
  NothingBefore: [
    {
      says: "what took nothing is not reduced",
      stage: "nothing",
      rule: "RED-1",
      except: { admin: "no screen measures reductions yet" },
      ask: off(null, "reductions.measure", {
        measured: { dayLength: 7, before: { steps: 0, time: span }, after: { steps: 0, time: span } }
      })
    }
  ],
  ActivityMisplaced: [
    {
      says: "activities lie within the agreement's term",
      stage: "formed",
      rule: "COL-6",
      ask: on("officer", "plans.adopt", withActivity({ period: { from: inDays(1), to: inDays(500) } }))
    }
  ],
  PlanNotAgreed: [
    {
      says: "nothing is paid before the recipient has agreed to what is measured",
      stage: "planned, with a source",
      rule: "ACT-8",
      ask: on("finance", "disbursements.prepare", { tranche: 1, amount: baht("1.00") })
    }
  ],
  PlanAlreadyAgreed: [
    {
      says: "a plan is agreed to once",
      stage: "funded",
      rule: "ACT-8",
      ask: on("signatory", "plans.agree")
    }
  ],
  MeasuresAgreed: [
    {
      says: "what both sides have agreed to measure is not changed by one of them",
      stage: "funded",
      rule: "ACT-8",
      ask: on("officer", "plans.revise", { ...withIndicator({ target: "90" }), reason: "สูงขึ้น" })
    }
  ],
  PlanMissing: [
    {
      says: "nothing is reported before there is a plan",
      stage: "signed",
      rule: "ACT-8",
      ask: on("editor", "reports.submit", reported("0.00"))
    }
  ],
  IndicatorUnknown: [
    {
      says: "results are of the plan's indicators",
      stage: "first tranche paid",
      rule: "COL-8",
      except: { admin: onlyWhatThereIs },
      ask: on("editor", "reports.submit", { ...reported("1.00"), results: [{ indicator: nobody, value: "1" }] })
    }
  ],
  ReportMissing: [
    {
      says: "an evaluation rests on a report",
      stage: "first tranche paid",
      rule: "MON-3",
      ask: on("evaluator", "evaluations.submit", evaluated("internal", true))
    }
  ],
  SpendingExceedsPayments: [
    {
      says: "nobody has spent more than was paid",
      stage: "first tranche paid",
      rule: "MON-2",
      ask: on("editor", "reports.submit", reported("500000.01"))
    }
  ],
  ReportUnknown: [
    {
      says: "a report that there is not is not corrected",
      stage: "reported",
      rule: "GRA-4",
      ask: on("editor", "reports.submit", { ...reported("1.00"), replaces: 7 })
    }
  ],
  NoticeUnknown: [
    {
      says: "a notice that nobody gave is not answered",
      stage: "reported",
      rule: "GRA-4a",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "notices.answer", { notice: nobody, text: "รับทราบ" })
    }
  ],
  EvaluationUnknown: [
    {
      says: "an evaluation that there is not is not accepted",
      stage: "reported",
      rule: "COL-8",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "evaluations.accept", { evaluation: nobody, deductions: [] })
    }
  ],
  EvaluationNotSubmitted: [
    {
      says: "the recipient's own view is not accepted",
      stage: "assessed by the recipient",
      rule: "COL-8",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "evaluations.accept", newest)
    }
  ],
  MethodsIncomplete: [
    {
      says: "a mid-term evaluation is made from inside and outside",
      stage: "evaluated inside",
      rule: "PBC-6",
      ask: on("officer", "evaluations.accept", newest)
    }
  ],
  FindingAlreadyGiven: [
    {
      says: "a method has one finding in a round",
      stage: "evaluated inside",
      rule: "PBC-6",
      ask: on("evaluator", "evaluations.submit", evaluated("internal", true))
    }
  ],
  ResultsIncomplete: [
    {
      says: "an evaluation of half of the plan is not accepted",
      stage: "grant evaluated in part",
      rule: "PER-1",
      ask: on("officer", "evaluations.accept", newest)
    }
  ],
  SiteVisitMissing: [
    {
      says: "a mid-term evaluation has a site visit, or says why not",
      stage: "reported",
      rule: "PBC-6a",
      ask: on("evaluator", "evaluations.submit", evaluated("internal", false))
    }
  ],
  DateRefused: [
    {
      says: "a report tells what was done, not what is to come",
      stage: "first tranche paid",
      rule: "GRA-4",
      ask: on("editor", "reports.submit", reported("1.00", { from: inDays(0), to: inDays(2) }))
    },
    {
      says: "a site visit before the agreement began is none of its evaluation",
      stage: "reported",
      rule: "PBC-6a",
      ask: on("evaluator", "evaluations.submit", (_, stage) => ({
        ...finding(stage, "internal", true),
        siteVisit: inDays(-600)
      }))
    }
  ],
  SiteVisitAhead: [
    {
      says: "a site visit that is still to come is none",
      stage: "reported",
      rule: "PBC-6a",
      ask: on("evaluator", "evaluations.submit", (_, stage) => ({
        ...finding(stage, "internal", true),
        siteVisit: inDays(2)
      }))
    }
  ],
  EvaluatorIsPayee: [
    {
      says: "whoever is paid does not evaluate",
      stage: "chosen",
      rule: "SEP-2",
      ask: on("administrator", "assignments.assign", ({ payee }) => assigned(payee, "evaluator"))
    }
  ],
  MethodNotYours: [
    {
      says: "the agency's own people evaluate from inside",
      stage: "reported",
      rule: "PBC-6",
      ask: on("evaluator", "evaluations.submit", evaluated("external", true))
    }
  ],
  PlanUnderEvaluation: [
    {
      says: "the plan stays while it is evaluated",
      stage: "evaluated inside",
      rule: "COL-8a",
      ask: on("officer", "plans.revise", { ...plan(term), reason: "ง่ายกว่า" })
    }
  ],
  ScoreBelowThreshold: [
    {
      says: "a score below the threshold is not accepted",
      stage: "grant evaluated as poor",
      rule: "PBC-7a",
      ask: on("officer", "evaluations.accept", newest)
    }
  ],
  EvidenceUnknown: [
    {
      says: "a file that was not put is not attached",
      stage: "started",
      rule: "COL-8",
      except: { admin: "a form attaches the file that it has put itself" },
      ask: on("officer", "evidence.attach", { file: "a".repeat(64), name: "หลักฐาน.pdf" })
    }
  ]
} as const satisfies Record<string, Rows>
