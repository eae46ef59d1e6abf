import { accessContract } from "./access.ts"
import { codedRowsContract } from "./codedRows.ts"
import { identityContract } from "./contract.ts"
import { keysAndLinksContract } from "./keysAndLinks.ts"
import { passwordsAndSessionsContract } from "./passwordsAndSessions.ts"
import { secondFactorContract } from "./secondFactor.ts"
import { embedded } from "./World.ts"

identityContract("identity on the embedded database", embedded)
keysAndLinksContract("keys and links on the embedded database", embedded)
passwordsAndSessionsContract("passwords and sessions on the embedded database", embedded)
accessContract("sessions and sign-ins on the embedded database", embedded)
secondFactorContract("second factor on the embedded database", embedded)
codedRowsContract("rows that let somebody in on the embedded database", embedded)
