import { toldOfAccounts } from "./toldOfAccounts.ts"

toldOfAccounts("PostgreSQL", "postgres")
