import { Schema } from "effect"
import { agreementWords } from "./words.ts"

const words = agreementWords.values

/** Any model works through any of them (MOD-3); which one usually fits stands with the model. */
export const instruments = {
  mou: words.mou,
  "grant-agreement": words["grant-agreement"],
  "performance-contract": words["performance-contract"],
  "joint-contract": words["joint-contract"]
}

export const Instrument = Schema.Literals(["mou", "grant-agreement", "performance-contract", "joint-contract"])
export type Instrument = typeof Instrument.Type
