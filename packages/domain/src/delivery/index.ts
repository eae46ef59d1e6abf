import { deliveryRefusals } from "./refusals.ts"
import { deliveryWords } from "./words.ts"

export const delivery = { records: [], commands: [], questions: [], refusals: deliveryRefusals, words: deliveryWords }
