import { embedded } from "./Stores.ts"
import { telling } from "./telling.ts"

telling("PGlite", embedded)
