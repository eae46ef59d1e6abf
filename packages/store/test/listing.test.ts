import { listing } from "./listing.ts"
import { embedded } from "./Stores.ts"

listing("PGlite", embedded)
