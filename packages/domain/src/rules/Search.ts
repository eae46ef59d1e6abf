import { searchText, wordsOf } from "../kernel/SearchText.ts"
import { allRules, type CatalogueRule } from "./Rules.ts"

// A module of its own: to fold all texts takes longer than to read them, and who asks for one rule searches for none.
const searchTexts = allRules.map((found) => ({
  found,
  text: searchText([found.id, found.wording.th, found.wording.en])
}))

/** The rules that hold every word asked for in their id or wording, in the handbook's order; a blank text finds all. */
export const searchRules = (text: string): ReadonlyArray<CatalogueRule> => {
  const words = wordsOf(text)
  return searchTexts.filter((entry) => words.every((word) => entry.text.includes(word))).map(({ found }) => found)
}
