import { openPage, type Page } from "@phakhi/testing"
import { expect, it } from "vitest"
import { become, settled } from "./Server.ts"
import { stage } from "./Stage.ts"

const phrase = "วลียาวที่จำได้ง่าย 2569"

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(stage().server.origin + path)
  await settled(page)
}

const invited = async (page: Page, name: string, email: string, role: string): Promise<void> => {
  await go(page, "/accounts/new/accounts.invite")
  await page.getByRole("combobox", { name: "องค์กร" }).click()
  await page.getByRole("option", { name: "กรมกิจการเด็กและเยาวชน" }).first().click()
  await page.getByRole("checkbox", { name: "ผู้ดูแลระบบของภาคี", exact: true }).waitFor({ state: "detached" })
  await page.getByLabel("ชื่อ", { exact: true }).fill(name)
  await page.getByLabel("อีเมล").fill(email)
  await page.getByRole("checkbox", { name: role, exact: true }).check()
  await page.locator("[data-submit]").click()
  await page.getByRole("heading", { level: 1, name }).waitFor()
}

const linked = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "สร้างลิงก์" }).click()
  return page.locator("[data-invitation-link]").inputValue()
}

/** Sets a password behind a link, and is in. */
const entered = async (link: string): Promise<Page> => {
  const page = await openPage(stage().browser)
  await page.goto(link)
  await page.getByLabel("ตั้งรหัสผ่าน").first().fill(phrase)
  await page.getByLabel("พิมพ์รหัสผ่านอีกครั้ง").fill(phrase)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเข้าใช้" }).click()
  await page.getByRole("heading", { level: 1, name: "งานของฉัน" }).waitFor()
  return page
}

it.concurrent("SEC-9 whose roles rest after a link is shown, and another administrator confirms that they come back", async () => {
  const one = await openPage(stage().browser)
  await become(one, stage().server.origin, "admin@dcy.example.org")
  await invited(one, "เพื่อนร่วมงาน (สมมติ)", "colleague@dcy.example.org", "เจ้าหน้าที่โครงการ")
  const place = new URL(one.url()).pathname
  await invited(one, "ผู้ดูแลคนที่สอง (สมมติ)", "second@dcy.example.org", "ผู้ดูแลระบบของหน่วยงาน")
  const two = await entered(await linked(one))
  await go(one, place)
  expect(await one.locator("[data-operation='accounts.issue-link']").count()).toBe(1)
  const colleague = await entered(await linked(one))
  await one.locator("[data-resting]").getByText("เจ้าหน้าที่โครงการ").waitFor()
  await one.locator("[data-shut-operation='accounts.confirm-proposal']").waitFor({ state: "attached" })
  await colleague.locator("[data-no-roles]").waitFor()
  await go(two, place)
  await two.locator("[data-operation='accounts.confirm-proposal']").click()
  const form = two.locator("[data-form='accounts.confirm-proposal']")
  await form.getByText("คืนบทบาทหลังออกลิงก์เข้าใช้").waitFor()
  await form.locator("[data-submit]").click()
  await two.locator("[data-resting]").waitFor({ state: "detached" })
  await go(colleague, "/missions/new/missions.register")
  await colleague.locator("[data-form='missions.register']").waitFor()
  for (const page of [one, two, colleague]) await page.context().close()
})
