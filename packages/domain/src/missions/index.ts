import { missionRecord } from "./Mission.ts"
import { missionCommands } from "./operations.ts"

export const missions = { records: [missionRecord], commands: missionCommands, questions: [] }
