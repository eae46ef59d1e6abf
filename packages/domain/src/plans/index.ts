import { planRefusals } from "./refusals.ts"
import { planWords } from "./words.ts"

export const plans = { records: [], commands: [], questions: [], refusals: planRefusals, words: planWords }
