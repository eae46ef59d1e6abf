import { identityContract } from "./contract.ts"
import { embedded } from "./World.ts"

identityContract("identity on the embedded database", embedded)
