import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import { describe, expect, it } from "vitest"
import { type Draft, draftOf } from "../../src/forms/Draft.ts"
import { merged } from "../../src/forms/Merging.ts"

/** A record that says something of every field, another thing for each `n`. */
const said = (fields: ReadonlyArray<Field>, n: number): Draft =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, n)]))

const valueOf = (field: Field, n: number): unknown => {
  const { fields = [], kind, options = [] } = field
  switch (kind) {
    case "localized":
      return { th: `ข้อความ ${n}` }
    case "money":
      return { amount: `${n}000.00`, currency: "THB" }
    case "date":
      return `2026-10-0${n}`
    case "period":
      return { from: `2026-10-0${n}`, to: `2027-09-0${n}` }
    case "flag":
      return n % 2 === 0
    case "choice":
      return options[n % options.length]?.value ?? `choice ${n}`
    case "choices":
      return options.slice(0, n).map(({ value }) => value)
    case "facts":
      return { vision: `ร่วมกัน ${n}` }
    case "group":
      return said(fields, n)
    case "list":
      return fields.length === 0 ? [`บรรทัด ${n}`] : [said(fields, n)]
    case "count":
      return n
    case "document":
      return { n }
    default:
      return `${n}`
  }
}

const forms = commandsOf(catalogue)
  .filter(({ restates }) => restates === true)
  .map(({ input, name }) => ({ name, fields: fieldsOf(input) }))

describe.each(forms)("in two tabs, $name", ({ fields }) => {
  const [first, second, third] = [1, 2, 3].map((n) => draftOf(fields, said(fields, n))) as [Draft, Draft, Draft]
  const isAnother = (name: string, one: Draft, other: Draft) =>
    JSON.stringify(one[name]) !== JSON.stringify(other[name])
  const changed = fields.filter(({ name }) => isAnother(name, first, second) && isAnother(name, first, third))

  it.each(changed.map(({ name }) => name))(
    "keeps what was typed in %s, and takes over what the other tab saved",
    (name) => {
      const { both, draft } = merged({ ...first, [name]: third[name] }, first, second)
      expect(draft).toEqual({ ...second, [name]: third[name] })
      const isThree = JSON.stringify(third[name]) !== JSON.stringify(first[name])
      const differs = JSON.stringify(third[name]) !== JSON.stringify(second[name])
      expect(both).toEqual(isThree && differs ? { [name]: second[name] } : {})
    }
  )

  it("says nothing of what the draft did not begin with", () => {
    expect(merged(third, {}, second)).toEqual({ draft: { ...second, ...third }, both: {} })
  })

  it("says nothing where the other tab did not touch what was typed", () => {
    const [name = ""] = changed.map((field) => field.name)
    const typed = { ...first, [name]: third[name] }
    expect(merged(typed, first, first)).toEqual({ draft: typed, both: {} })
  })
})
