import { accessContract } from "./access.ts"
import { codedRowsContract } from "./codedRows.ts"
import { identityContract } from "./contract.ts"
import { keysAndLinksContract } from "./keysAndLinks.ts"
import { passwordsAndSessionsContract } from "./passwordsAndSessions.ts"
import { secondFactorContract } from "./secondFactor.ts"
import { server } from "./World.ts"

identityContract("identity on PostgreSQL", server)
keysAndLinksContract("keys and links on PostgreSQL", server)
passwordsAndSessionsContract("passwords and sessions on PostgreSQL", server)
accessContract("sessions and sign-ins on PostgreSQL", server)
secondFactorContract("second factor on PostgreSQL", server)
codedRowsContract("rows that let somebody in on PostgreSQL", server)
