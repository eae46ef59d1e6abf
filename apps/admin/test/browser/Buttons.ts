import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { Command } from "@phakhi/domain/engine/Operation"
import type { Locator, Page } from "@phakhi/testing/Browser"
import { areaOf } from "../../src/partnerships/areas.ts"

export const pluralOf = (record: string): string => readerOf(catalogue, record)?.type.plural ?? ""

/** Where the page of a record shows the buttons of an operation. */
export const pathOf = ({ name, record }: Pick<Command, "name" | "record">, id: string): string =>
  `/${pluralOf(record)}/${id}${record === "partnership" ? `?tab=${areaOf(name).id}` : ""}`

/** The button to an operation on the page at hand, past a menu if it hangs in one; nothing where there is none. */
export const buttonFor = async (
  page: Page,
  op: string,
  input: { readonly [name: string]: unknown }
): Promise<Locator | undefined> => {
  const values = Object.values(input).map(String)
  for (const button of await page.locator(`[data-operation='${op}']`).all()) {
    const target = (await button.getAttribute("data-target")) ?? ""
    if (target === "" || values.includes(target)) return button
  }
  const menu = page.locator(`[data-operation='${op}'][data-target='*']`).first()
  if ((await menu.count()) === 0) return undefined
  await menu.click()
  const items = values
    .filter((value) => /^[\w.-]+$/u.test(value))
    .map((value) => `[role=menuitem][data-operation='${op}'][data-target='${value}']`)
  await page.locator(`[role=menuitem][data-operation='${op}']`).first().waitFor()
  for (const item of items) if ((await page.locator(item).count()) > 0) return page.locator(item).first()
  await page.keyboard.press("Escape")
  return undefined
}
