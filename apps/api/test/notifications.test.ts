import { notifications } from "./notifications.ts"

notifications("PGlite", "memory")
