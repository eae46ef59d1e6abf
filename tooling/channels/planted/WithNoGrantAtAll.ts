import { command } from "@phakhi/domain/engine/Operation"
import * as Field from "@phakhi/domain/kernel/Field"
import { Schema } from "effect"

export const declared = command({
  name: "missions.praise",
  summary: { th: "ชมเชยภารกิจ", en: "Praise a mission" },
  record: "mission",
  target: "existing",
  input: Schema.Struct({ words: Field.prose("คำชม", "Words") }),
  allow: [],
  refusals: ["InputMalformed"],
  rules: ["ACT-1"],
  concurrency: "version",
  irreversible: false,
  onward: false,
  area: null
})
