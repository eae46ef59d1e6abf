import { lapsing } from "./lapsing.ts"

lapsing("PGlite", "memory")
