import { Schema } from "effect"
import type { Wording } from "../kernel/Refusal.ts"
import { agreementWords } from "./words.ts"

type Model = "grant" | "contracting" | "commissioning"

const words = agreementWords.values

/** The instruments of each model (MOD-3). A contract may come as an MOU for years, with SLAs under it (PBC-S1). */
export const instruments = {
  mou: { ...words.mou, models: ["grant", "contracting"] },
  "grant-agreement": { ...words["grant-agreement"], models: ["grant"] },
  "performance-contract": { ...words["performance-contract"], models: ["contracting"] },
  "joint-contract": { ...words["joint-contract"], models: ["commissioning"] }
} as const satisfies Record<string, Wording & { readonly models: ReadonlyArray<Model> }>

export const Instrument = Schema.Literals(["mou", "grant-agreement", "performance-contract", "joint-contract"])
export type Instrument = typeof Instrument.Type

export const modelsOf = (instrument: Instrument): ReadonlyArray<Model> => instruments[instrument].models
