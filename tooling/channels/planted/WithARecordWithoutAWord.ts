import { whole } from "@phakhi/domain/engine/Whole"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { missionCommands } from "@phakhi/domain/missions/operations"
import { missionRefusals } from "@phakhi/domain/missions/refusals"
import { missionWords } from "@phakhi/domain/missions/words"
import { wordsOf } from "@phakhi/domain/rules/Words"

const { mission: _, ...values } = missionWords.values
const { parts, statuses } = missionWords
const words = wordsOf({ values, statuses, parts })

export const declared = whole([
  { records: [missionRecord], commands: missionCommands, questions: [], refusals: missionRefusals, words }
])
