import { processRecord } from "./AdaptedProcess.ts"
import { thresholdNames } from "./EditWords.ts"
import { processCommands, processQuestions } from "./operations.ts"
import { processRefusals } from "./refusals.ts"
import { processWords } from "./words.ts"

export const processes = {
  records: [processRecord],
  commands: processCommands,
  questions: processQuestions,
  refusals: processRefusals,
  words: processWords,
  choices: { name: thresholdNames }
}
