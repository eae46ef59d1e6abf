import { IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { describe, expect, it } from "vitest"
import { byUrgency } from "../../src/dashboard/urgency.ts"

const today = IsoDate.make("2026-11-21")

describe("what waits", () => {
  it("stands under how soon it is due, and keeps its order there", () => {
    const tasks = [
      { name: "long ago", due: "2026-10-01", late: true },
      { name: "yesterday", due: "2026-11-20", late: true },
      { name: "today", due: "2026-11-21", late: false },
      { name: "in a week", due: "2026-11-28", late: false },
      { name: "in eight days", due: "2026-11-29", late: false },
      { name: "whenever", due: null, late: false }
    ]
    expect(byUrgency(tasks, today).map(([urgency, group]) => [urgency, group.map(({ name }) => name)])).toEqual([
      ["late", ["long ago", "yesterday"]],
      ["soon", ["today", "in a week"]],
      ["later", ["in eight days"]],
      ["open", ["whenever"]]
    ])
  })

  it("has no heading over nothing", () => {
    expect(byUrgency([{ due: null, late: false }], today).map(([urgency]) => urgency)).toEqual(["open"])
  })
})
