import type { Schema } from "effect"
import type { RuleId } from "../rules/Catalogue.ts"
import type { Decision, RefusalTag } from "../rules/Refusals.ts"
import type { Query } from "./Operation.ts"

/** A question answered from the rules alone, without a store. */
export interface PureHandler {
  readonly operation: Query
  readonly answer: (input: unknown) => Decision<unknown>
}

interface Question<Name extends string, Input extends Schema.Top, Output extends Schema.Top>
  extends Omit<Query<Name, Input, Output, RefusalTag, RuleId>, "type" | "reads" | "record" | "refusals"> {
  /** Its own reasons to refuse; that the input is malformed is added. */
  readonly refusals: ReadonlyArray<RefusalTag>
  readonly answer: (input: Input["Type"]) => Decision<Output["Type"]>
}

/** Declares a question with its answer beside it. */
export const question = <
  const Name extends `${string}.${string}`,
  Input extends Schema.Top,
  Output extends Schema.Top
>({
  answer,
  refusals,
  ...declared
}: Question<Name, Input, Output>): PureHandler =>
  ({
    operation: { type: "query", reads: "pure", ...declared, refusals: ["InputMalformed", ...refusals] },
    answer
  }) as unknown as PureHandler
