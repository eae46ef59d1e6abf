import { Result } from "effect"
import type { Context } from "../kernel/Context.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { type Decision, refuse } from "../rules/Refusals.ts"
import { ActivityId } from "./Activity.ts"
import { fourDecimals } from "./Decimal.ts"
import { type Indicator, IndicatorId } from "./Indicator.ts"
import type { PlanInput } from "./operations.ts"
import type { Plan, Proposed } from "./Plan.ts"
import type { Scale } from "./Scale.ts"

type Written = PlanInput["indicators"][number]

const points = { base: fourDecimals("50.0000"), standard: fourDecimals("75.0000"), advanced: fourDecimals("100.0000") }

/** The scale that an indicator's shape and levels write down. */
const scaleOf = ({ belowBase, levels, shape }: Written, indicator: LocalizedText): Decision<Scale> => {
  const [a, b, c, d, e] = levels.map(({ value }) => value)
  if (shape === "FiveLevelStep") return Result.succeed({ _tag: "FiveLevelStep" })
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

const withoutScale = ({ belowBase: _, levels: __, shape: ___, ...rest }: Written) => rest

/** A plan as it is written down, as the plan that is checked: every part with an id of its own. */
export const proposed = (
  { activities, indicators, participants }: PlanInput,
  { newId }: Context,
  before?: Plan
): Decision<Proposed> =>
  Result.gen(function* () {
    // An indicator keeps its id, and so its results, as long as it keeps its name.
    const known = ({ name }: Written) => before?.indicators.find((indicator) => indicator.name.th === name.th)?.id
    const read: Array<Indicator> = []
    for (const written of indicators) {
      const scale = yield* scaleOf(written, written.name)
      read.push({ ...withoutScale(written), id: known(written) ?? IndicatorId.make(newId()), scale })
    }
    return {
      activities: activities.map((activity) => ({ ...activity, id: ActivityId.make(newId()) })),
      indicators: read,
      ...(participants === undefined ? {} : { participants })
    }
  })
