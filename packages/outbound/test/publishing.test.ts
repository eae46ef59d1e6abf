import { contract } from "./publishing.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
