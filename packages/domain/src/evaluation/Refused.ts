import { Result } from "effect"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Decision } from "../kernel/Refusal.ts"
import type { Indicator } from "../plans/Indicator.ts"
import { refuse } from "./refusals.ts"
import type { ScoringProblem } from "./Scoring.ts"

/** An indicator by its name, where it is one of the plan's. */
const nameIn = (indicators: ReadonlyArray<Indicator>, id: string | null): LocalizedText =>
  indicators.find((indicator) => indicator.id === id)?.name ?? { th: id ?? "—" }

/** What scoring can be refused for. */
export const onAnyScore = [
  "WeightsDoNotSum",
  "DirectionDisagrees",
  "LevelsNotMonotone",
  "IndicatorUnknown",
  "ScaleMisused"
] as const satisfies ReadonlyArray<string>
type NotScored = (typeof onAnyScore)[number]

const refuseProblem = (problem: ScoringProblem, indicators: ReadonlyArray<Indicator>): Decision<never, NotScored> => {
  switch (problem._tag) {
    case "WeightsDoNotSum":
      return refuse("WeightsDoNotSum", { sum: problem.sum })
    case "DirectionDisagrees": {
      const { declared, derived, indicator } = problem
      return refuse("DirectionDisagrees", { indicator: nameIn(indicators, indicator), declared, derived })
    }
    case "LevelsNotMonotone":
      return refuse("LevelsNotMonotone", { indicator: nameIn(indicators, problem.indicator) })
    case "IndicatorUnknown":
      return refuse("IndicatorUnknown", { indicator: problem.indicator })
    default:
      return refuse("ScaleMisused", { problem: problem._tag, indicator: nameIn(indicators, problem.indicator) })
  }
}

/** Turns what is wrong with a plan's indicators, or with reported results, into a refusal. */
export const refuseScoring = <A>(
  result: Result.Result<A, ScoringProblem>,
  indicators: ReadonlyArray<Indicator>
): Decision<A, NotScored> =>
  Result.isSuccess(result) ? Result.succeed(result.success) : refuseProblem(result.failure, indicators)
