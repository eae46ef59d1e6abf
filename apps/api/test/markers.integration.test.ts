import { markers } from "./markers/Suite.ts"

markers("postgres")
