import { write } from "./Writes.ts"

export const read = () => write
