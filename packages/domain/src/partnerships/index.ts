import { acts } from "./acts/index.ts"
import { partnershipRecord } from "./Record.ts"
import { partnershipRefusals } from "./refusals.ts"
import { partnershipWords } from "./words.ts"

export const partnerships = {
  records: [partnershipRecord],
  commands: acts,
  questions: [],
  refusals: partnershipRefusals,
  words: partnershipWords
}
