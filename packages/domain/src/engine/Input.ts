import { Result, Schema } from "effect"
import type { Decision } from "../kernel/Refusal.ts"
import { schemaFaults } from "../kernel/SchemaFaults.ts"
import { tooMuchIn } from "./InputSize.ts"
import { malformed } from "./refusals.ts"

/** As many problems as a person can take in at once. */
const shown = 20

/** Decodes what came from outside; unknown fields are refused, and every problem names its field (SEC-2). */
export const decodeInput = <S extends Schema.Top>(schema: S, input: unknown): Decision<S["Type"]> => {
  const tooMuch = tooMuchIn(schema.ast, input)
  if (tooMuch !== undefined) return Result.fail(malformed(tooMuch))
  return Result.mapError(
    Schema.decodeUnknownResult(schema as unknown as Schema.Codec<S["Type"]>)(input, {
      errors: "all",
      onExcessProperty: "error"
    }),
    ({ issue }) => malformed(...schemaFaults(issue).slice(0, shown))
  )
}
