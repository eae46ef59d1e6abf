import * as Field from "@phakhi/domain/kernel/Field"
import { officer } from "@phakhi/domain/kernel/Grants"
import { actsOn } from "@phakhi/domain/partnerships/acts/actsOn"
import { Result, Schema } from "effect"

export const declared = actsOn("gardens").change({
  name: "partnerships.praise",
  summary: { th: "ชมเชยความร่วมมือ", en: "Praise a partnership" },
  input: Schema.Struct({ words: Field.prose("คำชม", "Words") }),
  allow: [officer],
  refusals: [],
  rules: ["ACT-1"],
  irreversible: false,
  onward: false,
  decide: () => Result.succeed([])
})
