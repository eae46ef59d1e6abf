import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import { SubjectId } from "../kernel/Personal.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { ActivityId } from "./Activity.ts"
import { decimal, fourDecimals } from "./Decimal.ts"
import { type Indicator, IndicatorId } from "./Indicator.ts"
import type { Plan } from "./Plan.ts"
import type { PlanInput } from "./PlanInput.ts"
import { refuse } from "./refusals.ts"
import type { Scale } from "./Scale.ts"

type EnteredIndicator = PlanInput["indicators"][number]

const points = { base: fourDecimals("50.0000"), standard: fourDecimals("75.0000"), advanced: fourDecimals("100.0000") }

/** Step type: what each of the levels 1 to 5 asks, in this order. */
const stepsOf = (
  { levels, name: indicator }: EnteredIndicator,
  index: number
): Decision<Scale, "StepsOutOfOrder" | "StepTextMissing"> => {
  const at = `/indicators/${index}/levels`
  const misplaced = levels.findIndex(({ value }, place) => value !== decimal(String(place + 1)))
  if (misplaced !== -1) return refuse("StepsOutOfOrder", { indicator }, { field: `${at}/${misplaced}/value` })
  const [a, b, c, d, e] = levels.map(({ text }) => text)
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined)
    return Result.succeed({ _tag: "FiveLevelStep", steps: [a, b, c, d, e] })
  const missing = [a, b, c, d, e].indexOf(undefined)
  return refuse("StepTextMissing", { indicator, level: missing + 1 }, { field: `${at}/${missing}/text` })
}

/** The scale that an indicator's shape and levels write down. */
const scaleOf = (
  written: EnteredIndicator,
  index: number
): Decision<Scale, "StepsOutOfOrder" | "StepTextMissing" | "ScaleMisused"> => {
  const { belowBase, levels, name: indicator, shape } = written
  if (shape === "FiveLevelStep") return stepsOf(written, index)
  if (levels.some(({ text }) => text !== undefined))
    return refuse("ScaleMisused", { indicator, problem: "TextsNotForShape" }, { field: "/indicators" })
  const [a, b, c, d, e] = levels.map(({ value }) => value)
  if (
    shape === "FiveLevel" &&
    a !== undefined &&
    b !== undefined &&
    c !== undefined &&
    d !== undefined &&
    e !== undefined
  )
    return Result.succeed({ _tag: "FiveLevel", levels: [a, b, c, d, e] })
  if (shape === "Anchors" && a !== undefined && b !== undefined && c !== undefined && levels.length === 3)
    return Result.succeed({
      _tag: "Anchors",
      base: a,
      standard: b,
      advanced: c,
      points,
      belowBase: belowBase ?? "zero"
    })
  return refuse("ScaleMisused", { indicator, problem: "LevelsMiscounted" }, { field: "/indicators" })
}

const withoutScale = ({ belowBase: _, levels: __, shape: ___, ...rest }: EnteredIndicator) => rest

/** A plan as it is written down, as the plan that is checked: every part with an id of its own. */
export const proposed = (
  { activities, indicators, participants, unreported, ...said }: PlanInput,
  { newId }: Context,
  before?: Plan
) =>
  Result.gen(function* () {
    // An indicator keeps its id, and so its results, as long as it keeps its name.
    const known = ({ name }: EnteredIndicator) =>
      before?.indicators.find((indicator) => indicator.name.th === name.th)?.id
    const read: Array<Indicator> = []
    for (const [index, written] of indicators.entries()) {
      if (read.some(({ name }) => name.th === written.name.th))
        return yield* refuse(
          "ScaleMisused",
          { indicator: written.name, problem: "IndicatorTwice" },
          { field: `/indicators/${index}/name` }
        )
      const scale = yield* scaleOf(written, index)
      read.push({ ...withoutScale(written), id: known(written) ?? IndicatorId.make(newId()), scale })
    }
    const policy = unreported ?? (before === undefined ? "lowest" : before.unreported)
    return {
      ...said,
      activities: activities.map((activity) => ({ ...activity, id: ActivityId.make(newId()) })),
      indicators: read,
      ...(policy === undefined ? {} : { unreported: policy }),
      ...(participants === undefined
        ? {}
        : { stakeholders: { subject: before?.stakeholders?.subject ?? SubjectId.make(newId()), participants } })
    }
  })
