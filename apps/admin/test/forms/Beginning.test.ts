import { commandNamed } from "@phakhi/domain/catalogue"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { PlanInput } from "@phakhi/domain/plans/PlanInput"
import { describe, expect, it } from "vitest"
import { beginning } from "../../src/forms/Beginning.ts"

const describeMission = commandNamed("missions.describe")
const rateContestability = commandNamed("missions.rate-contestability")
const lockAccount = commandNamed("accounts.lock")

const data = {
  _tag: "Registered",
  about: { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: true },
  reason: "ไม่ใช่ของแบบนี้"
}

describe("a form begins", () => {
  it("with what the record says, where the operation states it anew", () => {
    expect(beginning(describeMission, fieldsOf(describeMission.input), data)).toMatchObject({
      title: { th: "ศูนย์เด็กเล็ก", en: "" },
      purpose: "ดูแลเด็ก",
      provinces: ["12"],
      routine: true
    })
  })

  it("with what the record holds of people, without saying whose it is", () => {
    const plan = { activities: [], indicators: [], stakeholders: { subject: "1", participants: "ผู้ปกครอง" } }
    expect(beginning({ restates: true }, fieldsOf(PlanInput), { plan })["participants"]).toBe("ผู้ปกครอง")
  })

  it("empty where the record does not say it yet", () => {
    expect(beginning(rateContestability, fieldsOf(rateContestability.input), data)["market"]).toBe("")
  })

  it("empty for an act, whose reason is never that of another act", () => {
    expect(beginning(lockAccount, fieldsOf(lockAccount.input), data)["reason"]).toBe("")
  })
})
