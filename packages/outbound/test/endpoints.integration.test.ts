import { contract } from "./endpoints.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server)
