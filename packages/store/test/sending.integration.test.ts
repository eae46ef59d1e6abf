import { server } from "./Stores.ts"
import { contract } from "./sending.ts"

contract("PostgreSQL", server())
