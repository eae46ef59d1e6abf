import { whole } from "@phakhi/domain/engine/Whole"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { missionCommands } from "@phakhi/domain/missions/operations"
import { missionRefusals } from "@phakhi/domain/missions/refusals"
import { wordsOf } from "@phakhi/domain/rules/Words"

const words = wordsOf({
  values: { Registered: { th: "ขึ้นทะเบียนแล้ว", en: "registered" }, mission: { th: "ภารกิจ", en: "mission" } },
  statuses: { mission: ["Registered"] },
  parts: {}
})

export const declared = whole([
  { records: [missionRecord], commands: missionCommands, questions: [], refusals: missionRefusals, words }
])
