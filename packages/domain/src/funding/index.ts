import { sourceCommands } from "./operations.ts"
import { fundingRefusals } from "./refusals.ts"
import { sourceRecord } from "./Source.ts"
import { fundingWords } from "./words.ts"

export const funding = {
  records: [sourceRecord],
  commands: sourceCommands,
  questions: [],
  refusals: fundingRefusals,
  words: fundingWords
}
