import { catalogue } from "@phakhi/domain/catalogue"
import { offeredIn } from "@phakhi/domain/engine/Catalogue"
import { nounOf, verbOf } from "@phakhi/domain/engine/Operation"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { assert, it } from "vitest"
import { phakhi, uuid, world } from "./Harness.ts"

const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

const mission = ["--title-th", "ศูนย์เด็กเล็ก", "--purpose", "ดูแลเด็ก", "--provinces", "12,13", "--no-routine"]

it("every operation of the catalogue is a command whose help names it in both languages and lists its fields", async () => {
  for (const operation of offeredIn(catalogue)) {
    const { code, err, out } = await phakhi([nounOf(operation), verbOf(operation), "--help"])
    assert.deepStrictEqual([code, err], [0, ""], operation.name)
    assert.include(out, operation.summary.th)
    assert.include(out, operation.summary.en)
    for (const { kind, label, name } of fieldsOf(operation.input)) {
      if (["group", "list", "document", "facts"].includes(kind) || name === "id") continue
      assert.include(out, label.th, `${operation.name} ${name}`)
    }
  }
})

it("texts in two languages, choices, flags and money become the input that the operation takes", async () => {
  const { reach, sent } = world()
  const made = await phakhi(
    ["missions", "register", ...mission, "--title-en", "Child centre", "--target-group", "เด็ก", "--json"],
    { reach }
  )
  assert.strictEqual(made.code, 0, made.err)
  assert.deepStrictEqual(sent, [
    {
      operation: "missions.register",
      input: {
        title: { th: "ศูนย์เด็กเล็ก", en: "Child centre" },
        purpose: "ดูแลเด็ก",
        provinces: ["12", "13"],
        routine: false,
        targetGroup: "เด็ก"
      }
    }
  ])
  const mandate = ["organisations", "give-mandate", uuid(5), "--account", uuid(6), "--position", "อธิบดี"]
  await phakhi([...mandate, "--limit", "1234.50", "--period-from", "2026-10-01", "--period-to", "2027-09-30"], {
    reach
  })
  assert.deepStrictEqual(sent[1], {
    operation: "organisations.give-mandate",
    id: uuid(5),
    seen: "latest",
    input: {
      account: uuid(6),
      position: "อธิบดี",
      limit: { amount: "1234.50", currency: "THB" },
      period: { from: "2026-10-01", to: "2027-09-30" }
    }
  })
})

it("flags go over what --input brings, from a file or from standard input", async () => {
  const { reach, sent } = world()
  const given = JSON.stringify({ title: { th: "เดิม", en: "Old" }, purpose: "เดิม", provinces: ["12"], routine: true })
  const expected = { title: { th: "ใหม่", en: "Old" }, purpose: "เดิม", provinces: ["12"], routine: true }
  for (const outside of [{ stdin: given }, { stdin: `\uFEFF${given}` }]) {
    await phakhi(["missions", "register", "--input", "-", "--title-th", "ใหม่"], { reach, ...outside })
    assert.deepStrictEqual(sent.at(-1)?.["input"], expected)
  }
  await phakhi(["missions", "register", "--title-th", "ใหม่", "--input", "m.json"], {
    reach,
    files: { "m.json": given }
  })
  assert.deepStrictEqual(sent.at(-1)?.["input"], expected)
})

it("a list takes the columns of its records, and pages", async () => {
  const { reach, sent } = world()
  for (const title of ["หนึ่ง", "สอง", "สาม"]) {
    await phakhi(["missions", "register", ...mission.with(1, title)], { reach })
  }
  const first = await phakhi(["missions", "list", "--status", "Registered", "--limit", "2", "--json"], { reach })
  const page = JSON.parse(first.out)
  assert.deepStrictEqual([page.total, page.data.length], [3, 2])
  assert.deepStrictEqual(sent.at(-1)?.["input"], { status: "Registered", limit: 2 })
  const second = await phakhi(["missions", "list", "--limit", "2", "--cursor", page.next, "--json"], { reach })
  assert.strictEqual(JSON.parse(second.out).data.length, 1)
  const shown = await phakhi(["--lang", "en", "missions", "list", "--limit", "2"], { reach })
  assert.include(shown.out, "Registered")
  assert.include(shown.err, "2 of 3")
  assert.include(shown.err, "--cursor 2")
})

it("SEC-2 --seen says which version was seen; none leaves it out", async () => {
  const { reach } = world()
  const { out } = await phakhi(["missions", "register", ...mission, "--json"], { reach })
  const { id } = JSON.parse(out)
  const begin = (...seen: ReadonlyArray<string>) =>
    phakhi(["missions", "begin-review", id, ...seen, "--json"], { reach })
  assert.deepInclude(JSON.parse((await begin("--seen", "none")).err), { code: "VersionMissing" })
  const stale = await begin("--seen", "7")
  assert.deepInclude(JSON.parse(stale.err), { code: "VersionStale", status: 412 })
  assert.strictEqual(stale.code, 5)
  assert.strictEqual((await begin("--seen", "soon")).code, 2)
  assert.strictEqual((await begin("--seen", "1")).code, 0)
})

it("SEC-2 the same --key happens once", async () => {
  const { reach } = world()
  const register = () => phakhi(["missions", "register", ...mission, "--key", "k1", "--json"], { reach })
  assert.deepStrictEqual(await register(), await register())
  const { out } = await phakhi(["missions", "list", "--json"], { reach })
  assert.strictEqual(JSON.parse(out).total, 1)
})

it("a record is shown with what may be done next, and what may not and by which rule", async () => {
  const { reach } = world()
  const { out } = await phakhi(["missions", "register", ...mission, "--json"], { reach })
  const { id } = JSON.parse(out)
  const shown = await phakhi(["missions", "get", id], { reach })
  assert.strictEqual(shown.code, 0)
  assert.include(shown.out, `ภารกิจ ${id} (รุ่น 1)`)
  assert.include(shown.out, "ศูนย์เด็กเล็ก")
  assert.match(shown.out, /ทำได้ตอนนี้.*missions begin-review.*ยังทำไม่ได้.*missions choose-way.*REV-10/su)
  const english = await phakhi(["missions", "get", id, "--lang", "en"], { reach })
  assert.include(english.out, "What cannot be done yet")
  const history = await phakhi(["missions", "history", id], { reach })
  assert.include(history.out, "ขึ้นทะเบียนภารกิจ")
  assert.match(history.out, /^รุ่น +เมื่อ +การดำเนินการ +โดย/u)
})

it("PER-1 indicators are scored beyond nine digits, by rising and falling levels", async () => {
  const indicator = uuid(1)
  const levels = ["12345678901", "9000000000", "6000000000", "3000000000", "0"]
  const input = {
    indicators: [
      {
        id: indicator,
        name: { th: "รายจ่าย" },
        unit: { th: "บาท" },
        weight: 10_000,
        scale: { _tag: "FiveLevel", levels },
        target: "3000000000"
      }
    ],
    results: [{ indicator, value: "4500000000" }]
  }
  const { code, err, out } = await phakhi(["kpi", "score", "--input", "-", "--json"], { stdin: JSON.stringify(input) })
  assert.strictEqual(code, 0, err)
  assert.strictEqual(JSON.parse(out).final, "3.5000")
})

it("rules are shown, and whatever needs no store opens none", async () => {
  const reach = () => {
    throw new Error("a store was opened")
  }
  const shown = await phakhi(["rules", "show", "PBC-7", "--json"], { reach })
  assert.deepInclude(JSON.parse(shown.out), { id: "PBC-7" })
  const listed = await phakhi(["rules", "list", "--search", "งวด"], { reach })
  assert.include(listed.out, "PBC-7")
  const unknown = await phakhi(["rules", "show", "PBC-99", "--json"], { reach })
  assert.deepStrictEqual([unknown.code, unknown.out], [6, ""])
  const drawn = await phakhi(["process", "diagram", "--model", "contracting"], { reach })
  assert.match(drawn.out, /^(?:flowchart|graph) /u)
})

it("PRO-1 an overlay is checked as the document that it is, and a bad one ends with 1", async () => {
  const overlay = {
    title: { th: "สามรอบ" },
    model: "contracting",
    edits: [{ _tag: "SetRounds", count: 3 }],
    waivers: []
  }
  const check = (given: object) =>
    phakhi(["process", "check", "--input", "overlay.json", "--json"], {
      files: { "overlay.json": JSON.stringify(given) }
    })
  const good = await check(overlay)
  assert.deepStrictEqual([good.code, JSON.parse(good.out)], [0, { sound: true, problems: [] }])
  assert.deepStrictEqual(await check({ overlay }), good)
  const bad = await check({ ...overlay, edits: [{ _tag: "SetRounds", count: 999 }] })
  assert.deepStrictEqual([bad.code, JSON.parse(bad.out).sound], [1, false])
})

it("an act without a way back is shown once more and asked for at a terminal, and in a script is not", async () => {
  const withdraw = ["organisations", "withdraw-mandate", uuid(5), "--mandate", uuid(6), "--reason", "เกษียณ"]
  const carriedOut = async (outside: object, ...more: ReadonlyArray<string>) => {
    const { reach, sent } = world()
    const { code, err } = await phakhi([...withdraw, ...more], { reach, ...outside })
    return { done: sent.length === 1, code, err }
  }
  const asked = await carriedOut({ answer: "ไม่" })
  assert.deepStrictEqual([asked.done, asked.code], [false, 1])
  for (const part of ["ยกเลิกแล้วต้องมอบอำนาจใหม่", "เกษียณ", uuid(5), "ทำต่อหรือไม่", "--yes"]) {
    assert.include(asked.err, part)
  }
  for (const answer of ["ใช่", "y", "YES"]) assert.isTrue((await carriedOut({ answer })).done, answer)
  assert.isTrue((await carriedOut({ answer: "" }, "--yes")).done)
  const script = await carriedOut({})
  assert.isTrue(script.done)
  assert.notInclude(script.err, "ทำต่อหรือไม่")
  const { reach, sent } = world()
  await phakhi(["missions", "register", ...mission], { reach, answer: "ไม่" })
  assert.lengthOf(sent, 1)
})

it("a list prints every page as CSV, in the language asked for", async () => {
  const { reach, sent } = world()
  for (const title of ["หนึ่ง", "สอง", "สาม"]) {
    await phakhi(["missions", "register", ...mission.with(1, title)], { reach })
  }
  sent.length = 0
  const { code, err, out } = await phakhi(["missions", "list", "--csv", "--limit", "2", "--lang", "en"], { reach })
  assert.deepStrictEqual([code, err], [0, ""])
  assert.lengthOf(sent, 2)
  const lines = out.split("\r\n")
  assert.lengthOf(lines, 5)
  assert.match(lines[0] ?? "", /^\uFEFFId,Title,/u)
  assert.match(lines[1] ?? "", /,Registered,Registered,/u)
})

it("help names the codes that a filter takes, and ends with a line to copy", async () => {
  const list = (await phakhi(["missions", "list", "--help"])).out
  assert.include(list, "Registered | UnderReview | Reviewed | WayChosen")
  for (const operation of offeredIn(catalogue)) {
    const { out } = await phakhi([nounOf(operation), verbOf(operation), "--help"])
    const example = out.trimEnd().split("\n").at(-1) ?? ""
    assert.include(example, `phakhi ${nounOf(operation)} ${verbOf(operation)}`)
    for (const { field, flags } of fieldsOf(operation.input).map((field) => ({ field, flags: kebab(field.name) }))) {
      const scalar = !["group", "list", "document", "facts"].includes(field.kind)
      if (field.required && scalar && field.name !== "id") assert.include(example, flags, operation.name)
      if (field.required && !scalar) assert.match(out, new RegExp(`# input\\.json: \\{.*"${field.name}":`, "u"))
    }
  }
})

it("the next page is asked for by the line that is printed", async () => {
  const { reach } = world()
  for (const title of ["หนึ่ง", "สอง", "สาม"]) {
    await phakhi(["missions", "register", ...mission.with(1, title)], { reach })
  }
  let line = ["missions", "list", "--limit", "1", "--data", "/some where"]
  for (const at of [1, 2]) {
    const { err } = await phakhi(line, { reach })
    const next = /phakhi (.*)$/mu.exec(err)?.[1] ?? ""
    assert.match(next, at === 1 ? /--data '\/some where'/u : /--data \/some/u)
    assert.lengthOf(next.match(/--cursor/gu) ?? [], 1)
    line = next.replace("'/some where'", "/some").split(" ")
  }
  const last = await phakhi(line, { reach })
  assert.strictEqual(last.code, 0)
  assert.notInclude(last.err, "--cursor")
})
