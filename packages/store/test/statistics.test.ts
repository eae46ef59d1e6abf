import { embedded } from "./Stores.ts"
import { statistics } from "./statistics.ts"

statistics("PGlite", embedded)
