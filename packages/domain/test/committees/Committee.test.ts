import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { type Appointment, appoint, type FormingFacts } from "../../src/committees/Committee.ts"
import type { Context } from "../../src/engine/Context.ts"
import { OrganisationId } from "../../src/kernel/Actor.ts"

const owner = OrganisationId.make("00000000-0000-4000-8000-000000000001")
const recipient = OrganisationId.make("00000000-0000-4000-8000-000000000002")
const facts: FormingFacts = {
  model: "grant",
  sides: ["owner", "recipient"],
  owner,
  recipient,
  supporters: [],
  persons: []
}
const seat = {
  name: "ก",
  organisation: owner,
  side: "owner",
  position: "ประธาน",
  charged: true,
  decides: true
} as const
const other = {
  name: "ข",
  organisation: recipient,
  side: "recipient",
  position: "กรรมการ",
  charged: true,
  decides: true
} as const

let made = 0
const context = { newId: () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}` } as Context

const outcome = (appointment: Omit<Appointment, "order">, model: FormingFacts["model"] = "grant") =>
  Result.match(appoint(undefined, { order: "1/2570", ...appointment }, { ...facts, model }, context), {
    onFailure: ({ _tag, rule }) => `${_tag} ${rule}`,
    onSuccess: ([event]) => event
  })

describe("the joint committee", () => {
  it("COL-6b should have members of every side: without one a reason is asked for, and stays on record", () => {
    assert.strictEqual(outcome({ members: [seat] }), "CommitteeIncomplete COL-6b")
    assert.deepInclude(outcome({ members: [seat], incompleteReason: "ผู้รับมอบขอเข้าร่วมเป็นครั้งคราว" }), {
      incompleteReason: "ผู้รับมอบขอเข้าร่วมเป็นครั้งคราว"
    })
    assert.notProperty(outcome({ members: [seat, other] }), "incompleteReason")
  })

  it("COL-6a is full in commissioning, whatever the reason", () => {
    const incompleteReason = "ผู้รับมอบไม่ว่าง"
    const secretariat = "ชั้น 2"
    assert.strictEqual(
      outcome({ members: [seat], incompleteReason, secretariat }, "commissioning"),
      "CommitteeIncomplete COL-6a"
    )
    assert.deepInclude(outcome({ members: [seat, other], secretariat }, "commissioning"), { secretariat })
  })

  it("COM-1c should have a secretariat in commissioning, or says why there is none", () => {
    assert.strictEqual(outcome({ members: [seat, other] }, "commissioning"), "SecretariatMissing COM-1c")
    assert.deepInclude(outcome({ members: [seat, other], noSecretariatReason: "ใช้ของอำเภอ" }, "commissioning"), {
      noSecretariatReason: "ใช้ของอำเภอ"
    })
  })
})
