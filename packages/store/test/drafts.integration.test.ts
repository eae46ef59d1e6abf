import { drafts } from "./drafts.ts"
import { server } from "./Stores.ts"

drafts("PostgreSQL", server(1))
