import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { AccountId } from "../../src/kernel/Actor.ts"
import { latest, registry } from "../../src/processes/Composition.ts"
import { begin, Course, CourseEvent, composedOf, evolve, openSteps, statusOf } from "../../src/processes/Course.ts"
import { Overlay } from "../../src/processes/Overlay.ts"
import { Definition, refOf, type Way } from "../../src/processes/Process.ts"
import { added, composed, overlay, rounds } from "./examples.ts"

const account = AccountId.make("01890000-0000-7000-8000-000000000001")
const stepConfirmed = (step: string) =>
  CourseEvent.cases.StepConfirmed.make({ step, account, side: "owner", status: "done" })
const embedded = (way: Way) => CourseEvent.cases.ModelEmbedded.make({ model: refOf(latest("grant")), way })

describe("processes are data", () => {
  for (const definition of Object.values(registry).flat()) {
    it(`PRO-1 ${definition.id} version ${definition.version} survives being written down`, () => {
      const written: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Definition)(definition)))
      assert.deepStrictEqual(Schema.decodeUnknownSync(Definition)(written), definition)
    })
  }

  it("PRO-1 an overlay survives being written down", () => {
    const adapted = overlay(
      "contracting",
      [rounds(2), added({ id: "AG-1", after: ["PBC-7.1"], apart: ["PBC-6"] }, ["PBC-6.2"])],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const written: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Overlay)(adapted)))
    assert.deepStrictEqual(Schema.decodeUnknownSync(Overlay)(written), adapted)
  })

  it("PRO-1 an overlay names a rule that exists and says why it waives it", () => {
    const decode = Schema.decodeUnknownResult(Overlay)
    const wire = { title: { th: "การปรับ" }, model: "grant", edits: [] }
    assert.isTrue(Result.isSuccess(decode({ ...wire, waivers: [{ rule: "COL-6e", reason: "มีแผนแล้ว" }] })))
    assert.isTrue(Result.isFailure(decode({ ...wire, waivers: [{ rule: "COL-99", reason: "มีแผนแล้ว" }] })))
    assert.isTrue(Result.isFailure(decode({ ...wire, waivers: [{ rule: "COL-6e", reason: "" }] })))
    assert.isTrue(Result.isFailure(decode({ ...wire, waivers: [], edits: [{ _tag: "RemoveStep", step: "PBC-6" }] })))
  })

  it("PRO-1 a course names versions that exist", () => {
    const decode = Schema.decodeUnknownResult(Course)
    assert.isTrue(Result.isSuccess(decode(begin("grant", "call"))))
    assert.isTrue(Result.isFailure(decode({ ...begin(), collaboration: { id: "collaboration", version: 99 } })))
  })
})

describe("COL-9 the model's process within the collaboration", () => {
  const keys = (...args: Parameters<typeof composed>) => composed(...args).steps.map(({ key }) => key)

  it("a course keeps the process that it runs on, and takes another with another way", () => {
    const course = begin("grant", "call")
    assert.strictEqual(composedOf(course), composedOf(course))
    const confirmed = evolve(course, stepConfirmed("COL-1"), "2026-11-02T00:00:00.000Z")
    assert.strictEqual(composedOf(confirmed), composedOf(course))
    const persuaded = evolve(course, embedded("persuasion"), "2026-11-02T00:00:00.000Z")
    assert.strictEqual(composedOf(persuaded).parts.way, "persuasion")
  })

  it("a copy of a course is judged by what it says itself", () => {
    const course = begin("grant", "call")
    const composed = composedOf(course)
    const first = openSteps(composed, course)[0]?.key ?? ""
    const copy: Course = { ...course, steps: { [first]: { status: "done", by: [] } } }
    assert.strictEqual(statusOf(composed, course, first), "open")
    assert.strictEqual(statusOf(composedOf(copy), copy, first), "done")
    assert.notInclude(
      openSteps(composedOf(copy), copy).map(({ key }) => key),
      first
    )
    assert.strictEqual(composedOf({ ...course, way: "persuasion" }).parts.way, "persuasion")
  })

  it("PBC-1 to PBC-9 stand in the handbook's order in a call", () => {
    const own = keys("contracting", "call").filter((key) => key.startsWith("PBC"))
    assert.deepStrictEqual(own, ["PBC-1", "PBC-2", "PBC-3", "PBC-4", "PBC-5", "PBC-6.1", "PBC-7.1", "PBC-8", "PBC-9"])
  })

  it("GRA-1 to GRA-4 stand in the handbook's order in a call", () => {
    const own = keys("grant", "call").filter((key) => key.startsWith("GRA"))
    assert.deepStrictEqual(own, [
      "GRA-1-owner",
      "GRA-1-recipient",
      "GRA-2-owner",
      "GRA-2-recipient",
      "GRA-2-select",
      "GRA-3",
      "GRA-4"
    ])
  })

  it("GRA-4 without further rounds waits for the one tranche, with rounds for the last", () => {
    const waitsFor = (count: number) =>
      composed("grant", "persuasion", overlay("grant", [rounds(count)])).byKey.get("GRA-4")?.after
    assert.deepStrictEqual(waitsFor(0), ["GRA-3"])
    assert.deepStrictEqual(waitsFor(3), ["GRA-3-further.3"])
  })

  it("PBC-6 rounds follow each other, each kept apart from its own evaluation", () => {
    const process = composed("contracting", "persuasion", overlay("contracting", [rounds(3)]))
    const order = ["PBC-6.1", "PBC-7.1", "PBC-6.2", "PBC-7.2", "PBC-6.3", "PBC-7.3"]
    assert.deepStrictEqual(
      order.map((key) => process.byKey.get(key)?.after),
      [["PBC-5"], ["PBC-6.1"], ["PBC-7.1"], ["PBC-6.2"], ["PBC-7.2"], ["PBC-6.3"]]
    )
    assert.deepStrictEqual(process.byKey.get("PBC-7.2")?.apart, ["PBC-6.2"])
  })

  it("COM-1 and COM-2 come before the draft, COM-3 before the signing, COM-4 before the plan", () => {
    const process = composed("commissioning", "persuasion")
    assert.deepStrictEqual(process.byKey.get("COL-4d")?.after, ["COL-4c", "COM-1", "COM-2"])
    assert.deepStrictEqual(process.byKey.get("COL-5b")?.after, ["COM-3"])
    assert.deepStrictEqual(process.byKey.get("COL-6b")?.after, ["COL-6a", "COM-4"])
  })

  it("PBC-S2 settings have a value before an agency sets its own", () => {
    const { thresholds } = composed("contracting", "call")
    assert.deepStrictEqual(thresholds, {
      "sla-value": 5_000_000,
      "sla-months": 12,
      "acceptance-score": 3,
      "reported-share": 80
    })
  })
})
