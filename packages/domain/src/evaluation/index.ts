import { evaluationQuestions } from "./operations.ts"

export const evaluation = { records: [], commands: [], questions: evaluationQuestions }
