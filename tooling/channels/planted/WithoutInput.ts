import { commandsOn } from "@phakhi/domain/engine/Handler"
import { officer } from "@phakhi/domain/kernel/Grants"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { Result } from "effect"

export const declared = commandsOn(missionRecord).change({
  name: "missions.praise",
  summary: { th: "ชมเชยภารกิจ", en: "Praise a mission" },
  allow: [officer],
  refusals: [],
  rules: ["ACT-1"],
  irreversible: false,
  onward: false,
  decide: () => Result.succeed([])
})
