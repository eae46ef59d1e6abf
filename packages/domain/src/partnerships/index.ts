import { acts } from "./acts/index.ts"
import { partnershipRecord } from "./Record.ts"

export const partnerships = { records: [partnershipRecord], commands: acts, questions: [] }
