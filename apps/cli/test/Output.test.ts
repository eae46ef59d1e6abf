import { catalogue } from "@phakhi/domain/catalogue"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import { assert, it } from "vitest"
import { namingOf } from "../src/Naming.ts"
import { lines, listed, table, view } from "../src/Output.ts"
import { displayWidth } from "../src/Width.ts"
import { uuid } from "./Harness.ts"

const row: ListedRow = {
  id: uuid(1),
  version: 3,
  title: { th: "พัฒนาทักษะเด็กออทิสติก กับมูลนิธิตัวอย่าง", en: "Skills of children with autism, with a foundation" },
  status: "Running",
  columns: {
    mission: uuid(2),
    recipient: uuid(3),
    model: "contracting",
    step: "PBC-6.2",
    value: { amount: "1234567.50", currency: "THB" },
    due: "2027-09-30"
  },
  owner: uuid(4),
  late: false,
  updatedAt: "2026-09-30T17:30:00.000Z"
}

const shown = (language: "th" | "en", columns?: number) => listed([row], "partnership", language, catalogue, columns)

it("a list has its heads and its values in words, money grouped and dates in พ.ศ. where the language is Thai", () => {
  const [head = "", , body = ""] = shown("th")
  for (const part of ["รหัส", "ชื่อ", "สถานะ", "รูปแบบ", "ขั้นตอนปัจจุบัน", "วงเงินตามข้อตกลง", "สิ้นสุดข้อตกลง"]) {
    assert.include(head, part)
  }
  for (const part of ["กำลังดำเนินการ", "1,234,567.50 บาท", "30 ก.ย. 2570", "1 ต.ค. 2569 00:30 น.", "PBC-6.2 "]) {
    assert.include(body, part)
  }
  assert.notMatch(`${head}${body}`, /Running|contracting|mission|2026|2027/u)
  assert.notInclude(body, uuid(2))
})

it("the same in English counts in ค.ศ.", () => {
  const [head = "", , body = ""] = shown("en")
  assert.match(head, /^Id +Title +Status +Model +Current step +Value of the agreement +Agreement ends +Last change$/u)
  for (const part of ["Running", "1,234,567.50 baht", "30 Sep 2027", "1 Oct 2026 00:30"]) assert.include(body, part)
})

it("a narrow terminal loses columns before names, and no line is longer than it", () => {
  for (const columns of [80, 100, 130, 160]) {
    const printed = shown("th", columns)
    for (const line of printed) assert.isAtMost(displayWidth(line), columns)
    assert.include(printed[0], "สถานะ")
  }
  assert.notInclude(shown("th", 80)[0], "แก้ไขล่าสุด")
  assert.include(shown("th", 110)[0], "แก้ไขล่าสุด")
})

it("a column in which nothing stands is left out", () => {
  const { due: _, ...columns } = row.columns
  const [head] = listed([{ ...row, columns }], "partnership", "th", catalogue, undefined)
  assert.notInclude(head, "สิ้นสุดข้อตกลง")
})

it("the parts of a record are named as its forms name them, and codes are said in words", () => {
  const naming = namingOf("th", catalogue, "mission")
  assert.deepStrictEqual(
    lines(
      {
        _tag: "WayChosen",
        about: { provinces: ["50", "12"], routine: false },
        verdict: "transfer",
        budget: { amount: "1000000.00", currency: "THB" },
        period: { from: "2026-10-01", to: "2027-09-30" },
        concludedAt: "2026-10-01T02:00:00.000Z",
        unheardOf: "as it is"
      },
      naming
    ).map((line) => line.trim().replace(/ {2,}/u, ": ")),
    [
      "สถานะหรือชนิด: เลือกแนวทางแล้ว",
      "รายละเอียด",
      "จังหวัดที่ให้บริการ: เชียงใหม่, นนทบุรี",
      "เป็นงานประจำของหน่วยงาน: ไม่ใช่",
      "ผลการทบทวน: โอนถ่าย",
      "budget: 1,000,000.00 บาท",
      "ระยะเวลา: 1 ต.ค. 2569 – 30 ก.ย. 2570",
      "สรุปเมื่อ: 1 ต.ค. 2569 09:00 น.",
      "unheardOf: as it is"
    ]
  )
})

it("other rows are a table of what fits on one line", () => {
  const rows = [
    { id: "ACT-1", strength: "must", wording: { th: "ข้อความ", en: "Wording" }, nested: [{ a: 1 }] },
    { id: "ACT-2", strength: "own", wording: { th: "อีกข้อ", en: "Another" }, nested: [] }
  ]
  const printed = table(rows, namingOf("en", catalogue), undefined)
  assert.match(printed[0] ?? "", /^Id +Strength +Wording$/u)
  assert.match(printed[2] ?? "", /^ACT-1 +must +Wording$/u)
})

it("what waits for this person comes first and is marked, and what is for others is only named", () => {
  const refusal = (kind: "forbidden" | "rule", rule: string) => ({
    tag: "Any",
    kind,
    rule,
    facts: {},
    th: `เพราะ ${rule}`,
    en: `because ${rule}`
  })
  const printed = view(
    {
      record: "mission",
      id: uuid(1),
      version: 2,
      data: { _tag: "UnderReview", id: uuid(1) },
      actions: [
        { operation: "missions.describe", allowed: true },
        { operation: "missions.answer", allowed: true, next: 1 },
        { operation: "missions.choose-way", allowed: false, refusal: refusal("rule", "REV-10") },
        { operation: "missions.begin-review", allowed: false, refusal: refusal("forbidden", "SEC-1") },
        { operation: "missions.conclude-review", allowed: false, refusal: refusal("forbidden", "SEC-1") }
      ]
    },
    "th",
    catalogue,
    new Map()
  )
  assert.match(printed[1] ?? "", /^ {2}สถานะ +กำลังทบทวน$/u)
  const open = printed.indexOf("ทำได้ตอนนี้")
  assert.match(printed[open + 1] ?? "", /^→ missions answer +ตอบคำถามการทบทวน$/u)
  assert.match(printed[open + 2] ?? "", /^ {2}missions describe/u)
  assert.include(printed.join("\n"), "REV-10: เพราะ REV-10")
  assert.notInclude(printed.join("\n"), "เพราะ SEC-1")
  assert.deepStrictEqual(printed.slice(-2), ["เป็นหน้าที่ของผู้อื่น", "  missions begin-review, missions conclude-review"])
})
