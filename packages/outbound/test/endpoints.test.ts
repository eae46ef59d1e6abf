import { contract } from "./endpoints.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
