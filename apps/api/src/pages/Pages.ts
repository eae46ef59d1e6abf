import type { Site } from "../App.ts"
export const mountPages = (_: Site): void => {}
