import { contract } from "./attempts.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
