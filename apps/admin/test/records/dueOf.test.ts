import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { describe, expect, it } from "vitest"
import { dueOf } from "../../src/records/dueOf.ts"

const mission = {
  _tag: "UnderReview",
  id: "11111111-1111-4111-8111-111111111111",
  owner: "22222222-2222-4222-8222-222222222222",
  about: { title: { th: "ภารกิจ" }, purpose: "ดูแล", provinces: ["10"], routine: false },
  registeredAt: "2026-05-01T03:00:00.000Z",
  answers: [],
  begunAt: "2026-05-20T03:00:00.000Z",
  blueprintDue: "2026-11-20"
}
const noonOf = (day: string) => Instant.make(`${day}T05:00:00.000Z`)

describe("REV-8 a mission under review is due when its blueprint is", () => {
  it("and late from the day after", () => {
    const view = { record: "mission", data: mission }
    expect(dueOf(view, noonOf("2026-11-20"))).toMatchObject({ day: "2026-11-20", late: false })
    expect(dueOf(view, noonOf("2026-11-21"))).toMatchObject({
      day: "2026-11-20",
      late: true,
      what: { th: "ตอบคำถามการทบทวน" }
    })
  })

  it("and due no more once the review is over, or where only part of it is shown", () => {
    const { blueprintDue: _, begunAt: __, answers: ___, ...common } = mission
    expect(dueOf({ record: "mission", data: { ...common, _tag: "Registered" } }, noonOf("2026-11-21"))).toBeUndefined()
    expect(dueOf({ record: "mission", data: { about: mission.about } }, noonOf("2026-11-21"))).toBeUndefined()
  })
})
