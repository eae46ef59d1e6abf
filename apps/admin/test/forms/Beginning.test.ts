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

  it("with the terms that are in force, where an amendment or a draft states them anew", () => {
    const terms = {
      objectives: "ดูแลเด็ก",
      conditions: ["ห้ามจ้างช่วง", "รายงานทุกเดือน"],
      value: "1",
      tranches: [{ amount: { amount: "1.00", currency: "THB" }, label: "งวดเดียว" }]
    }
    const agreement = { _tag: "InForce", terms, changes: [], amendments: [{ objectives: "เดิม", conditions: [] }] }
    const amending = commandNamed("agreements.propose-amendment")
    const begun = beginning(amending, fieldsOf(amending.input), { agreement })
    expect(begun).toEqual({
      indicators: [],
      unreported: "",
      tranches: [{ amount: "1.00", label: "งวดเดียว", condition: "" }],
      money: { value: "", unitCosts: [], sla: "", noSlaReason: "" },
      objectives: "ดูแลเด็ก",
      conditions: [{ text: "ห้ามจ้างช่วง" }, { text: "รายงานทุกเดือน" }],
      reason: ""
    })
  })

  it("empty where the record does not say it yet", () => {
    expect(beginning(rateContestability, fieldsOf(rateContestability.input), data)["market"]).toBe("")
  })

  it("empty for an act, whose reason is never that of another act", () => {
    expect(beginning(lockAccount, fieldsOf(lockAccount.input), data)["reason"]).toBe("")
  })
})
