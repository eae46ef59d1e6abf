import { Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { must } from "../kernel/Must.ts"
import { RuleId } from "../rules/Catalogue.ts"

/** Whose work a step is. */
export const Lane = Schema.Literals([
  "owner",
  "recipient",
  "joint",
  "supporter",
  "third-party",
  "evaluator",
  "public"
]).annotate({ identifier: "Lane" })
export type Lane = typeof Lane.Type

/** The side that a person acts for. */
export const Side = Schema.Literals(["owner", "recipient", "supporter", "third-party", "evaluator"]).annotate({
  identifier: "Side"
})
export type Side = typeof Side.Type

/** Acts of the domain that complete a step by themselves: such a step is never ticked off by hand. */
export const Act = Schema.Literals([
  "model-chosen",
  "recipient-selected",
  "agreement-signed",
  "agreement-announced",
  "committee-formed",
  "plan-adopted",
  "money-committed",
  "disbursement",
  "report-submitted",
  "evaluation-accepted",
  "accounts-reconciled",
  "accounts-audited",
  "accounts-closed"
]).annotate({ identifier: "Act" })
export type Act = typeof Act.Type

/** How the recipient is found: by an open call, or by direct persuasion (COL-9a, COL-9b). */
export const Way = Schema.Literals(["call", "persuasion"]).annotate({ identifier: "Way" })
export type Way = typeof Way.Type

export const ModelId = Schema.Literals(["grant", "contracting", "commissioning"]).annotate({ identifier: "ModelId" })
export type ModelId = typeof ModelId.Type

export const DefinitionId = Schema.Literals(["collaboration", ...ModelId.literals])
export type DefinitionId = typeof DefinitionId.Type

/** Without a dot, which stands before the number of a round. */
export const StepId = Schema.String.check(
  Schema.isPattern(
    /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/,
    must("ต้องเป็นตัวอักษรอังกฤษ ตัวเลข และขีดกลาง", "must be letters, digits and hyphens")
  ),
  Schema.isMaxLength(40)
)

/** A step of a running process: its id, and the number of its round where it is in one (`PBC-7.2`). */
export const StepKey = Schema.String.check(
  Schema.isPattern(
    /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\.[1-9]\d?)?$/,
    must("ต้องเป็นรหัสขั้นตอน", "must be a step's key")
  ),
  Schema.isMaxLength(43)
)

const atMost = Schema.isMaxLength(50)

const FactName = Schema.String.check(Schema.isPattern(/^[a-z][A-Za-z0-9]{0,39}$/), Schema.isMaxLength(40))

/** What a step states in words. Every fact of a step is required, or why not where it can be passed over. */
export const StepFact = Schema.Struct({
  name: FactName,
  label: LocalizedText,
  rule: Schema.optionalKey(RuleId),
  /** What is stated in its place where its rule, one that says "should", is passed over: why. */
  whyNot: Schema.optionalKey(Schema.Struct({ name: FactName, label: LocalizedText }))
})
export type StepFact = typeof StepFact.Type

/** All that a step can state, by name: its facts, and why not of those that can be passed over. */
export const namedIn = (facts: ReadonlyArray<StepFact>): ReadonlyArray<Pick<StepFact, "name" | "label">> =>
  facts.flatMap(({ label, name, whyNot }) => [{ name, label }, ...(whyNot === undefined ? [] : [whyNot])])

export const Completion = Schema.Union([
  Schema.Struct({ by: Schema.Literal("record"), facts: Schema.Array(StepFact).check(atMost) }),
  Schema.Struct({ by: Schema.Literal("act"), act: Act }),
  Schema.Struct({ by: Schema.Literal("children") })
])
export type Completion = typeof Completion.Type

export const Step = Schema.Struct({
  id: StepId,
  rule: RuleId,
  /** In a round, `{round}` and `{tranche}` (the round's number, plus one) stand for its numbers. */
  label: LocalizedText,
  lane: Lane,
  /** Steps that are finished before this one opens; naming a container means all in it. */
  after: Schema.Array(StepKey).check(atMost),
  /** The container that the step is a part of. */
  within: Schema.optionalKey(StepKey),
  completion: Completion,
  skip: Schema.Literals(["never", "with-reason"]),
  /** Steps whose people cannot also do this one. */
  apart: Schema.optionalKey(Schema.Array(StepKey).check(atMost)),
  /** Days from when the step opens. */
  dueDays: Schema.optionalKey(Schema.Int)
}).annotate({ identifier: "Step" })
export type Step = typeof Step.Type

/** The step with one more fact to state. */
export const stating = (step: Step, fact: StepFact): Step =>
  step.completion.by === "record"
    ? { ...step, completion: { ...step.completion, facts: [...step.completion.facts, fact] } }
    : step

/** Steps that are gone through as many times as the agreement says. */
export const Rounds = Schema.Struct({
  steps: Schema.Array(StepId),
  min: Schema.Int,
  max: Schema.Int,
  default: Schema.Int
})
export type Rounds = typeof Rounds.Type

/** Where steps of a model stand in the collaboration process (COL-9). */
export const Place = Schema.Struct({
  in: StepId,
  mode: Schema.Literals(["replaces", "adds"]),
  steps: Schema.Array(StepId),
  ways: Schema.Array(Way),
  /** Steps of the collaboration that wait for all steps of this place. */
  before: Schema.optionalKey(Schema.Array(StepId))
})
export type Place = typeof Place.Type

/** Settings that an agency may change, by name: `sla-value` is in satang. */
export const Thresholds = Schema.Record(Schema.String, Schema.Finite)
export type Thresholds = typeof Thresholds.Type

export const Definition = Schema.Struct({
  id: DefinitionId,
  version: Schema.Int.check(Schema.isGreaterThan(0)),
  title: LocalizedText,
  steps: Schema.Array(Step),
  rounds: Schema.optionalKey(Rounds),
  places: Schema.optionalKey(Schema.Array(Place)),
  /** The ways that a model can be begun in. */
  ways: Schema.optionalKey(Schema.Array(Way)),
  /** Steps of the collaboration that can be skipped or waived elsewhere, but not with this model. */
  insists: Schema.optionalKey(Schema.Array(StepId)),
  thresholds: Schema.optionalKey(Thresholds)
}).annotate({ identifier: "ProcessDefinition" })
export type Definition = typeof Definition.Type

/** Which definition an instance runs on; it stays with the instance. */
export const DefinitionRef = Schema.Struct({ id: DefinitionId, version: Schema.Int })
export type DefinitionRef = typeof DefinitionRef.Type

export const refOf = ({ id, version }: Definition): DefinitionRef => ({ id, version })
