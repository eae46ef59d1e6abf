import { openPage, type Page } from "@phakhi/testing"
import { describe, expect, it } from "vitest"
import { become, follow, listOf, settled, viewOf } from "./Server.ts"
import { stage } from "./Stage.ts"

const tabs = ["process", "agreement", "plan", "delivery", "money", "evaluation", "evidence", "history"]

interface FoundButton {
  readonly operation: string
  readonly target: string
}

const buttonsOn = (page: Page): Promise<ReadonlyArray<FoundButton>> =>
  page.locator("[data-operation]").evaluateAll((elements) =>
    elements.map((element) => ({
      operation: element.getAttribute("data-operation") ?? "",
      target: element.getAttribute("data-target") ?? ""
    }))
  )

/** Goes there and waits until it is shown. */
const arrive = async (page: Page, path: string, arrived: string): Promise<void> => {
  await follow(page, path)
  await page.locator(arrived).first().waitFor()
}

/** The buttons on a record's page, over all of its tabs. */
const buttonsOf = async (page: Page, plural: string, id: string): Promise<ReadonlyArray<FoundButton>> => {
  if (plural !== "partnerships") {
    await arrive(page, `/${plural}/${id}`, `[data-record-id='${id}'] h1`)
    return await buttonsOn(page)
  }
  const found: Array<FoundButton> = []
  for (const tab of tabs) {
    await arrive(page, `/${plural}/${id}?tab=${tab}`, `[data-record-id='${id}'] [data-tab='${tab}']`)
    found.push(...(await buttonsOn(page)))
  }
  return found
}

const walk = async (email: string, plurals: ReadonlyArray<string>) => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, email)
  await page.goto(stage().server.origin)
  await settled(page)
  let buttons = 0
  let records = 0
  for (const plural of plurals) {
    for (const { id, title } of await listOf(page, stage().server.origin, plural)) {
      const { actions } = await viewOf(page, stage().server.origin, plural, id)
      const allowed = actions.filter((action) => action.allowed)
      const found = await buttonsOf(page, plural, id)
      for (const { operation, target } of found) {
        const behind = allowed.filter((action) => action.operation === operation)
        const aimed = target === "*" ? behind : behind.filter((action) => String(action.target?.value ?? "") === target)
        expect(aimed.length, `${email} on ${title.th}: ${operation} ${target}`).toBeGreaterThan(0)
      }
      const offered = new Set(found.map(({ operation }) => operation))
      for (const { operation } of allowed) expect(offered, `${email} on ${title.th}`).toContain(operation)
      buttons += found.length
      records++
    }
  }
  await page.context().close()
  return { buttons, records }
}

describe.concurrent("SEC-1 a page has a button for exactly what the record's actions allow", () => {
  it("on every record that a programme officer may read", async () => {
    const { buttons, records } = await walk("officer@dcy.example.org", [
      "missions",
      "partnerships",
      "organisations",
      "sources",
      "processes"
    ])
    expect(records).toBeGreaterThan(25)
    expect(buttons).toBeGreaterThan(50)
  })

  it.each([
    ["executive@dcy.example.org", ["partnerships"]],
    ["finance@dcy.example.org", ["partnerships", "sources"]],
    ["evaluator@dcy.example.org", ["partnerships"]],
    ["editor@nicfd.example.org", ["partnerships"]],
    ["admin@dcy.example.org", ["accounts"]]
  ])("on the records of %s", async (email, plurals) => {
    expect((await walk(email, plurals)).records).toBeGreaterThan(0)
  })
})
