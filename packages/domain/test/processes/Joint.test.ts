import { assert, describe, it } from "@effect/vitest"
import { type Course, complete, composedOf, openSteps, statusOf } from "../../src/processes/Course.ts"
import { after, at, finance, owner, recipient, refused, running, supporter, until } from "./examples.ts"

const open = (course: Course) => openSteps(composedOf(course), course).map(({ key }) => key)
const status = (course: Course, key: string) => statusOf(composedOf(course), course, key)

/** Through the discussion, so that both sides' steps come up. */
const discussing = () => until(running("contracting", "persuasion"), "COL-4a")

describe("ACT-8 joint steps are confirmed by both sides", () => {
  const facts = { mission: "ดูแลเด็กเล็ก", success: "เด็กมีพัฒนาการสมวัย", expectations: "ได้มาตรฐาน" }
  const first = () =>
    after(discussing(), complete(discussing(), { step: "COL-4a", facts, evidence: ["บันทึก-1"] }, owner))

  it("the first makes it half, the second done", () => {
    const half = first()
    assert.strictEqual(status(half, "COL-4a"), "half")
    assert.include(open(half), "COL-4a")
    const done = after(half, complete(half, { step: "COL-4a", evidence: ["บันทึก-2"] }, recipient))
    assert.deepStrictEqual(done.steps["COL-4a"], {
      status: "done",
      by: [
        { ...owner, at },
        { ...recipient, at }
      ],
      facts,
      evidence: ["บันทึก-1", "บันทึก-2"]
    })
  })

  it("one side does not confirm twice", () => {
    assert.deepStrictEqual(refused(complete(first(), { step: "COL-4a" }, finance)), {
      tag: "AlreadyConfirmed",
      rule: "COL-4a",
      facts: { step: "COL-4a", side: "owner" }
    })
  })

  it("one person does not confirm for both sides", () => {
    const both = { ...owner, side: "recipient" as const }
    assert.strictEqual(refused(complete(first(), { step: "COL-4a" }, both)).tag, "SeparationOfDuties")
  })

  it("other facts are a counter-proposal, which the first side has to confirm", () => {
    const half = first()
    const changed = { success: "เด็กทุกคนเข้าถึงบริการ" }
    const countered = after(half, complete(half, { step: "COL-4a", facts: changed }, recipient))
    assert.strictEqual(status(countered, "COL-4a"), "half")
    assert.deepStrictEqual(countered.steps["COL-4a"]?.facts, { ...facts, ...changed })
    assert.strictEqual(refused(complete(countered, { step: "COL-4a" }, recipient)).tag, "AlreadyConfirmed")
    assert.strictEqual(status(after(countered, complete(countered, { step: "COL-4a" }, owner)), "COL-4a"), "done")
  })

  it("a supporter confirms nothing joint", () => {
    assert.deepStrictEqual(refused(complete(discussing(), { step: "COL-4a", facts }, supporter)), {
      tag: "WrongLane",
      rule: "COL-4a",
      facts: { step: "COL-4a", lane: "joint" }
    })
  })
})
