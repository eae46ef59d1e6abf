import { expect, it } from "vitest"
import { leftBehind, surroundings } from "../src/Surroundings.ts"

it("a global that a file adds, replaces or removes is told, and so is a setting", () => {
  const before = surroundings()
  const { structuredClone } = globalThis
  Object.assign(globalThis, { planted: 1, structuredClone: () => undefined })
  process.env["PHAKHI_PLANTED"] = "1"
  try {
    expect(leftBehind(before)).toEqual(["structuredClone", "planted", "process.env.PHAKHI_PLANTED"])
  } finally {
    Object.assign(globalThis, { structuredClone })
    Reflect.deleteProperty(globalThis, "planted")
    Reflect.deleteProperty(process.env, "PHAKHI_PLANTED")
  }
  expect(leftBehind(before)).toEqual([])
})
