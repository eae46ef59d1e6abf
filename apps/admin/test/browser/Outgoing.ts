import { expectNoAxeViolations, openPage, type Page, screenshot } from "@phakhi/testing"
import { patienceOfOneWait } from "@phakhi/testing/Patience"
import { expect, it } from "vitest"
import { become, settled } from "./Server.ts"
import { stage } from "./Stage.ts"

const administrator = "admin@dcy.example.org"
const officer = "officer@dcy.example.org"
/** Nobody is there, and no network is asked. */
const address = "https://hooks.invalid/phakhi"

const registerMission = async (): Promise<void> => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, officer)
  const data = { title: { th: "ภารกิจที่แจ้งออก" }, purpose: "บริการ", provinces: [], routine: false }
  expect((await page.request.post(`${stage().server.origin}/v1/missions`, { data })).status()).toBe(201)
  await page.context().close()
}

const totalFailed = async (page: Page): Promise<number> => {
  const response = await page.request.get(`${stage().server.origin}/v1/failed-messages`)
  return ((await response.json()) as { readonly total: number }).total
}

it("SEC-7 an administrator adds an endpoint, sees its secret once, what was sent, and what could not be", async () => {
  const { browser, server } = stage()
  const page = await openPage(browser)
  await become(page, server.origin, administrator)
  await page.goto(`${server.origin}/webhooks`)
  await settled(page)
  await page.getByLabel("ชื่อปลายทาง").fill("ระบบสารบรรณ")
  await page.getByLabel("ที่อยู่ (https)").fill("https://10.0.0.8/hook")
  await page.getByRole("button", { name: "เพิ่มปลายทาง" }).click()
  await page.getByRole("alert").getByText("เครือข่ายภายใน").waitFor()
  await page.getByLabel("ที่อยู่ (https)").fill(address)
  await page.getByRole("button", { name: "เพิ่มปลายทาง" }).click()
  expect(await page.locator("[data-secret]").inputValue()).toMatch(/^whsec_/u)
  await page.getByText(address).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, "admin-webhooks")

  await registerMission()
  const log = page.getByRole("button", { name: "ประวัติการส่ง ระบบสารบรรณ" })
  const row = page.getByRole("dialog").getByText("mission.registered")
  await expect
    .poll(
      async () => {
        await page.reload()
        await log.click()
        await page.getByRole("dialog").locator("table, p:not(:empty)").first().waitFor()
        return row.count()
      },
      { timeout: patienceOfOneWait }
    )
    .toBe(1)
  expect(await page.locator("[data-secret]").count()).toBe(0)
  await expectNoAxeViolations(page)
  await screenshot(page, "admin-webhook-deliveries")
  await page.getByRole("button", { name: "ปิด", exact: true }).click()

  await page.getByRole("button", { name: "ปิดใช้ ระบบสารบรรณ" }).click()
  await page.getByRole("button", { name: "เปิดใช้ ระบบสารบรรณ" }).waitFor()
  await expect.poll(() => totalFailed(page), { timeout: patienceOfOneWait }).toBe(1)
  await page.goto(`${server.origin}/failed-messages`)
  await page.getByText("ปลายทางปิดอยู่").waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, "admin-failed-messages")
  await page.getByRole("button", { name: "ส่งอีกครั้ง" }).click()
  await page.getByRole("alert").getByText("เปิดใช้ก่อน").waitFor()

  await page.goto(`${server.origin}/webhooks`)
  await page.getByRole("button", { name: "ลบ ระบบสารบรรณ" }).click()
  await page.getByRole("button", { name: "ยืนยันลบพร้อมประวัติการส่ง" }).click()
  await page.getByText("ยังไม่มีปลายทาง").waitFor()
  await page.context().close()
})
