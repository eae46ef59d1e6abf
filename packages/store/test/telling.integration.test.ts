import { server } from "./Stores.ts"
import { telling } from "./telling.ts"

telling("PostgreSQL", server())
