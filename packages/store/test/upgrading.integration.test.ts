import { server } from "./Stores.ts"
import { upgrading } from "./upgrading.ts"

upgrading("PostgreSQL", server(1))
