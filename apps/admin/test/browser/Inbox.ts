import type { NotificationPage } from "@phakhi/client/Notifications"
import type { Page as Rows } from "@phakhi/domain/engine/EventStore"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import { openPage, type Page } from "@phakhi/testing"
import { patienceOfOneWait } from "@phakhi/testing/Patience"
import { describe, expect, it } from "vitest"
import { become, maxRetries, settled, viewOf } from "./Server.ts"
import { stage } from "./Stage.ts"

const first = "finance@dcy.example.org"
const second = "finance2@dcy.example.org"

const signedIn = async (email: string, path: string): Promise<Page> => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, email)
  await go(page, path)
  return page
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(stage().server.origin + path)
  await settled(page)
}

const answer = async <A>(page: Page, path: string): Promise<A> =>
  (await (await page.request.get(stage().server.origin + path, { maxRetries })).json()) as A

const tasksOf = async (page: Page): Promise<ReadonlyArray<TaskRow>> =>
  (await answer<Rows<TaskRow>>(page, "/v1/tasks?limit=100")).data

const toldOf = async (page: Page): Promise<NotificationPage["data"]> =>
  (await answer<NotificationPage>(page, "/v1/notifications?limit=100")).data

const approval = "disbursements.approve"

describe("what waits", () => {
  it("SEP-1 is told to the second finance officer once the first has prepared it, and is gone once it is approved", async () => {
    const preparing = await signedIn(first, "/")
    const [task] = (await tasksOf(preparing)).filter(({ operation }) => operation === "disbursements.prepare")
    if (task === undefined) throw new Error("the demonstration has a tranche that can be paid")
    const approving = await signedIn(second, "/")
    const before = await tasksOf(approving)
    await preparing.locator("[data-task='disbursements.prepare'] a").click()
    const form = preparing.locator("[data-form='disbursements.prepare']")
    await form.locator(".amount-input input").first().fill("1000")
    for (const text of await form.locator("input[type=text]:not([inputmode]), textarea").all()) {
      if ((await text.inputValue()) === "") await text.fill("ลองจ่าย")
    }
    await form.locator("[data-submit]").click()
    await form.waitFor({ state: "detached" })
    const { actions } = await viewOf(preparing, stage().server.origin, "partnerships", task.id)
    expect(actions.find(({ operation }) => operation === approval)?.allowed).toBe(false)

    const opened = (await tasksOf(approving)).filter(
      ({ id, operation, target }) =>
        operation === approval && !before.some((known) => known.id === id && known.target?.value === target?.value)
    )
    expect(opened).toHaveLength(1)
    const [approve] = opened
    await expect
      .poll(async () => (await toldOf(approving)).map(({ target }) => target?.value), { timeout: patienceOfOneWait })
      .toContain(approve?.target?.value)
    await go(approving, "/")
    await approving.locator(`[data-task='${approval}']`).first().waitFor()
    const unread = Number(await approving.locator("[data-bell]").getAttribute("data-bell"))
    expect(unread).toBeGreaterThan(0)
    expect(await approving.locator("[data-bell]").getAttribute("aria-label")).toContain(`${unread} รายการยังไม่อ่าน`)
    await approving.locator("[data-bell]").click()
    await approving.waitForURL("**/notifications")
    await approving.locator(`[data-told] a[href*='${approve?.target?.value}']`).click()
    await approving.locator(`[data-submit='${approval}']`).click()
    await approving.locator(`[data-form='${approval}']`).waitFor({ state: "detached" })
    expect(new URL(approving.url()).search).not.toContain("act=")
    expect(await approving.locator("[data-not-opened]").count()).toBe(0)
    expect((await tasksOf(approving)).some(({ target }) => target?.value === approve?.target?.value)).toBe(false)
    expect(
      (await toldOf(approving)).find(({ target }) => target?.value === approve?.target?.value)?.readAt
    ).not.toBeNull()

    await go(approving, `/partnerships/${task.id}?act=${approval}&part=${approve?.target?.value}`)
    await approving.locator(`[data-not-opened='${approval}']`).waitFor()
    expect(await approving.locator("[data-form]").count()).toBe(0)
    await preparing.context().close()
    await approving.context().close()
  })

  it("of others is told with who they are, and leads to the record, not to a form", async () => {
    const page = await signedIn("officer@dcy.example.org", "/")
    await page.getByText("รอผู้อื่น", { exact: true }).click()
    await page.waitForURL("**/?of=others")
    const waited = page.locator("[data-waited]")
    await waited.first().waitFor()
    expect(await waited.first().textContent()).toMatch(/^ผู้ที่ต้องทำ: .+ – .+$/u)
    await page.locator("[data-task] a").first().click()
    await page.locator("[data-record-id]").waitFor()
    expect(await page.locator("[data-form]").count()).toBe(0)
    await page.context().close()
  })

  it("that is late says so by a word, and can be asked for alone", async () => {
    const page = await signedIn("officer@dcy.example.org", "/")
    await page.getByLabel("เฉพาะที่เกินกำหนด").check()
    await page.waitForURL("**/?late=true")
    await settled(page)
    const late = (await answer<Rows<TaskRow>>(page, "/v1/tasks?late=true")).data
    expect(await page.locator("[data-task]").count()).toBe(late.length)
    expect(await page.locator("[data-task]", { hasText: "เกินกำหนด" }).count()).toBe(late.length)
    await page.context().close()
  })
})

describe("a list", () => {
  it("PRO-2 shows what is late by a word, and can be asked for it alone", async () => {
    const page = await signedIn("officer@dcy.example.org", "/partnerships")
    await page.getByRole("button", { name: "ใช้ตัวกรอง" }).click()
    await page.getByLabel("เฉพาะที่เกินกำหนด").check()
    await page.waitForURL(/\/partnerships\?late=/u)
    await settled(page)
    const late = (await answer<Rows<{ readonly late: boolean }>>(page, "/v1/partnerships?late=true")).data
    expect(late.length).toBeGreaterThan(0)
    expect(late.every((row) => row.late)).toBe(true)
    expect(await page.locator("tbody tr").count()).toBe(late.length)
    expect(await page.locator("tbody [data-late='true']", { hasText: "เกินกำหนด" }).count()).toBe(late.length)
    await page.context().close()
  })
})

describe("the notifications", () => {
  it("are marked one by one or all at once, and each marking can be taken back", async () => {
    const page = await signedIn("executive@dcy.example.org", "/notifications")
    const unread = page.locator("[data-told][data-unread='true']")
    const before = await unread.count()
    expect(before).toBeGreaterThan(1)
    await page.locator("[data-mark]").first().click()
    await page.locator("[data-undo]").waitFor()
    await expect.poll(() => unread.count()).toBe(before - 1)
    await page.locator("[data-mark-all]").click()
    await expect.poll(() => unread.count()).toBe(0)
    expect(await page.locator("[data-bell]").getAttribute("data-bell")).toBe("0")
    await page.locator("[data-undo]").click()
    await expect.poll(() => unread.count()).toBe(before - 1)
    await page.getByLabel("เฉพาะที่ยังไม่อ่าน").check()
    await page.waitForURL("**/notifications?unread=true")
    await expect.poll(() => page.locator("[data-told]").count()).toBe(before - 1)
    await page.context().close()
  })

  it("are mailed and muted as one chooses, and the settings say that there is no mail server", async () => {
    const page = await signedIn("evaluator@dcy.example.org", "/notifications/settings")
    await page.locator("[data-no-mail-server]").waitFor()
    await page.getByLabel("ไม่รับอีเมล").check()
    await page.getByLabel("ใกล้ครบกำหนด").uncheck()
    await page.locator("[data-save]").click()
    await page.getByText("ตั้งค่าการแจ้งเตือน").nth(1).waitFor()
    await go(page, "/notifications/settings")
    expect(await page.getByLabel("ไม่รับอีเมล").isChecked()).toBe(true)
    expect(await page.getByLabel("ใกล้ครบกำหนด").isChecked()).toBe(false)
    expect(await page.getByLabel("เกินกำหนด").isChecked()).toBe(true)
    await page.context().close()
  })
})
