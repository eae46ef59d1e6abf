import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { assert, it } from "@effect/vitest"
import { getRequestListener } from "@hono/node-server"
import { openBrowser, openPage } from "@phakhi/testing/Browser"
import { newSetupToken } from "../src/pages/Setup.ts"
import { password } from "./People.ts"
import { openWorld } from "./World.ts"

it("SEC-1 the first administrator fills in the form of the link in a browser", async () => {
  const setupToken = newSetupToken()
  const server = createServer(getRequestListener((request) => world.app.fetch(request)))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const world = await openWorld({ setupToken, url })
  const browser = await openBrowser()
  const page = await openPage(browser)
  await page.goto(`${url}/setup/${setupToken}`)
  await page.fill("[name=organisation]", "กรมจริง")
  await page.fill("[name=name]", "ผู้ดูแล")
  await page.fill("[name=email]", "first@example.go.th")
  await page.fill("[name=password]", password)
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.click("button")
  ])
  assert.strictEqual(answer.status(), 201)
  await page.getByRole("link", { name: "ลงชื่อเข้าใช้ · Sign in" }).waitFor()
  await browser.close()
  server.closeAllConnections()
  server.close()
  await world.close()
})
