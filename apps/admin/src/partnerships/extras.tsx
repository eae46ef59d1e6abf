import type { Finding } from "@phakhi/domain/evaluation/Evaluation"
import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import { format } from "@phakhi/domain/plans/Decimal"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import { Indicator as IndicatorSchema } from "@phakhi/domain/plans/Indicator"
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

/** An indicator of the plan as its form has it: the scale taken apart into shape and levels. */
const indicatorDraft = (indicator: Indicator): Draft => {
  const { scale } = indicator
  const { baseline, direction, name, target, unit, weight } = encodeIndicator(indicator)
  const levels =
    scale._tag === "FiveLevel"
      ? scale.levels
      : scale._tag === "Anchors"
        ? [scale.base, scale.standard, scale.advanced]
        : []
  return {
    name: { th: "", en: "", ...(name as object) },
    unit: { th: "", en: "", ...(unit as object) },
    weight: String(weight),
    shape: scale._tag,
    levels: levels.map((value) => ({ value: format(value) })),
    belowBase: scale._tag === "Anchors" ? scale.belowBase : "",
    direction: direction ?? "",
    target: String(target ?? ""),
    baseline: String(baseline ?? "")
  }
}

/** The finding that the committee's score rests on. */
const decisive = (findings: ReadonlyArray<Finding>): Finding | undefined =>
  findings.findLast(({ method }) => method === "external") ?? findings.at(-1)

const acceptance = ({ evaluations, plan }: Partnership, id: unknown): Added => {
  const finding = decisive(evaluations.find((evaluation) => evaluation.id === id)?.findings ?? [])
  const typed = (finding?.results ?? []).map(({ indicator, value }) => ({ indicator, value: format(value) }))
  return {
    after: (field, draft) =>
      field === "deductions" ? (
        <Total scored={scoreOf(plan?.indicators ?? [], typed, (draft["deductions"] ?? []) as ReadonlyArray<unknown>)} />
      ) : null
  }
}

const stepFacts = ({ course }: Partnership, key: unknown): Added => {
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
  (partnership: Partnership): Extras =>
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
        return { proposed: { indicators: indicators.map(indicatorDraft) } }
      case "agreements.draft":
        return partnership.agreement === undefined
          ? {}
          : { proposed: { conditions: partnership.agreement.terms.conditions.map((text) => ({ text })) } }
      default:
        return {}
    }
  }
