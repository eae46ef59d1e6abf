import { missionRecord } from "./Mission.ts"
import { missionCommands } from "./operations.ts"
import { verdicts, ways } from "./Review.ts"
import { missionRefusals } from "./refusals.ts"
import { missionWords } from "./words.ts"

export const missions = {
  records: [missionRecord],
  commands: missionCommands,
  questions: [],
  refusals: missionRefusals,
  words: missionWords,
  choices: { verdict: verdicts, way: ways }
}
