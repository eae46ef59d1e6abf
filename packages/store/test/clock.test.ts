import { contract } from "./clock.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
