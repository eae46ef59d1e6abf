import { embedded } from "./Stores.ts"
import { contract } from "./sending.ts"

contract("PGlite", embedded)
