import { strengthNames } from "../rules/Rule.ts"
import { ruleQuestions } from "./operations.ts"
import { handbookWords } from "./words.ts"

export const handbook = {
  records: [],
  commands: [],
  questions: ruleQuestions,
  refusals: {},
  words: handbookWords,
  choices: { strength: strengthNames }
}
