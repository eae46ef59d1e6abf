import type { Command } from "@phakhi/domain/engine/Operation"
import { Effect } from "effect"
import type { Failure } from "./Failure.ts"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import * as Output from "./Output.ts"
import type { Session } from "./Session.ts"

const agreed = /^(?:y|yes|ใช่|ตกลง)$/iu

/**
 * Shows an act that has no way back once more and asks, where a person sits at the terminal. A script is not asked:
 * what it runs was decided when it was written.
 */
export const confirm = (
  { catalogue, io, settings: { language, yes } }: Session,
  operation: Command,
  { id, input }: { readonly id: string | undefined; readonly input: unknown }
): Effect.Effect<void, Failure> =>
  Effect.suspend(() => {
    const { irreversible, record, summary } = operation
    if (irreversible === false || yes || io.ask === undefined) return Effect.void
    const { ask } = io
    io.err(
      [
        `${summary[language]}${id === undefined ? "" : ` ${id}`}`,
        ...Output.lines(input, namingOf(language, catalogue, record), "  "),
        `! ${irreversible[language]}`,
        ""
      ].join("\n")
    )
    return Effect.flatMap(
      Effect.promise(() => ask(say(language, "ทำต่อหรือไม่ พิมพ์ ใช่ หรือ y: ", "Go on? Type yes or y: "))),
      (answer) =>
        answer === null || agreed.test(answer.trim())
          ? Effect.void
          : Effect.fail<Failure>({
              _tag: "Broken",
              code: "NotConfirmed",
              th: "ไม่ได้ทำ ไม่มีการเปลี่ยนแปลง (--yes ไม่ถามก่อนทำ)",
              en: "Not done, nothing was changed (--yes does not ask)"
            })
    )
  })
