import type { Query } from "@phakhi/domain/engine/Operation"
import { malformed } from "@phakhi/domain/engine/refusals"
import { type FieldKind, fieldsOf } from "@phakhi/domain/kernel/Field"
import type { Fault } from "@phakhi/domain/kernel/Refusal"
import { Effect } from "effect"
import { isStorable, whole } from "./Body.ts"
import type { Refused } from "./Problem.ts"

const maxLength = 8000
const maxParameters = 60

/** What a channel reads itself and an operation never sees. */
const ofTheChannel = new Set(["format", "lang"])

const unreadable = (fault: Fault) => Effect.fail(malformed(fault))

const tooLong = whole(`พารามิเตอร์ยาวเกิน ${maxLength} ตัวอักษร`, `the query is longer than ${maxLength} characters`)
const tooMany = whole(`มีพารามิเตอร์เกิน ${maxParameters} ตัว`, `the query has more than ${maxParameters} parameters`)
const notStorable = whole("พารามิเตอร์มีอักขระที่จัดเก็บไม่ได้", "the query holds a character that cannot be stored")

const valueOf = (kind: FieldKind | undefined, text: string): unknown => {
  if (kind === "count" && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (kind === "flag" && (text === "true" || text === "false")) return text === "true"
  return text
}

export const parametersOf = (url: string): URLSearchParams => {
  const mark = url.indexOf("?")
  return new URLSearchParams(mark === -1 ? "" : url.slice(mark + 1))
}

/** Reads the input of a query from the parameters of an address, by the kinds of its fields. */
export const queryReader = ({ input }: Pick<Query, "input">): ((url: string) => Effect.Effect<object, Refused>) => {
  const kinds = new Map(fieldsOf(input).map(({ kind, name }) => [name, kind]))
  const nothing = Effect.succeed({})
  return (url) => {
    const mark = url.indexOf("?")
    if (mark === -1 || mark === url.length - 1) return nothing
    if (url.length - mark > maxLength) return unreadable(tooLong)
    const entries = [...new URLSearchParams(url.slice(mark + 1))].filter(([name]) => !ofTheChannel.has(name))
    if (entries.length > maxParameters) return unreadable(tooMany)
    const names = new Set<string>()
    for (const [name, text] of entries) {
      if (!isStorable(name) || !isStorable(text)) return unreadable(notStorable)
      if (names.has(name))
        return unreadable({
          pointer: `/${name}`,
          th: "ระบุซ้ำ ให้คั่นหลายค่าด้วยจุลภาค",
          en: "is given twice; several values are joined by commas"
        })
      names.add(name)
    }
    return Effect.succeed(
      Object.fromEntries(
        // An empty parameter is a filter that nothing was typed into.
        entries.filter(([, text]) => text !== "").map(([name, text]) => [name, valueOf(kinds.get(name), text)])
      )
    )
  }
}
