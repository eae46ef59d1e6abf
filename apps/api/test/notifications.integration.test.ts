import { notifications } from "./notifications.ts"

notifications("PostgreSQL", "postgres")
