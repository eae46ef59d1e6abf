import { webhooks } from "./webhooks.ts"

webhooks("PostgreSQL", "postgres")
