import { assert, describe, it } from "@effect/vitest"
import type { ListedRow } from "../../src/engine/EventStore.ts"
import { cell, csvTable } from "../../src/rendering/Csv.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

const row: ListedRow = {
  id: uuid(1),
  version: 12,
  title: { th: "บ้านพัก, ศูนย์", en: '=2+5+cmd|" /C calc"' },
  status: "Running",
  columns: {
    mission: uuid(2),
    recipient: uuid(3),
    model: "grant",
    step: "GRA-4",
    value: { amount: "1500000.00", currency: "THB" },
    due: "2027-03-31"
  },
  owner: uuid(4),
  late: false,
  updatedAt: "2026-09-30T17:30:00.000Z"
}

const names = new Map([
  [uuid(2), { th: "ดูแลเด็ก", en: "Childcare" }],
  [uuid(4), { th: "กรม ก", en: "Department A" }]
])

const written = (rows: ReadonlyArray<ListedRow>, language: "th" | "en", record = "partnership"): string => {
  const table = csvTable(record, language)
  return table.head + rows.map((row) => table.row(row, names)).join("")
}

/** Reads RFC 4180 back. */
const parsed = (csv: string): ReadonlyArray<ReadonlyArray<string>> =>
  csv
    .replace(/^\uFEFF/u, "")
    .split("\r\n")
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ""
      )
    )

const cellsOf = (language: "th" | "en", rows: ReadonlyArray<ListedRow> = [row]) => {
  const [head = [], body = []] = parsed(written(rows, language))
  assert.lengthOf(body, head.length)
  return (name: string) => body[head.indexOf(name)]
}

describe("a list as a table for spreadsheets", () => {
  it("begins with a byte order mark and ends its lines as RFC 4180 says", () => {
    const csv = written([row, row], "th")
    assert.isTrue(csv.startsWith("\uFEFF"))
    assert.lengthOf(csv.split("\r\n"), 4)
    assert.notMatch(csv.replaceAll("\r\n", ""), /[\r\n]/u)
  })

  it("has the word beside each code, in the language asked for", () => {
    const thai = cellsOf("th")
    assert.deepStrictEqual([thai("สถานะ (รหัส)"), thai("สถานะ")], ["Running", "กำลังดำเนินการ"])
    assert.deepStrictEqual([thai("รูปแบบ (รหัส)"), thai("รูปแบบ")], ["grant", "รูปแบบการให้เงินอุดหนุน"])
    assert.match(thai("ขั้นตอนปัจจุบัน") ?? "", /^GRA-4 ./u)
    const english = cellsOf("en")
    assert.deepStrictEqual([english("Status (code)"), english("Status")], ["Running", "Running"])
    assert.strictEqual(english("Model"), "Grant")
    assert.strictEqual(english("Recipient (code)"), uuid(3))
  })

  it("has the name of what a row refers to beside its id, where the asker may see it", () => {
    const thai = cellsOf("th")
    assert.deepStrictEqual([thai("ภารกิจ (รหัส)"), thai("ภารกิจ")], [uuid(2), "ดูแลเด็ก"])
    assert.deepStrictEqual([thai("หน่วยงาน (รหัส)"), thai("หน่วยงาน")], [uuid(4), "กรม ก"])
    assert.deepStrictEqual([thai("ผู้รับมอบภารกิจ (รหัส)"), thai("ผู้รับมอบภารกิจ")], [uuid(3), ""])
    assert.strictEqual(cellsOf("en")("Mission"), "Childcare")
  })

  it("keeps the zeros and the last digits of numbers that are identifiers, in spreadsheets too", () => {
    const organisation = (juristicId: string) => ({ ...row, columns: { juristicId } })
    const csv = written([organisation("0105512345678"), organisation("1234")], "th", "organisation").split("\r\n")
    assert.include(csv[1], ',"=""0105512345678""",')
    assert.include(csv[2], ",1234,")
  })

  it("has money as a plain decimal in baht, and days in both eras by the calendar of Bangkok", () => {
    const thai = cellsOf("th")
    assert.strictEqual(thai("วงเงินตามข้อตกลง (บาท)"), "1500000.00")
    assert.deepStrictEqual([thai("สิ้นสุดข้อตกลง (ค.ศ.)"), thai("สิ้นสุดข้อตกลง (พ.ศ.)")], ["2027-03-31", "31 มี.ค. 2570"])
    assert.strictEqual(thai("แก้ไขล่าสุด (พ.ศ.)"), "1 ต.ค. 2569")
  })

  it("leaves a cell empty where a record has nothing to say", () => {
    const thai = cellsOf("th", [{ ...row, columns: {} }])
    for (const name of ["รูปแบบ (รหัส)", "รูปแบบ", "สิ้นสุดข้อตกลง (พ.ศ.)", "วงเงินตามข้อตกลง (บาท)"]) {
      assert.strictEqual(thai(name), "", name)
    }
  })

  it("runs nothing: what a spreadsheet would take for a formula is text", () => {
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＋1", "－1", "＠x"]) {
      assert.match(cell(text), /^"?'/u, JSON.stringify(text))
    }
    for (const text of ["a=1", "10 - 5", "ศูนย์", "1500000.00"]) assert.strictEqual(cell(text), text)
    assert.strictEqual(cell(-3), "-3")
    assert.strictEqual(cell('a "b", c\nd'), '"a ""b"", c\nd"')
    assert.strictEqual(cellsOf("th")("ชื่อภาษาอังกฤษ"), `'${row.title.en}`)
  })
})
