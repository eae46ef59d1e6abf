import { strengthNames } from "../rules/Rule.ts"
import { chapterNames, documentNames } from "../rules/Sources.ts"
import { ruleQuestions } from "./operations.ts"
import { handbookWords } from "./words.ts"

export const handbook = {
  records: [],
  commands: [],
  questions: ruleQuestions,
  refusals: {},
  words: handbookWords,
  choices: { strength: strengthNames, document: documentNames, chapter: chapterNames }
}
