import { lapsing } from "./lapsing.ts"

lapsing("PostgreSQL", "postgres")
