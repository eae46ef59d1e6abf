import { ruleQuestions } from "./operations.ts"

export const handbook = { records: [], commands: [], questions: ruleQuestions }
