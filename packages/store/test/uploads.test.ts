import { embedded } from "./Stores.ts"
import { uploads } from "./uploads.ts"

uploads("PGlite", embedded)
