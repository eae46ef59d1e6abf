import { Effect, type Result, type Schema } from "effect"
import type { Decision, Refusal } from "../kernel/Refusal.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import type { Query } from "./Operation.ts"

/** A question answered from the rules alone, without a store. */
export interface PureHandler {
  readonly operation: Query
  readonly answer: (input: unknown) => Decision<unknown> | Promise<Decision<unknown>>
}

/** What a question is answered with, loaded first where it has to be. */
export const answerTo = (handler: PureHandler, input: unknown): Effect.Effect<unknown, Refusal> =>
  Effect.suspend(() => {
    const answer = handler.answer(input)
    return answer instanceof Promise
      ? Effect.flatMap(
          Effect.promise(() => answer),
          Effect.fromResult
        )
      : Effect.fromResult(answer)
  })

interface Question<
  Name extends string,
  Input extends Schema.Top,
  Output extends Schema.Top,
  Listed extends string,
  Given extends Refusal
> extends Omit<Query<Name, Input, Output, string, RuleId>, "type" | "reads" | "record" | "refusals"> {
  /** Its own reasons to refuse: exactly those that the answer can give. That the input is malformed is added. */
  readonly refusals: ReadonlyArray<Listed & NoInfer<Given["_tag"]>>
  /** A promise where what answers is loaded first. */
  readonly answer: (
    input: Input["Type"]
  ) => Result.Result<Output["Type"], Given> | Promise<Result.Result<Output["Type"], Given>>
}

/** Declares a question with its answer beside it. */
export const question = <
  const Name extends `${string}.${string}`,
  Input extends Schema.Top,
  Output extends Schema.Top,
  Given extends Refusal<Listed | "InputMalformed">,
  const Listed extends string = never
>({
  answer,
  refusals,
  ...declared
}: Question<Name, Input, Output, Listed, Given>): PureHandler =>
  ({
    operation: { type: "query", reads: "pure", ...declared, refusals: ["InputMalformed", ...refusals] },
    answer
  }) as unknown as PureHandler
