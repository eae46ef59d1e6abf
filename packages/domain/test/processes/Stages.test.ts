import { assert, describe, it } from "@effect/vitest"
import { begin, composedOf, progress } from "../../src/processes/Course.ts"
import { stages, stagesOf } from "../../src/processes/Stages.ts"
import { combinations, running, until } from "./examples.ts"

const statuses = (course: Parameters<typeof stagesOf>[0]) => stagesOf(course).map(({ status }) => status)

describe("The eight steps as stages", () => {
  it("COL-1 a partnership that has just begun is in the first", () => {
    assert.deepStrictEqual(statuses(begin()), ["now", ...Array.from({ length: 7 }, () => "ahead")])
    assert.strictEqual(stagesOf(begin())[0]?.share, 0)
  })

  it.each(combinations)("COL-9 the steps of $model by $way count where they stand", ({ model, way }) => {
    const [first] = composedOf(running(model, way)).steps.filter(({ within }) => within === "COL-7")
    assert.isDefined(first)
    const course = until(running(model, way), first.key)
    const placed = stagesOf(course)
    assert.deepStrictEqual(
      statuses(course).slice(0, 5),
      Array.from({ length: 5 }, () => "done")
    )
    for (const { rule, share, status } of placed) {
      if (status === "done") assert.strictEqual(share, 1, rule)
      else assert.isBelow(share, 1, rule)
    }
  })

  it("COL-1 exactly one stage is under way until all are over, in the order of the process", () => {
    const composed = composedOf(running("contracting", "call"))
    for (const { key } of composed.leaves) {
      const course = until(running("contracting", "call"), key)
      const found = statuses(course)
      assert.strictEqual(found.filter((status) => status === "now").length <= 1, true)
      assert.deepStrictEqual(
        found,
        found.toSorted((a, b) => ["done", "now", "ahead"].indexOf(a) - ["done", "now", "ahead"].indexOf(b))
      )
      const leaves = composedOf(course).leaves.filter(({ within, key: own }) => (within ?? own).startsWith("COL"))
      const { passed } = progress(composedOf(course), course)
      if (leaves.every((leaf) => passed(leaf.key))) assert.notInclude(found, "now")
    }
    assert.lengthOf(stages, 8)
  })
})
