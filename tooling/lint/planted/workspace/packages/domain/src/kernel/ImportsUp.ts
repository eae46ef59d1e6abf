export type { Tranche } from "../funding/Tranche.ts"
