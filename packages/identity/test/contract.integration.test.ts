import { identityContract } from "./contract.ts"
import { server } from "./World.ts"

identityContract("identity on PostgreSQL", server)
