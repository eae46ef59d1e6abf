import { Result } from "effect"
import { type Decision, refuse } from "../rules/Refusals.ts"
import type { ScoringProblem } from "./Scoring.ts"

/** Turns the problems of the scoring functions into refusals. */
export const refuseScoring = <A>(result: Result.Result<A, ScoringProblem>): Decision<A> =>
  Result.isSuccess(result) ? Result.succeed(result.success) : refuseProblem(result.failure)

const refuseProblem = (problem: ScoringProblem): Decision<never> => {
  switch (problem._tag) {
    case "DirectionDisagrees": {
      const { declared, derived, indicator } = problem
      return refuse("DirectionDisagrees", { indicator, declared, derived })
    }
    case "WeightsDoNotSum":
      return refuse("WeightsDoNotSum", { sum: problem.sum })
    case "LevelsNotMonotone":
      return refuse("LevelsNotMonotone", { indicator: problem.indicator })
    case "IndicatorUnknown":
      return refuse("IndicatorUnknown", { indicator: problem.indicator })
    default: {
      const { _tag, ...facts } = problem
      return refuse("ScaleMisused", { problem: _tag, indicator: facts.indicator ?? "—" })
    }
  }
}
