import type { OptionsFilter } from "@mantine/core"
import { searchText, wordsOf } from "@phakhi/domain/kernel/SearchText"

/** The options of a choice that have every word typed, found as lists find them. */
export const optionsFound: OptionsFilter = ({ limit, options, search }) => {
  const words = wordsOf(search)
  const has = (label: string): boolean => words.every((word) => searchText([label]).includes(word))
  const found = options.flatMap<(typeof options)[number]>((option) => {
    if (!("group" in option)) return has(option.label) ? [option] : []
    const items = option.items.filter(({ label }) => has(label))
    return items.length === 0 ? [] : [{ ...option, items }]
  })
  return found.slice(0, limit)
}
