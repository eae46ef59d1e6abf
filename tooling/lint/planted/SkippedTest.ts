import { it } from "vitest"

it.skip("is never run", () => {})
