import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { CliError } from "effect/cli"

type Misuse = Exclude<CliError.CliError, CliError.ShowHelp>

const alike = (suggestions: ReadonlyArray<string>): Wording =>
  suggestions.length === 0
    ? { th: "", en: "" }
    : { th: ` หมายถึง ${suggestions.join(" หรือ ")} หรือไม่`, en: ` Did you mean ${suggestions.join(" or ")}?` }

/** What is wrong with a command line, by what the parser found. */
export const misused = (error: Misuse): Wording => {
  switch (error._tag) {
    case "UnrecognizedOption": {
      const like = alike(error.suggestions)
      return { th: `ไม่มีตัวเลือก ${error.option}${like.th}`, en: `There is no flag ${error.option}.${like.en}` }
    }
    case "UnknownSubcommand": {
      const like = alike(error.suggestions)
      return { th: `ไม่มีคำสั่ง ${error.subcommand}${like.th}`, en: `There is no command ${error.subcommand}.${like.en}` }
    }
    case "DuplicateOption":
      return { th: `ระบุ --${error.option} ซ้ำ`, en: `--${error.option} is given twice.` }
    case "MissingOption":
      return { th: `ต้องระบุ --${error.option}`, en: `--${error.option} must be given.` }
    case "MissingArgument":
      return { th: `ต้องระบุ ${error.argument}`, en: `${error.argument} must be given.` }
    case "UnexpectedArgument":
      return {
        th: `มีคำเกินมา: ${error.arguments.join(" ")}`,
        en: `Nothing takes ${error.arguments.join(" ")}.`
      }
    case "InvalidValue": {
      const name = error.kind === "flag" ? `--${error.option}` : error.option
      return {
        th: `ค่าของ ${name} ใช้ไม่ได้: ${error.value}`,
        en: `${name} cannot be ${error.value}. Expected: ${error.expected}`
      }
    }
    default:
      return { th: `คำสั่งไม่ถูกต้อง: ${error.message}`, en: error.message }
  }
}
