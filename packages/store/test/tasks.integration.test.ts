import { server } from "./Stores.ts"
import { tasks } from "./tasks.ts"

tasks("PostgreSQL", server())
