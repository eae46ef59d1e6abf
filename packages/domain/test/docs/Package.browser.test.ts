import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openBrowser, openPage } from "@phakhi/testing/Browser"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, it } from "vitest"
import { example, home } from "./Example.ts"

const folder = mkdtempSync(join(tmpdir(), "phakhi-package-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pnpm = (cwd: string, ...args: ReadonlyArray<string>): void => {
  const run = spawnSync("npx", ["-y", "pnpm@12", ...args], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32"
  })
  if (run.status !== 0) throw new Error(`pnpm ${args.join(" ")}\n${run.stdout}${run.stderr}`)
}

const { version } = JSON.parse(readFileSync(join(home, "node_modules/effect/package.json"), "utf8")) as {
  readonly version: string
}

/** An empty folder with nothing in it but what the README says to install. */
beforeAll(() => {
  pnpm(home, "pack", "--pack-destination", folder)
  const packed = readdirSync(folder).find((name) => name.endsWith(".tgz"))
  if (packed === undefined) throw new Error("nothing was packed")
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "elsewhere", private: true, type: "module" }))
  pnpm(folder, "add", "--prefer-offline", "--ignore-workspace", `./${packed}`, `effect@${version}`)
})

it("the packed package runs the example of the README on Node", () => {
  const run = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", example.code], {
    cwd: folder,
    encoding: "utf8"
  })
  expect(run.stderr).not.toMatch(/Error/)
  expect(run.stdout).toBe(example.prints)
})

it("the packed package runs the example of the README in a browser", async () => {
  const bundled = await build({
    stdin: { contents: example.code, loader: "ts", resolveDir: folder },
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false
  })
  const script = bundled.outputFiles[0]?.text ?? ""
  const server = createServer((request, response) => {
    const isScript = request.url === "/example.js"
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8")
    response.end(isScript ? script : '<!doctype html><script type="module" src="/example.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const browser = await openBrowser()
  try {
    const page = await openPage(browser)
    const said: Array<string> = []
    const failed: Array<string> = []
    page.on("console", (message) => said.push(`${message.text()}\n`))
    page.on("pageerror", ({ message }) => failed.push(message))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: "networkidle" })
    const lines = example.prints.trimEnd().split("\n").length
    await expect.poll(() => said.length + failed.length).toBeGreaterThanOrEqual(lines)
    expect(failed).toEqual([])
    expect(said.filter((line) => !line.startsWith("Failed to load resource")).join("")).toBe(example.prints)
  } finally {
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
  }
})
