import { contract } from "./contract.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server())
