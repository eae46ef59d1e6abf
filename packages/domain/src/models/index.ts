import { modelNames } from "./Models.ts"
import { modelQuestions } from "./operations.ts"
import { modelWords } from "./words.ts"

export const models = {
  records: [],
  commands: [],
  questions: modelQuestions,
  refusals: {},
  words: modelWords,
  choices: { model: modelNames, recommended: modelNames }
}
