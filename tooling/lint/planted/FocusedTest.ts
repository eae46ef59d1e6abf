import { it } from "vitest"

it.only("hides the other tests", () => {})
