import { codeAt, stepAt } from "@phakhi/identity/Totp"
import { expectNoAxeViolations, openPage, type Page } from "@phakhi/testing"
import { expect, it } from "vitest"
import { become, demoPassword, settled } from "./Server.ts"
import { stage } from "./Stage.ts"

const email = "auditor@area.example.org"

const enter = async (page: Page, code?: string): Promise<void> => {
  await page.goto(`${stage().server.origin}/sign-in?next=/me`)
  await page.fill("#email", email)
  await page.fill("#password", demoPassword)
  await page.locator("button[type=submit]").click()
  if (code === undefined) return
  await page.locator("#code").fill(code)
  await page.locator("button[type=submit]").click()
}

it.concurrent("SEC-1 one sets up a second factor, comes in with it, sees who came in, ends other sessions and removes it", async () => {
  const page = await openPage(stage().browser)
  await enter(page)
  await page.getByRole("heading", { level: 1, name: "บัญชีของฉัน" }).waitFor()
  const factor = page.getByRole("region", { name: "การยืนยันสองขั้น" })
  await factor.getByLabel("รหัสผ่านปัจจุบัน").fill(demoPassword)
  await factor.getByRole("button", { name: "ตั้งการยืนยันสองขั้น" }).click()
  const secret = await factor.locator("[data-secret]").inputValue()
  await factor.getByRole("img", { name: "คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน" }).waitFor()
  await expectNoAxeViolations(page)
  await factor.getByLabel("รหัส 6 หลักจากแอป").fill("000000")
  await factor.getByRole("button", { name: "ยืนยัน", exact: true }).click()
  await factor.getByRole("alert").waitFor()
  await factor.getByLabel("รหัส 6 หลักจากแอป").fill(codeAt(secret, stepAt(Date.now())))
  await factor.getByRole("button", { name: "ยืนยัน", exact: true }).click()
  await factor.locator("[data-recovery-codes]").waitFor()
  const codes = await factor.locator("[data-recovery-codes] li").allInnerTexts()
  expect(codes).toHaveLength(10)
  await factor.getByRole("button", { name: "เก็บรหัสสำรองแล้ว" }).click()

  const there = await openPage(stage().browser, { size: "phone" })
  await enter(there, "000000")
  await there.getByRole("alert").waitFor()
  await expectNoAxeViolations(there)
  // The code of the moment may have served to set it up.
  await there.locator("#code").fill(codeAt(secret, stepAt(Date.now()) + 1))
  await there.locator("button[type=submit]").click()
  await there.getByRole("heading", { level: 1, name: "บัญชีของฉัน" }).waitFor()

  await page.reload()
  await settled(page)
  await page.locator("[data-sign-ins]").getByText("รหัสยืนยันไม่ถูกต้อง").waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "ยุติรายการอื่นทั้งหมด" }).click()
  await page.getByRole("button", { name: "ยุติรายการอื่นทั้งหมด" }).waitFor({ state: "detached" })
  await there.reload()
  await there.locator("#password").waitFor()

  await factor.getByLabel("รหัสผ่านปัจจุบัน").fill(demoPassword)
  await factor.getByLabel("รหัส 6 หลักจากแอป หรือรหัสสำรอง").fill(codes[0]?.trim() ?? "")
  await factor.getByRole("button", { name: "ยกเลิกการยืนยันสองขั้น" }).click()
  await factor.getByRole("button", { name: "ตั้งการยืนยันสองขั้น" }).waitFor()
  for (const one of [page, there]) await one.context().close()
})

it.concurrent("SEC-1 an administrator sees who of the organisation signed in", async () => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, "admin@dcy.example.org")
  await page.goto(`${stage().server.origin}/sign-ins`)
  await settled(page)
  await page.locator("[data-sign-ins]").getByText("เข้าใช้แล้ว").first().waitFor()
  await expectNoAxeViolations(page)
  await page.context().close()
})
