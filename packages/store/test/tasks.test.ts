import { embedded } from "./Stores.ts"
import { tasks } from "./tasks.ts"

tasks("PGlite", embedded)
