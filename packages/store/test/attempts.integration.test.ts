import { contract } from "./attempts.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server())
