import { modelQuestions } from "./operations.ts"

export const models = { records: [], commands: [], questions: modelQuestions }
