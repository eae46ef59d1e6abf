import { verifyingSchema } from "./alterations.ts"
import { server } from "./Stores.ts"

verifyingSchema("PostgreSQL", server())
