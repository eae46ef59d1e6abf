import type { Field } from "@phakhi/domain/kernel/Field"
import type { Locator, Page } from "@phakhi/testing/Browser"
import { formWords } from "../../src/forms/words.ts"

type Input = { readonly [name: string]: unknown }

export interface Filling {
  readonly page: Page
  readonly form: Locator
}

/** The form has no way to say this. */
export class NotOffered extends Error {}

const offered = async (control: Locator, what: string): Promise<Locator> => {
  if ((await control.count()) === 0) throw new NotOffered(`the form does not offer ${what}`)
  return control
}

/** Every control's id ends with its place in the input. */
const at = ({ form }: Filling, path: string): Locator => form.locator(`[id$="${path}"]`).first()

const fillDate = async (filling: Filling, path: string, iso: string): Promise<void> => {
  const [year = "", month = "", day = ""] = iso.split("-")
  const inputs = at(filling, path).locator("input")
  await inputs.nth(0).fill(String(Number(day)))
  await inputs.nth(1).fill(String(Number(month)))
  await inputs.nth(2).fill(String(Number(year) + 543))
}

/** Opens a list and waits until it shows what it has to choose from, or that there is nothing. */
const openList = async (filling: Filling, path: string): Promise<void> => {
  await at(filling, path).click()
  const nothing = filling.page.getByText(formWords.nothingFound.th, { exact: true })
  await filling.page.locator("[role=option]:visible").or(nothing).first().waitFor()
}

const pick = async (filling: Filling, path: string, label: string): Promise<void> => {
  await openList(filling, path)
  await (await offered(filling.page.getByRole("option", { name: label, exact: true }).first(), label)).click()
}

const pickRecord = async (filling: Filling, path: string, id: string): Promise<void> => {
  const control = at(filling, path)
  if ((await control.getAttribute("role")) !== "combobox")
    return (await offered(control.locator(`input[value="${id}"]`), id)).check()
  await openList(filling, path)
  await (await offered(filling.page.locator(`[role=option][value="${id}"]:visible`), id)).click()
}

const labelOf = ({ options = [] }: Field, value: unknown): string =>
  options.find((option) => option.value === value)?.label.th ?? String(value)

const fillChoice = async (filling: Filling, field: Field, path: string, value: unknown): Promise<void> => {
  const { kind, options = [] } = field
  // Which options fit can depend on what was filled in before.
  await filling.form.locator("[data-pending]").first().waitFor({ state: "detached" })
  if (options.length > (kind === "choice" ? 7 : 12)) return pick(filling, path, labelOf(field, value))
  const choice = filling.form.locator(`[id$="${path}"] input[value="${String(value)}"]`).first()
  await (await offered(choice, String(value))).check()
}

const fillRows = async (filling: Filling, field: Field, path: string, rows: ReadonlyArray<unknown>): Promise<void> => {
  const inPlan = filling.form.locator("[data-indicator]")
  if (field.name === "results" && (await inPlan.count()) > 0) {
    for (const row of rows as ReadonlyArray<{ readonly indicator: string; readonly value: string }>) {
      const result = filling.form.locator(`[data-indicator='${row.indicator}'] input`)
      await (await offered(result, row.indicator)).fill(row.value)
    }
    return
  }
  const add = at(filling, path).getByRole("button", { name: "เพิ่ม", exact: true }).last()
  const there = await filling.form.locator(`[id$="${path}"] > div > fieldset`).count()
  for (let last = there; last > rows.length; last--)
    await at(filling, `${path}-${last - 1}`)
      .locator("> button")
      .click()
  for (const [index, row] of rows.entries()) {
    if (index >= there) await add.click()
    await fill(filling, field.fields ?? [], row as Input, `${path}-${index}`)
  }
}

const fillField = async (filling: Filling, field: Field, value: unknown, path: string): Promise<void> => {
  switch (field.kind) {
    case "localized": {
      const { en, th } = value as { readonly th: string; readonly en?: string }
      await at(filling, `${path}-th`).fill(th)
      return at(filling, `${path}-en`).fill(en ?? "")
    }
    case "money":
      return at(filling, path).fill((value as { readonly amount: string }).amount)
    case "date":
      return fillDate(filling, path, String(value))
    case "period": {
      const { from, to } = value as { readonly from: string; readonly to: string }
      await fillDate(filling, `${path}-from`, from)
      return fillDate(filling, `${path}-to`, to)
    }
    case "flag":
      return at(filling, path).setChecked(value === true)
    case "choice":
      return fillChoice(filling, field, path, value)
    case "choices":
      for (const one of value as ReadonlyArray<unknown>) await fillChoice(filling, field, path, one)
      return
    case "reference":
      return pickRecord(filling, path, String(value))
    case "facts":
      for (const [name, said] of Object.entries(value as Input)) await at(filling, `${path}-${name}`).fill(String(said))
      return
    case "group":
      return fill(filling, field.fields ?? [], value as Input, path)
    case "list":
      return fillRows(filling, field, path, value as ReadonlyArray<unknown>)
    case "file":
      throw new NotOffered("the form takes a file, not what it is called")
    case "document":
      return at(filling, path).fill(JSON.stringify(value))
    default:
      return at(filling, path).fill(String(value))
  }
}

/** Types an input into the form of an operation, field by field, as a person would. */
export const fill = async (filling: Filling, fields: ReadonlyArray<Field>, input: Input, path = ""): Promise<void> => {
  for (const field of fields) {
    const value = input[field.name]
    if (value !== undefined) await fillField(filling, field, value, `${path}-${field.name}`)
  }
}
