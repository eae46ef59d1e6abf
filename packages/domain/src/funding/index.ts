import { sourceCommands } from "./operations.ts"
import { sourceRecord } from "./Source.ts"

export const funding = { records: [sourceRecord], commands: sourceCommands, questions: [] }
