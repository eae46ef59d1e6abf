import type { Tranche } from "../funding/Tranche.ts"

export type Release = import("../funding/Tranche.ts").Tranche
export const later = () => import("../funding/Tranche.ts")
export const whole = "../index.ts"
export * from "../index.ts"
export type Named = Tranche
