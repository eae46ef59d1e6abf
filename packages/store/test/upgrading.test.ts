import { embedded } from "./Stores.ts"
import { upgrading } from "./upgrading.ts"

upgrading("PGlite", embedded)
