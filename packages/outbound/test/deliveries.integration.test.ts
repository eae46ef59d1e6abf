import { contract } from "./deliveries.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server)
