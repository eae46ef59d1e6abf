import { expect, it } from "vitest"

it("a failure planted with PHAKHI_PLANT_FAILURE=1 is seen", () => {
  expect(process.env["PHAKHI_PLANT_FAILURE"]).toBeUndefined()
})
