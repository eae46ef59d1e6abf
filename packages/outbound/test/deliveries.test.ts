import { contract } from "./deliveries.ts"
import { embedded } from "./Stores.ts"

contract("PGlite", embedded)
