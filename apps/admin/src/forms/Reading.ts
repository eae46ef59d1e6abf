import type { Field } from "@phakhi/domain/kernel/Field"
import { fromMillis, parse } from "@phakhi/domain/kernel/ThaiDate"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Option, Result } from "effect"
import type { Words } from "../words/Language.tsx"
import type { Draft, TypedDate, TypedFact, TypedText } from "./Draft.ts"

/** Something to put right: the field it belongs to, as a JSON pointer, and the words. */
export interface Mistake {
  readonly pointer: string
  readonly words: Words
}

export interface Read {
  readonly input: { readonly [name: string]: unknown }
  readonly mistakes: ReadonlyArray<Mistake>
}

type Outcome = { readonly value?: unknown; readonly mistakes?: ReadonlyArray<Mistake> }

const wrong = (pointer: string, th: string, en: string): Outcome => ({ mistakes: [{ pointer, words: { th, en } }] })

const missing = ({ kind, label }: Field, pointer: string): Outcome =>
  kind === "choice" || kind === "choices" || kind === "reference"
    ? wrong(pointer, `เลือก${label.th}`, `Choose: ${label.en}`)
    : wrong(pointer, `กรอก${label.th}`, `Fill in: ${label.en}`)

const blank = ({ day, month, year }: TypedDate): boolean => `${day}${month}${year}`.trim() === ""

const readDate = (typed: TypedDate, pointer: string, now: number): Outcome => {
  const moment = fromMillis(now)
  if (Option.isNone(moment)) return {}
  const month = typed.month.trim()
  const separator = /^[\d๐-๙]+$/u.test(month) ? "/" : " "
  const written = `${typed.day.trim()}${separator}${month}${separator}${typed.year.trim()}`
  return Result.match(parse(written, moment.value), {
    onSuccess: (value): Outcome => ({ value }),
    onFailure: ({ message }) => wrong(pointer, message.th, message.en ?? message.th)
  })
}

const readTyped = (typed: string, pointer: string, take: (plain: string) => Outcome): Outcome =>
  Result.match(readNumber(typed), {
    onSuccess: take,
    onFailure: ({ message }) => wrong(pointer, message.th, message.en)
  })

const readMoney = (typed: string, pointer: string): Outcome =>
  readTyped(typed, pointer, (plain) =>
    /^\d{1,14}(\.\d{1,2})?$/u.test(plain)
      ? { value: { amount: plain, currency: "THB" } }
      : wrong(
          pointer,
          "เขียนจำนวนเงินเป็นตัวเลข เช่น 1,234.50 ทศนิยมไม่เกินสองตำแหน่ง",
          "Write the amount in figures, such as 1,234.50, with at most two decimals"
        )
  )

const readCount = ({ label }: Field, typed: string, pointer: string): Outcome =>
  readTyped(typed, pointer, (plain) =>
    /^-?\d{1,15}$/u.test(plain)
      ? { value: Number(plain) }
      : wrong(pointer, `${label.th} ต้องเป็นจำนวนเต็ม`, `${label.en} must be a whole number`)
  )

const readDocument = (text: string, pointer: string): Outcome => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return wrong(pointer, "ข้อความนี้ไม่ใช่ JSON ที่ถูกต้อง", "This text is not valid JSON")
  }
}

const readItems = (field: Field, items: ReadonlyArray<unknown>, pointer: string, now: number): Outcome => {
  const fields = field.fields ?? []
  if (fields.length === 0) return { value: items.map((item) => String(item).trim()).filter((item) => item !== "") }
  const read = items.map((item, index) => readDraft(fields, item as Draft, now, `${pointer}/${index}`))
  return { value: read.map(({ input }) => input), mistakes: read.flatMap(({ mistakes }) => mistakes) }
}

const untouched = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === "object" && value !== null) return Object.values(value).every(untouched)
  return value === "" || value === undefined || value === null || value === false
}

const readField = (field: Field, typed: unknown, pointer: string, now: number): Outcome => {
  const absent = field.required ? missing(field, pointer) : {}
  switch (field.kind) {
    case "flag":
      return field.required || typed === true ? { value: typed === true } : {}
    case "localized": {
      const { en, th } = (typed ?? { th: "", en: "" }) as TypedText
      if (th.trim() === "" && en.trim() === "") return absent
      if (th.trim() === "") {
        return wrong(`${pointer}/th`, `กรอก${field.label.th}เป็นภาษาไทย`, `Fill in the Thai text: ${field.label.en}`)
      }
      return { value: { th: th.trim(), ...(en.trim() === "" ? {} : { en: en.trim() }) } }
    }
    case "money": {
      const text = String(typed ?? "").trim()
      return text === "" ? absent : readMoney(text, pointer)
    }
    case "date":
      return typed === undefined || blank(typed as TypedDate) ? absent : readDate(typed as TypedDate, pointer, now)
    case "period": {
      const { from, to } = typed as { readonly from: TypedDate; readonly to: TypedDate }
      if (blank(from) && blank(to)) return absent
      const first = readDate(from, `${pointer}/from`, now)
      const last = readDate(to, `${pointer}/to`, now)
      const mistakes = [...(first.mistakes ?? []), ...(last.mistakes ?? [])]
      return mistakes.length > 0 ? { mistakes } : { value: { from: first.value, to: last.value } }
    }
    case "count": {
      const text = String(typed ?? "").trim()
      return text === "" ? absent : readCount(field, text, pointer)
    }
    case "decimal": {
      const text = String(typed ?? "").trim()
      return text === "" ? absent : readTyped(text, pointer, (value) => ({ value }))
    }
    case "choices": {
      const chosen = (typed ?? []) as ReadonlyArray<string>
      return chosen.length === 0 && !field.required ? {} : { value: chosen }
    }
    case "facts": {
      // Which of them must be stated is the domain's to say.
      const said = ((typed ?? []) as ReadonlyArray<TypedFact>).filter(
        ({ name, value }) => name.trim() !== "" && value.trim() !== ""
      )
      return said.length === 0 && !field.required
        ? {}
        : { value: Object.fromEntries(said.map(({ name, value }) => [name.trim(), value.trim()])) }
    }
    case "group": {
      if (!field.required && untouched(typed)) return {}
      const { input, mistakes } = readDraft(field.fields ?? [], typed as Draft, now, pointer)
      return { value: input, mistakes }
    }
    case "list": {
      const items = (typed ?? []) as ReadonlyArray<unknown>
      return items.length === 0 && !field.required ? {} : readItems(field, items, pointer, now)
    }
    case "document": {
      const text = String(typed ?? "").trim()
      return text === "" ? absent : readDocument(text, pointer)
    }
    default: {
      const text = String(typed ?? "").trim()
      return text === "" ? absent : { value: text }
    }
  }
}

/** Reads what was typed into what goes over the wire, and says what cannot be read. Rules are the domain's to judge. */
export const readDraft = (fields: ReadonlyArray<Field>, draft: Draft, now: number, at = ""): Read => {
  const read = fields.map(
    (field) => [field.name, readField(field, draft[field.name], `${at}/${field.name}`, now)] as const
  )
  return {
    input: Object.fromEntries(read.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))),
    mistakes: read.flatMap(([, { mistakes }]) => mistakes ?? [])
  }
}
