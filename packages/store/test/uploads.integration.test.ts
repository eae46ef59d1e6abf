import { server } from "./Stores.ts"
import { uploads } from "./uploads.ts"

uploads("PostgreSQL", server(2))
