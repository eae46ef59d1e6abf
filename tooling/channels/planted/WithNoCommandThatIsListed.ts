import { whole } from "@phakhi/domain/engine/Whole"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { missionRefusals } from "@phakhi/domain/missions/refusals"
import { missionWords } from "@phakhi/domain/missions/words"

export const declared = whole([
  { records: [missionRecord], commands: [], questions: [], refusals: missionRefusals, words: missionWords }
])
