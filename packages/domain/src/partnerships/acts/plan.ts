import { Result, Schema } from "effect"
import * as Field from "../../kernel/Field.ts"
import { officer } from "../../kernel/Grants.ts"
import { PlanInput } from "../../plans/PlanInput.ts"
import { proposed } from "../../plans/Proposal.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import * as Agreeing from "../decisions/agreeing.ts"
import { actsOn } from "./actsOn.ts"

const { change } = actsOn("plan")

const onPlan = [
  "PartnershipNotRunning",
  "AgreementMissing",
  "AgreementNotInForce",
  "WeightsDoNotSum",
  "DirectionDisagrees",
  "LevelsNotMonotone",
  "ScaleMisused",
  "StepTextMissing",
  "StepsOutOfOrder",
  "AuthorityMissing",
  "ActivityMisplaced",
  "ThresholdUnreachable"
] as const

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
    // Payments and evaluations wait for a plan that was passed over, so that their steps ask for it too.
    rules: [
      "COL-6",
      "COL-6e",
      "COL-7a",
      "PER-1",
      "ACT-8",
      "PBC-U",
      "PBC-5",
      "PBC-7",
      "GRA-3",
      "MON-3",
      "COL-8",
      "PBC-6",
      "PBC-8",
      "COM-6",
      "GRA-4"
    ],
    ready: Agreeing.canAdoptPlan,
    decide: ({ context, input, state }) =>
      Result.flatMap(proposed(input, context), (plan) => Agreeing.adoptPlan(state, plan, context))
  }),
  change({
    name: "plans.revise",
    summary: { th: "ปรับแผนปฏิบัติการ", en: "Revise the action plan" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({ ...PlanInput.fields, reason: Field.prose("เหตุผล", "Reason") }),
    allow: [officer],
    refusals: [...onPlan, "PlanMissing", "PlanUnderEvaluation", "RoundBegun"],
    rules: ["COL-6", "COL-7", "PBC-7"],
    ready: Agreeing.canRevisePlan,
    decide: ({ context, input: { reason, ...input }, state }) =>
      Result.flatMap(proposed(input, context, state.plan), (plan) => Agreeing.revisePlan(state, plan, reason, context))
  })
]
