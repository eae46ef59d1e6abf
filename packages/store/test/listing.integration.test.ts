import { listedRows } from "./listedRows.ts"
import { listing } from "./listing.ts"
import { server } from "./Stores.ts"

listing("PostgreSQL", server())
listedRows("PostgreSQL", server())
