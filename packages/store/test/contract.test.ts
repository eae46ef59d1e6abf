import { contract } from "./contract.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
