import { evaluationQuestions } from "./operations.ts"
import { evaluationRefusals } from "./refusals.ts"
import { evaluationWords } from "./words.ts"

export const evaluation = {
  records: [],
  commands: [],
  questions: evaluationQuestions,
  refusals: evaluationRefusals,
  words: evaluationWords
}
