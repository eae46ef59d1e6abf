import type { Finding } from "@phakhi/domain/evaluation/Evaluation"
import type { LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import type { PartnershipView } from "@phakhi/domain/partnerships/Record"
import { format } from "@phakhi/domain/plans/Decimal"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import { Indicator as IndicatorSchema } from "@phakhi/domain/plans/Indicator"
import type { Scale } from "@phakhi/domain/plans/Scale"
import { Schema } from "effect"
import { scoreOf } from "../evaluations/live.ts"
import { ResultsField } from "../evaluations/ResultsField.tsx"
import { Total } from "../evaluations/ScoreTable.tsx"
import type { Draft } from "../forms/Draft.ts"
import { RecommendationPanel } from "../models/RecommendationPanel.tsx"
import type { Extras } from "../records/OperationDrawer.tsx"
import { headingsOf } from "./Steps.ts"

const none: ReadonlyArray<Indicator> = []

type Added = ReturnType<Extras>

const encodeIndicator = Schema.encodeSync(
  IndicatorSchema as unknown as Schema.Codec<Indicator, Record<string, unknown>>
)

const asked = (text?: LocalizedText) => ({ th: text?.th ?? "", en: text?.en ?? "" })

/** The levels of a scale as the form has them: values, or steps with what each asks. */
const levelDrafts = (scale: Scale): ReadonlyArray<Draft> => {
  switch (scale._tag) {
    case "FiveLevel":
      return scale.levels.map((value) => ({ value: format(value), text: asked() }))
    case "Anchors":
      return [scale.base, scale.standard, scale.advanced].map((value) => ({ value: format(value), text: asked() }))
    case "FiveLevelStep":
      return ["1", "2", "3", "4", "5"].map((value, place) => ({ value, text: asked(scale.steps?.[place]) }))
  }
}

/** An indicator of the plan as its form has it: the scale taken apart into shape and levels. */
const indicatorDraft = (indicator: Indicator): Draft => {
  const { scale } = indicator
  const { baseline, direction, name, target, unit, weight } = encodeIndicator(indicator)
  return {
    name: { th: "", en: "", ...(name as object) },
    unit: { th: "", en: "", ...(unit as object) },
    weight: String(weight),
    shape: scale._tag,
    levels: levelDrafts(scale),
    belowBase: scale._tag === "Anchors" ? scale.belowBase : "",
    direction: direction ?? "",
    target: String(target ?? ""),
    baseline: String(baseline ?? "")
  }
}

/** The finding that the committee's score rests on. */
const decisive = (findings: ReadonlyArray<Finding>): Finding | undefined =>
  findings.findLast(({ method }) => method === "external") ?? findings.at(-1)

const acceptance = ({ evaluations, plan }: PartnershipView, id: unknown): Added => {
  const finding = decisive(evaluations.find((evaluation) => evaluation.id === id)?.findings ?? [])
  const typed = (finding?.results ?? []).map(({ indicator, value }) => ({ indicator, value: format(value) }))
  return {
    after: (field, draft) =>
      field === "deductions" ? (
        <Total
          scored={scoreOf(plan ?? { indicators: [] }, typed, (draft["deductions"] ?? []) as ReadonlyArray<unknown>)}
        />
      ) : null
  }
}

const stepFacts = ({ course }: PartnershipView, key: unknown): Added => {
  const headings = headingsOf(course, String(key))
  const names = Object.keys(headings)
  // Where the other side has confirmed its half, its words are there to be agreed with or changed.
  const stated = course.steps[String(key)]?.facts ?? {}
  return names.length === 0
    ? { fixed: { facts: {} } }
    : { headings, proposed: { facts: names.map((name) => ({ name, value: stated[name] ?? "" })) } }
}

/** What the page of a partnership adds to the forms of its operations. No rule is here: only previews and headings. */
export const extrasOf =
  (partnership: PartnershipView): Extras =>
  ({ name }, { target }) => {
    const indicators = partnership.plan?.indicators ?? none
    switch (name) {
      case "models.choose":
        return {
          after: (field, draft, set) =>
            field === "relation" ? (
              <RecommendationPanel draft={draft} onChoose={(model) => set("model", model)} />
            ) : null
        }
      case "steps.complete":
        return stepFacts(partnership, target?.value)
      case "evaluations.self-assess":
      case "evaluations.submit":
      case "reports.submit":
        return { controls: { results: ResultsField } }
      case "evaluations.accept":
        return acceptance(partnership, target?.value)
      case "plans.revise":
      case "agreements.propose-amendment":
        return { proposed: { indicators: indicators.map(indicatorDraft) } }
      case "agreements.draft":
        return partnership.agreement === undefined
          ? {}
          : { proposed: { conditions: partnership.agreement.terms.conditions.map((text) => ({ text })) } }
      default:
        return {}
    }
  }
