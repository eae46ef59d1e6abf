import { accountRecord } from "./Account.ts"
import { partyCommands } from "./acts/index.ts"
import { organisationRecord } from "./Organisation.ts"
import { roleNames } from "./Roles.ts"
import { partyRefusals } from "./refusals.ts"
import { partyWords } from "./words.ts"

export const parties = {
  records: [organisationRecord, accountRecord],
  commands: partyCommands,
  questions: [],
  refusals: partyRefusals,
  words: partyWords,
  choices: { roles: roleNames, resting: roleNames, duties: roleNames }
}
