import { listing } from "./listing.ts"
import { server } from "./Stores.ts"

listing("PostgreSQL", server())
