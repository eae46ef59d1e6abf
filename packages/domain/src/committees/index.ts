import { committeeRefusals } from "./refusals.ts"
import { committeeWords } from "./words.ts"

export const committees = {
  records: [],
  commands: [],
  questions: [],
  refusals: committeeRefusals,
  words: committeeWords
}
