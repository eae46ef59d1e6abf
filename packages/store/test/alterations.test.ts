import { verifyingSchema } from "./alterations.ts"
import { embedded } from "./Stores.ts"

verifyingSchema("PGlite", embedded)
