import type { Written } from "./Writes.ts"

export interface Kept {
  readonly written: Written
}
