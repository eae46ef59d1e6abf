import { assert, describe, it } from "@effect/vitest"
import {
  act,
  blockers,
  type Course,
  composedOf,
  dueAt,
  endEarly,
  evolveAll,
  isFinished,
  move,
  openSteps,
  statusOf,
  upgrade
} from "../../src/processes/Course.ts"
import {
  added,
  after,
  evaluator,
  finance,
  get,
  overlay,
  owner,
  recipient,
  refused,
  rounds,
  running,
  supporter,
  until
} from "./examples.ts"

const open = (course: Course) => openSteps(composedOf(course), course).map(({ key }) => key)
const status = (course: Course, key: string) => statusOf(composedOf(course), course, key)
const waitsFor = (course: Course, key: string) => blockers(composedOf(course), course, key)

describe("work that ends before its time", () => {
  const delivering = () => until(running("contracting", "call"), "PBC-6.1")

  it("MON-6 leaves the accounts to be reconciled, audited and closed, and nothing more to be paid", () => {
    const ended = after(delivering(), endEarly(delivering(), { reason: "ผู้รับมอบภารกิจยุติกิจการ" }, owner))
    assert.deepStrictEqual(open(ended), ["MON-6a"])
    assert.strictEqual(status(ended, "PBC-5"), "done")
    assert.deepInclude(ended.steps["PBC-7.1"], { status: "skipped", reason: "ผู้รับมอบภารกิจยุติกิจการ" })
    assert.strictEqual(refused(act(ended, "disbursement", finance)).tag, "StepAlreadyDone")
    assert.strictEqual(refused(endEarly(ended, { reason: "อีกครั้ง" }, owner)).tag, "StepAlreadyDone")
    assert.isFalse(isFinished(ended))
    assert.isTrue(isFinished(until(ended)))
  })

  it("ACT-8 is for owner and recipient to declare, with a reason", () => {
    assert.strictEqual(refused(endEarly(delivering(), { reason: "ไม่ทราบ" }, supporter)).tag, "WrongLane")
    assert.strictEqual(refused(endEarly(delivering(), { reason: " " }, recipient)).tag, "ReasonMissing")
  })
})

describe("due times follow from what is on record", () => {
  const began = "2026-09-01T00:00:00.000Z"
  const adapted = overlay("contracting", [
    { _tag: "SetDue", step: "COL-1", days: 7 },
    { _tag: "SetDue", step: "COL-6a", days: 30 },
    { _tag: "SetDue", step: "PBC-8", days: 30 }
  ])
  const due = (course: Course, key: string) => dueAt(composedOf(course), course, key, began)

  it("PRO-1 a step is due so many days after what it waited for", () => {
    const course = running("contracting", "call", adapted)
    assert.strictEqual(due(course, "COL-1"), "2026-09-08T00:00:00.000Z")
    assert.strictEqual(due(until(course, "COL-6a"), "COL-6a"), "2026-10-31T02:00:00.000Z")
  })

  it("PRO-1 a step that is waiting, done or without a due time is not due", () => {
    const course = until(running("contracting", "call", adapted), "PBC-5")
    assert.deepStrictEqual(
      ["COL-1", "PBC-5", "PBC-8", "XX-1"].map((key) => due(course, key)),
      [undefined, undefined, undefined, undefined]
    )
  })

  it("COL-6e behind a waived step the time runs from what that one waited for", () => {
    const waived = overlay(
      "contracting",
      [added({ id: "AG-1", within: "COL-6", after: ["COL-6b"], dueDays: 1 })],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const course = until(running("contracting", "call", waived), "COL-6a")
    const formed = evolveAll(course, get(act(course, "committee-formed", owner)), "2026-12-01T00:00:00.000Z")
    assert.strictEqual(due(formed, "AG-1"), "2026-12-02T00:00:00.000Z")
  })
})

describe("PRO-1 an overlay is taken up on the way", () => {
  const started = () => until(running("contracting", "call", overlay("contracting", [rounds(2)])), "PBC-7.1")

  it("more rounds are taken up in the middle", () => {
    const moved = after(started(), move(started(), overlay("contracting", [rounds(3)])))
    assert.strictEqual(status(moved, "PBC-7.3"), "waiting")
    assert.strictEqual(status(moved, "PBC-6.1"), "done")
  })

  it("rounds that have begun are not taken away", () => {
    const course = after(started(), act(started(), "disbursement", finance))
    const evaluated = after(course, act(course, "evaluation-accepted", evaluator))
    assert.deepStrictEqual(refused(move(evaluated, overlay("contracting", [rounds(1)]))), {
      tag: "ProcessMoveRefused",
      rule: "PRO-1",
      facts: { lost: ["PBC-6.2"] }
    })
  })

  it("a step is not slipped in before one that is done", () => {
    const late = overlay("contracting", [added({ id: "AG-1", within: "COL-7", after: ["COL-7c"] }, ["PBC-5"])])
    assert.deepStrictEqual(refused(move(started(), late)), {
      tag: "ProcessMoveRefused",
      rule: "PRO-1",
      facts: { lost: ["PBC-5"] }
    })
  })

  it("a bad overlay is refused with every place", () => {
    const bad = overlay("contracting", [rounds(0), added({ id: "AG-1", after: ["XX-1"] })])
    const problems = [
      "edits[0].count: rounds-refused",
      "edits[1].step.after[0]: unknown-step",
      "edits[1].step: closing-not-last"
    ]
    const { facts, rule, tag } = refused(move(started(), bad))
    assert.deepStrictEqual([tag, rule], ["OverlayRefused", "PRO-1"])
    assert.deepInclude(facts as object, { problems, count: 3 })
  })

  it("COL-6e a waived step lets on, stays on record as waived, and can still be done", () => {
    const waived = overlay("contracting", [], [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }])
    const course = until(running("contracting", "persuasion", waived), "COL-6a")
    assert.strictEqual(status(course, "COL-6b"), "waived")
    assert.deepStrictEqual(waitsFor(course, "COL-7c"), ["COL-6"])
    assert.strictEqual(refused(act(course, "plan-adopted", owner)).tag, "StepNotOpen")
    const formed = after(course, act(course, "committee-formed", owner))
    assert.strictEqual(status(formed, "COL-7c"), "open")
    assert.strictEqual(status(after(formed, act(formed, "plan-adopted", owner)), "COL-6b"), "done")
  })

  it("COL-6e what comes after a waived step still waits for what the waived one would have waited for", () => {
    const waived = overlay(
      "contracting",
      [added({ id: "AG-1", within: "COL-6", after: ["COL-6b"] })],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const course = until(running("contracting", "persuasion", waived), "COL-6a")
    assert.strictEqual(status(course, "AG-1"), "waiting")
    assert.strictEqual(status(after(course, act(course, "committee-formed", owner)), "AG-1"), "open")
  })

  it("the newest versions are what a new course runs on already", () => {
    assert.deepStrictEqual(refused(upgrade(started())), { tag: "ProcessUpToDate", rule: "PRO-1", facts: {} })
  })
})
