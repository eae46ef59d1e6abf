import { webhooks } from "./webhooks.ts"

webhooks("PGlite", "memory")
