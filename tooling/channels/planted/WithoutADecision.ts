import { commandsOn } from "@phakhi/domain/engine/Handler"
import * as Field from "@phakhi/domain/kernel/Field"
import { officer } from "@phakhi/domain/kernel/Grants"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { refuse } from "@phakhi/domain/processes/refusals"
import { Schema } from "effect"

export const declared = commandsOn(missionRecord).change({
  name: "missions.praise",
  summary: { th: "ชมเชยภารกิจ", en: "Praise a mission" },
  input: Schema.Struct({ words: Field.prose("คำชม", "Words") }),
  allow: [officer],
  refusals: ["ReasonMissing"],
  rules: ["ACT-1"],
  irreversible: false,
  onward: false,
  ready: () => refuse("ReasonMissing", { subject: { th: "คำชม" } })
})
