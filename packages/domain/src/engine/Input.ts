import { Result, Schema, SchemaIssue } from "effect"
import type { Decision } from "../kernel/Refusal.ts"
import { refusal } from "./refusals.ts"

const problems = SchemaIssue.makeFormatterStandardSchemaV1()

/** As many problems as a person can take in at once. */
const shown = 20

/** Decodes what came from outside; unknown fields are refused, and every problem names its field (SEC-2). */
export const decodeInput = <S extends Schema.Top>(schema: S, input: unknown): Decision<S["Type"]> =>
  Result.mapError(
    Schema.decodeUnknownResult(schema as unknown as Schema.Codec<S["Type"]>)(input, {
      errors: "all",
      onExcessProperty: "error"
    }),
    (error) => {
      const { issues } = problems(error.issue)
      const path = (issue: (typeof issues)[number]) =>
        `/${(issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("/")}`
      const first = issues[0]
      return refusal(
        "InputMalformed",
        { problems: issues.slice(0, shown).map((issue) => `${path(issue)}: ${issue.message}`) },
        first === undefined ? {} : { field: path(first) }
      )
    }
  )
