import { accounts } from "./accounts.ts"
import { claims } from "./claims.ts"
import { mandates } from "./mandates.ts"
import { registry } from "./registry.ts"

export const partyCommands = [...registry, ...claims, ...mandates, ...accounts]
