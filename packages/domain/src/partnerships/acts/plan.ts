import { Result, Schema } from "effect"
import { valueOf } from "../../agreements/Terms.ts"
import * as Field from "../../kernel/Field.ts"
import { officer, partnerSignatory } from "../../kernel/Grants.ts"
import { PlanInput } from "../../plans/PlanInput.ts"
import { proposed } from "../../plans/Proposal.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import * as Planning from "../decisions/planning.ts"
import { actsOn } from "./actsOn.ts"
import { organisation } from "./related.ts"

const { change } = actsOn("plan")

const onAgreement = ["PartnershipNotRunning", "AgreementMissing", "AgreementNotInForce"] as const
/** What the measures of a plan can be refused for. */
export const onMeasures = [
  "WeightsDoNotSum",
  "DirectionDisagrees",
  "LevelsNotMonotone",
  "ScaleMisused",
  "ThresholdUnreachable"
] as const

/** And as they are written. */
export const onWritten = [...onMeasures, "StepTextMissing", "StepsOutOfOrder"] as const

const onPlan = [...onAgreement, ...onWritten, "AuthorityMissing", "ActivityMisplaced", "ReasonMissing"] as const

/** Payments and evaluations wait for a plan that was passed over, so that their steps ask for it too. */
const waitForPlan = ["ACT-8", "PBC-U", "PBC-5", "PBC-7", "GRA-3", "MON-3"] as const

export const plan = [
  change({
    name: "plans.adopt",
    summary: { th: "รับรองแผนปฏิบัติการ", en: "Adopt the action plan" },
    irreversible: {
      th: "รับรองแล้วแก้ได้ด้วยการปรับแผนโดยมีเหตุผลเท่านั้น",
      en: "Once adopted, the plan is changed only by a revision with a reason"
    },
    onward: true,
    input: PlanInput,
    allow: [officer],
    refusals: [...onPlan, ...onAnyAct],
    rules: [
      "COL-6",
      "COL-6e",
      "COL-6f",
      "COL-7a",
      "COL-7b",
      "COL-8a",
      "PER-1",
      ...waitForPlan,
      "COL-8",
      "PBC-6",
      "PBC-8",
      "COM-6",
      "GRA-4"
    ],
    ready: Planning.canAdopt,
    decide: ({ context, input, state }) =>
      Result.flatMap(proposed(input, context), (plan) => Planning.adopt(state, plan, context))
  }),
  change({
    name: "plans.agree",
    summary: { th: "เห็นชอบแผนปฏิบัติการ", en: "Agree to the action plan" },
    irreversible: {
      th: "เห็นชอบแล้ว ตัวชี้วัด ระดับ และน้ำหนักเปลี่ยนได้ด้วยการแก้ไขข้อตกลงที่ทั้งสองฝ่ายลงนามเท่านั้น",
      en: "From then on, indicators, levels and weights change only by an amendment that both sides sign"
    },
    onward: true,
    input: Schema.Struct({}),
    allow: [partnerSignatory],
    refusals: [
      ...onAgreement,
      "WrongLane",
      "PlanMissing",
      "PlanAlreadyAgreed",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded"
    ],
    rules: ["COL-6", "COL-6e", "PER-1", ...waitForPlan],
    related: ({ owner }, _, actor) => ({ organisation: organisation(actor.organisation ?? owner) }),
    ready: Planning.canAgree,
    mandate: ({ agreement }) => (agreement === undefined ? undefined : valueOf(agreement.terms)),
    decide: ({ context, related, state }) => Planning.agree(state, related.organisation, context)
  }),
  change({
    name: "plans.revise",
    summary: { th: "ปรับแผนปฏิบัติการ", en: "Revise the action plan" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({ ...PlanInput.fields, reason: Field.prose("เหตุผล", "Reason") }),
    allow: [officer],
    refusals: [...onPlan, "PlanMissing", "PlanUnderEvaluation", "RoundBegun", "MeasuresAgreed"],
    rules: ["COL-6", "COL-6f", "COL-7", "COL-7a", "COL-7b", "COL-8a", "PBC-7"],
    ready: Planning.canRevise,
    decide: ({ context, input: { reason, ...input }, state }) =>
      Result.flatMap(proposed(input, context, state.plan), (plan) => Planning.revise(state, plan, reason, context))
  })
]
