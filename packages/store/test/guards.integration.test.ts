import { guards } from "./guards.ts"
import { server } from "./Stores.ts"

guards("PostgreSQL", server())
