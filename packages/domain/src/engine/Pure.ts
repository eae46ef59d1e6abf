import type { Decision } from "../rules/Refusals.ts"
import type { Query } from "./Operation.ts"

/** A question answered from the rules alone, without a store. */
export interface PureHandler {
  readonly operation: Query
  readonly answer: (input: unknown) => Decision<unknown>
}

export const pure = <Q extends Query>(
  operation: Q,
  answer: (input: Q["input"]["Type"]) => Decision<Q["output"]["Type"]>
): PureHandler => ({ operation, answer }) as unknown as PureHandler
