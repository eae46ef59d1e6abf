import { toldOfAccounts } from "./toldOfAccounts.ts"

toldOfAccounts("PGlite", "memory")
