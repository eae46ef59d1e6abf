import { expectNoAxeViolations, openPage, type Page } from "@phakhi/testing"
import { describe, expect, it } from "vitest"
import { become, listOf, settled } from "./Server.ts"
import { stage } from "./Stage.ts"

const officer = "officer@dcy.example.org"

const pilotOf = async (page: Page): Promise<string> =>
  (await listOf(page, stage().server.origin, "partnerships")).find(({ title }) => title.th.includes("Inclusive Care"))
    ?.id ?? ""

/** What a person with the browser's console open would see in red. */
const complaintsOf = (page: Page): ReadonlyArray<string> => {
  const complaints: Array<string> = []
  page.on("console", (said) => {
    if (said.type() === "error") complaints.push(`${said.text()} ${said.location().url}`)
  })
  page.on("pageerror", ({ message }) => complaints.push(message))
  return complaints
}

describe.concurrent("SEC-2 names of what one may not see are not asked for", () => {
  it("so that the sign-in and ordinary pages say nothing in the console", async () => {
    for (const email of [undefined, officer, "editor@nicfd.example.org"]) {
      const page = await openPage(stage().browser)
      const complaints = complaintsOf(page)
      if (email !== undefined) await become(page, stage().server.origin, email)
      const record = email === undefined ? "" : `/partnerships/${await pilotOf(page)}`
      const paths =
        email === undefined ? ["/sign-in", "/missions"] : ["/", "/organisations", record, `${record}?tab=history`]
      for (const path of paths) {
        await page.goto(stage().server.origin + path)
        await settled(page)
        await page.waitForLoadState("networkidle")
      }
      expect(complaints, email ?? "nobody").toEqual([])
      await page.context().close()
    }
  })

  it("who acted on the other side is told by name and position", async () => {
    const page = await openPage(stage().browser)
    await become(page, stage().server.origin, officer)
    await page.goto(`${stage().server.origin}/partnerships/${await pilotOf(page)}?tab=history`)
    await settled(page)
    await page
      .getByText(/โดย ผู้ปฏิบัติงานของภาคี \(สมมติ\), ผู้จัดการโครงการ \(สมมติ\)/)
      .first()
      .waitFor()
    expect(await page.getByText(/โดย เจ้าหน้าที่โครงการ \(สมมติ\)/).count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

it.concurrent("the palette leads to a record, to a page and to an act on the record that is open; ? lists the shortcuts", async () => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, officer)
  await page.goto(`${stage().server.origin}/`)
  await settled(page)
  await page.keyboard.press("Control+KeyK")
  const palette = page.getByRole("dialog")
  await palette.getByRole("textbox").fill("Inclusive Care กับ")
  await palette.locator("[data-entry]", { hasText: "ศูนย์พัฒนาเด็กเล็ก" }).first().waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press("Enter")
  await page.locator("[data-record-id]").waitFor()
  await page.keyboard.press("Control+KeyK")
  await palette.getByRole("textbox").fill("attach evidence")
  await palette.locator("[data-entry^='evidence.attach']").waitFor()
  await page.keyboard.press("Enter")
  await page.locator("[data-form='evidence.attach']").waitFor()
  await page.keyboard.press("Escape")
  await page.locator("[data-form='evidence.attach']").waitFor({ state: "detached" })
  await page.locator("[data-palette-button]").click()
  await palette.getByRole("textbox").fill("กฎและที่มา")
  await palette.locator("[data-entry='/rules']").waitFor()
  await page.keyboard.press("Enter")
  await page.waitForURL("**/rules")
  await settled(page)
  await page.keyboard.press("Shift+Slash")
  await page.getByRole("heading", { name: "ปุ่มลัด" }).waitFor()
  await expectNoAxeViolations(page)
  await page.context().close()
})

it.concurrent("at most one button of a record is filled, and it is the next step", async () => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, "executive@dcy.example.org")
  const rows = await listOf(page, stage().server.origin, "partnerships")
  const waiting = rows.find(({ title }) => title.th.includes("พัฒนาทักษะเด็กออทิสติก"))
  for (const tab of ["overview", "agreement"]) {
    await page.goto(`${stage().server.origin}/partnerships/${waiting?.id}?tab=${tab}`)
    await settled(page)
    const filled = page.locator("main [data-operation][data-variant='filled']")
    await filled.first().waitFor()
    expect(await filled.evaluateAll((all) => all.map((button) => button.getAttribute("data-operation"))), tab).toEqual([
      "agreements.sign"
    ])
  }
  await page.context().close()
})
