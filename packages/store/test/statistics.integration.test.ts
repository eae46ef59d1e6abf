import { server } from "./Stores.ts"
import { statistics } from "./statistics.ts"

statistics("PostgreSQL", server(1))
