import type { Action } from "@phakhi/domain/engine/View"
import { searchText, wordsOf } from "@phakhi/domain/kernel/SearchText"
import type { Words } from "../words/Language.tsx"

/** Something that the palette leads to. */
export interface Entry {
  readonly id: string
  readonly label: Words
  readonly description?: Words
  readonly go: () => void
}

const said = ({ en, th }: Words): string => searchText([th, en ?? ""])

/** The entries that have every word typed, in either language. */
export const matching = (entries: ReadonlyArray<Entry>, typed: string): ReadonlyArray<Entry> => {
  const words = wordsOf(typed)
  return entries.filter(({ description, label }) => {
    const text = said(label) + (description === undefined ? "" : said(description))
    return words.every((word) => text.includes(word))
  })
}

/** What is done to the part that the action is aimed at. */
export const labelOf = (summary: Words, { target }: Action): Words =>
  target === undefined
    ? summary
    : { th: `${summary.th}: ${target.label.th}`, en: `${summary.en ?? summary.th}: ${target.label.en}` }
