import { afterAll, beforeAll, expect } from "vitest"
import { leftBehind, type Surroundings, surroundings } from "./Surroundings.ts"

// Files run one after the other in the same process: what one leaves behind would change the outcome of the next.
let before: Surroundings

// After the imports of the file: libraries put some of theirs in place for good.
beforeAll(() => {
  before = surroundings()
})

afterAll(() => {
  expect(leftBehind(before), "globals and settings that this file has changed and not put back").toEqual([])
})
