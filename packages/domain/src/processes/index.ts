import { processRecord } from "./AdaptedProcess.ts"
import { processCommands, processQuestions } from "./operations.ts"

export const processes = { records: [processRecord], commands: processCommands, questions: processQuestions }
