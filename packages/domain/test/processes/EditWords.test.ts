import { assert, describe, it } from "@effect/vitest"
import { registry } from "../../src/processes/Composition.ts"
import { sentenceOf, thresholdNames } from "../../src/processes/EditWords.ts"
import type { Edit, Overlay } from "../../src/processes/Overlay.ts"
import { nameOf, valueOf } from "../../src/rendering/Labels.ts"

const edits: ReadonlyArray<Edit> = [
  { _tag: "SetRounds", count: 2 },
  { _tag: "SetDue", step: "PBC-6.2", days: 180 },
  { _tag: "SetThreshold", name: "sla-value", value: 5_000_000 },
  { _tag: "SetThreshold", name: "acceptance-score", value: 50 },
  { _tag: "Relabel", step: "PBC-6", label: { th: "ประเมินประจำปี", en: "Yearly evaluation" } },
  {
    _tag: "AddStep",
    before: ["COL-5"],
    step: {
      id: "ADD-1",
      rule: "COL-5",
      label: { th: "ตรวจร่างโดยฝ่ายกฎหมาย" },
      lane: "owner",
      after: ["COL-4"],
      completion: { by: "record", facts: [] },
      skip: "never"
    }
  }
]
const overlay: Overlay = { title: { th: "ปรับ" }, model: "contracting", edits, waivers: [] }
const said = edits.map((edit) => sentenceOf(edit, overlay))

describe("PRO-1 an edit of a process", () => {
  it("is a sentence without a word of its data", () => {
    for (const { en, th } of said) {
      for (const raw of [
        "SetRounds",
        "SetDue",
        "SetThreshold",
        "Relabel",
        "AddStep",
        "sla-value",
        "acceptance-score"
      ]) {
        assert.notInclude(th, raw)
        assert.notInclude(en, raw)
      }
      assert.notMatch(th, /[{}]|undefined/u)
      assert.notMatch(en, /[{}]|undefined/u)
    }
  })

  it("says how much, how long and which step", () => {
    assert.match(said[0]?.th ?? "", /PBC-6.*PBC-7.* รวม 2 รอบ$/u)
    assert.match(said[1]?.th ?? "", /รอบที่ 2.*180 วัน/u)
    assert.include(said[2]?.th, "50,000.00 บาท")
    assert.include(said[3]?.en, "50")
    assert.match(said[4]?.en ?? "", /PBC-6.* is called “Yearly evaluation”/u)
    assert.match(said[5]?.th ?? "", /^เพิ่มขั้นตอน “ตรวจร่างโดยฝ่ายกฎหมาย” ของผู้มอบภารกิจ หลัง.*COL-4.*ก่อน.*COL-5/u)
  })

  it("has words for its parts where its history is told", () => {
    for (const name of ["edits", "waivers", "count", "days", "step", "label"]) {
      assert.isDefined(nameOf("process", name), name)
    }
    assert.strictEqual(valueOf("process", "status", "SetDue").th, "กำหนดเวลา")
    assert.strictEqual(valueOf("process", "name", "sla-months").en, "Term from which an SLA is proposed")
  })
})

it("PRO-1 every setting of a standard process has a name", () => {
  const names = Object.values(registry).flatMap((versions) =>
    versions.flatMap(({ thresholds = {} }) => Object.keys(thresholds))
  )
  assert.isNotEmpty(names)
  assert.containsAllKeys(thresholdNames, names)
})
