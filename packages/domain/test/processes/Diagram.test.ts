import { assert, describe, it } from "@effect/vitest"
import { act, composedOf } from "../../src/processes/Course.ts"
import { diagram, mermaid } from "../../src/processes/Diagram.ts"
import { after, combinations, composed, finance, overlay, rounds, running, until } from "./examples.ts"

describe("a process is drawn from the same value that runs it", () => {
  for (const { least, model, way } of combinations) {
    it(`COL-9 ${model} by ${way}: every edge joins two nodes, and containers come first`, () => {
      const { edges, nodes } = diagram(composed(model, way, overlay(model, [rounds(least + 1)])))
      const keys = nodes.map(({ key }) => key)
      assert.strictEqual(new Set(keys).size, keys.length)
      assert.strictEqual(new Set(edges.map(({ id }) => id)).size, edges.length)
      for (const { source, target } of edges) assert.includeMembers(keys, [source, target])
      for (const [index, { within }] of nodes.entries()) {
        if (within !== undefined) assert.isBelow(keys.indexOf(within), index)
      }
    })
  }

  it("PBC-7 a running one shows where it stands", () => {
    const course = until(running("contracting", "call", overlay("contracting", [rounds(2)])), "PBC-5")
    const paid = after(course, act(course, "disbursement", finance))
    const { nodes } = diagram(composedOf(paid), paid)
    const status = Object.fromEntries(nodes.map((node) => [node.key, node.status]))
    assert.deepInclude(status, {
      "COL-6": "done",
      "COL-7": "open",
      "PBC-5": "done",
      "PBC-6.1": "open",
      "PBC-7.1": "waiting",
      "MON-6": "waiting"
    })
    const second = nodes.find(({ key }) => key === "PBC-7.2")
    assert.deepInclude(second, { lane: "owner", rule: "PBC-7", within: "COL-7", round: 2, container: false })
    assert.strictEqual(second?.label.th, "ภาครัฐจัดสรรงบประมาณงวดที่ 3")
  })

  it("COL-1 a process that is not running has no standing", () => {
    assert.isTrue(diagram(composed("grant", "call")).nodes.every((node) => !("status" in node)))
  })

  it("PBC-6 Mermaid gets containers, steps with their lanes, and the order", () => {
    const lines = mermaid(composed("contracting", "call")).split("\n")
    assert.strictEqual(lines[0], "flowchart TD")
    assert.include(lines, '  subgraph COL_7["COL-7 การดำเนินกิจกรรมตามแผนปฏิบัติการ"]')
    assert.include(lines, '    PBC_6_1["PBC-6.1 การประเมินผลการดำเนินงานระยะกลาง (evaluator)"]')
    assert.include(lines, "  PBC_6_1 --> PBC_7_1")
    const count = (text: string) => lines.filter((line) => line.trim().startsWith(text)).length
    assert.strictEqual(count("subgraph"), lines.filter((line) => line.trim() === "end").length)
  })

  it("PRO-1 Mermaid is not led astray by an agency's label", () => {
    const label = { th: 'งวด "แรก" #1 <b>\nend', en: "First" }
    const drawn = composed("grant", "call", overlay("grant", [{ _tag: "Relabel", step: "GRA-3", label }]))
    assert.include(mermaid(drawn), '"GRA-3 งวด #quot;แรก#quot; #35;1 #lt;b#gt; end (owner)"')
    assert.include(mermaid(drawn, "en"), '"GRA-3 First (owner)"')
  })
})
