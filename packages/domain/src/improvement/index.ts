import { improvementQuestions } from "./operations.ts"
import { improvementRefusals } from "./refusals.ts"
import { improvementWords } from "./words.ts"

export const improvement = {
  records: [],
  commands: [],
  questions: improvementQuestions,
  refusals: improvementRefusals,
  words: improvementWords
}
