import { readFileSync, statSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Browser, expectNoAxeViolations, openBrowser, openPage, screenshot } from "../src/index.ts"

const contentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
const server = createServer((request, response) => {
  const body =
    request.url === "/good"
      ? `<button>ลงนาม</button><time></time><script>document.title = "scripts run"</script>`
      : `<button></button><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy
  })
  response.end(`<!doctype html><html lang="th"><head><title>ภาคี</title></head><body><main>${body}</main></body></html>`)
})
let browser: Browser
let origin: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server.close()
})

describe("the browser of the tests", () => {
  it("keeps the page's content security policy", async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/good`)
    expect(await page.title()).toBe("ภาคี")
    await page.context().close()
  })

  it("finds no violation on an accessible page, under that policy", async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/good`)
    await expectNoAxeViolations(page)
    await page.context().close()
  })

  it("names the violations of an inaccessible page", async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/bad`)
    await expect(expectNoAxeViolations(page)).rejects.toThrow(/button-name[\s\S]*image-alt/)
    await page.context().close()
  })

  it("stands still at a given moment, in Bangkok and in the given language", async () => {
    const page = await openPage(browser, { at: new Date("2026-09-30T17:00:00Z"), language: "th", size: "phone" })
    await page.goto(`${origin}/good`)
    const seen = await page.evaluate(() => [
      new Date().toISOString(),
      new Intl.DateTimeFormat(navigator.language, { dateStyle: "long" }).format(new Date()),
      innerWidth
    ])
    expect(seen).toEqual(["2026-09-30T17:00:00.000Z", "1 ตุลาคม 2569", 390])
    await page.context().close()
  })

  it("takes pictures of at most 60 KB", async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/good`)
    const path = await screenshot(page, "harness")
    expect(statSync(path).size).toBeLessThanOrEqual(60 * 1024)
    expect(await sharp(readFileSync(path)).metadata()).toMatchObject({ format: "webp", width: 1280, height: 800 })
    await page.context().close()
  })
})
