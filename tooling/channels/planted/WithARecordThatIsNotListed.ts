import { whole } from "@phakhi/domain/engine/Whole"
import { missionCommands } from "@phakhi/domain/missions/operations"
import { missionRefusals } from "@phakhi/domain/missions/refusals"
import { missionWords } from "@phakhi/domain/missions/words"

export const declared = whole([
  { records: [], commands: missionCommands, questions: [], refusals: missionRefusals, words: missionWords }
])
