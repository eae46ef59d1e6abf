import { agreementRefusals } from "./refusals.ts"
import { agreementWords } from "./words.ts"

export const agreements = {
  records: [],
  commands: [],
  questions: [],
  refusals: agreementRefusals,
  words: agreementWords
}
