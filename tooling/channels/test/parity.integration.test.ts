import { api } from "../src/channels/Api.ts"
import { library } from "../src/channels/Library.ts"
import { parity } from "../src/parity/Suite.ts"

parity("postgres", { library, api })
