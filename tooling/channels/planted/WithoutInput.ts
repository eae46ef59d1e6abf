import { command } from "@phakhi/domain/engine/Operation"
import { officer } from "@phakhi/domain/kernel/Grants"

export const declared = command({
  name: "missions.praise",
  summary: { th: "ชมเชยภารกิจ", en: "Praise a mission" },
  record: "mission",
  target: "existing",
  allow: [officer],
  refusals: ["InputMalformed"],
  rules: ["ACT-1"],
  concurrency: "version",
  irreversible: false,
  onward: false,
  area: null
})
