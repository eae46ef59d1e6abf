import { accountRecord } from "./Account.ts"
import { partyCommands } from "./Commands.ts"
import { organisationRecord } from "./Organisation.ts"

export const parties = { records: [organisationRecord, accountRecord], commands: partyCommands, questions: [] }
