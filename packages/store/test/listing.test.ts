import { listedRows } from "./listedRows.ts"
import { listing } from "./listing.ts"
import { embedded } from "./Stores.ts"

listing("PGlite", embedded)
listedRows("PGlite", embedded)
