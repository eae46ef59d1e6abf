import { improvementQuestions } from "./operations.ts"

export const improvement = { records: [], commands: [], questions: improvementQuestions }
