import { contract } from "./publishing.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server)
