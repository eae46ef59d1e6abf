import { read } from "./Reads.ts"
import type { Kept } from "./Kept.ts"

export const write = () => read
export type Written = Kept
