import { drafts } from "./drafts.ts"
import { embedded } from "./Stores.ts"

drafts("PGlite", embedded)
