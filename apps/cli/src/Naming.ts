import { type Catalogue, operationsOf } from "@phakhi/domain/engine/Catalogue"
import type { NamedPerson } from "@phakhi/domain/engine/People"
import type { Language, LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { Amount, format as formatMoney } from "@phakhi/domain/kernel/Money"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import { format as formatDate, formatInstant, Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { nameOf, valueOf } from "@phakhi/domain/rendering/LabelsOf"
import { Option, Schema } from "effect"

/** How the parts and values of what is shown are said to people. */
export interface Naming {
  readonly language: Language
  readonly name: (part: string) => string
  readonly value: (part: string, text: string) => string
}

const chosen = ({ en, th }: LocalizedText, language: Language): string => (language === "en" ? (en ?? th) : th)

const isDay = Schema.is(IsoDate)
const momentOf = Schema.decodeUnknownOption(Instant)
const amountOf = Schema.decodeUnknownOption(Amount)

/** Days and moments by the calendar of the language: พ.ศ. in Thai. */
const written = (text: string, language: Language): string => {
  if (isDay(text)) return formatDate(text, "short", language)
  return Option.match(momentOf(text), {
    onNone: () => text,
    onSome: (moment) => formatInstant(moment, "short", language)
  })
}

export const writtenMoney = (amount: string, language: Language): string =>
  Option.match(amountOf(amount), { onNone: () => amount, onSome: (satang) => formatMoney(satang, language) })

/** Those whom a record names to its reader, by account. */
export type People = ReadonlyMap<string, NamedPerson>
const nobody: People = new Map()

/** A person by name and position. */
export const personNamed = ({ name, position }: NamedPerson, language: Language): string =>
  [name ?? erasedText[language], ...(position === undefined ? [] : [position])].join(", ")

/** The words of the records of a type; without one, those that all share. */
export const namingOf = (language: Language, catalogue: Catalogue, record = "", people: People = nobody): Naming => ({
  language,
  name: (part) => {
    const label = nameOf(record, part, catalogue)
    return label === undefined ? part : chosen(label, language)
  },
  value: (part, text) => {
    if (part === "operation") {
      const summary = operationsOf(catalogue).find(({ name }) => name === text)?.summary
      if (summary !== undefined) return summary[language]
    }
    const person = people.get(text)
    if (person !== undefined) return personNamed(person, language)
    const label = chosen(valueOf(record, part, text, catalogue), language)
    return label === text ? written(text, language) : label
  }
})
