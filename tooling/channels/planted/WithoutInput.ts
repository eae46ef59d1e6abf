import { officer } from "@phakhi/domain/kernel/Grants"
import { command } from "@phakhi/domain/rules/Refusals"

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
