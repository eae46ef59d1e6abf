import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "@phakhi/testing/Browser"
import { freePort } from "@phakhi/testing/Port"

const api = fileURLToPath(new URL("../../../api/src/main.ts", import.meta.url))

export const demoPassword = "phakhi-demo-2569"

export interface Running {
  readonly origin: string
  readonly stop: () => Promise<void>
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.once("exit", () => resolve())
    server.kill("SIGTERM")
  })

/** The server with the built screens and the demonstration data, in a folder of its own. */
export const startDemo = async (): Promise<Running> => {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), "phakhi-admin-"))
  const origin = `http://localhost:${port}`
  let said = ""
  const server = spawn(process.execPath, [api, "demo", "--port", String(port), "--data", data], {
    stdio: ["ignore", "pipe", "pipe"]
  })
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
  }
  server.stdout.on("data", listen)
  server.stderr.on("data", listen)
  await new Promise<void>((resolve, reject) => {
    // It says its address when it answers.
    server.stdout.on("data", () => {
      if (said.includes(origin)) resolve()
    })
    server.once("close", () => reject(new Error(`the server did not start:\n${said}`)))
  })
  return {
    origin,
    stop: async () => {
      await ended(server)
      rmSync(data, { recursive: true, force: true })
    }
  }
}

/** A connection that was kept open may be closed by the server at the moment it is used again. */
export const maxRetries = 3

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>
const sessions = new Map<string, Cookies>()

/** Signs the page in without going through the screen; a password is checked once for each person. */
export const become = async (page: Page, origin: string, email: string, password = demoPassword): Promise<void> => {
  const known = sessions.get(`${origin} ${email}`)
  if (known !== undefined) return page.context().addCookies(known)
  const response = await page.request.post(`${origin}/api/auth/sign-in/email`, {
    headers: { origin },
    data: { email, password },
    maxRetries
  })
  if (!response.ok()) throw new Error(`${email} could not sign in: ${response.status()} ${await response.text()}`)
  sessions.set(`${origin} ${email}`, await page.context().cookies(origin))
}

interface Listed {
  readonly data: ReadonlyArray<{
    readonly id: string
    readonly status: string
    readonly title: { readonly th: string }
    readonly columns: { readonly [name: string]: unknown }
  }>
}

export const listOf = async (page: Page, origin: string, plural: string): Promise<Listed["data"]> =>
  ((await (await page.request.get(`${origin}/v1/${plural}?limit=100`, { maxRetries })).json()) as Listed).data

interface Viewed {
  readonly id: string
  readonly version: number
  readonly data: Record<string, unknown>
  readonly actions: ReadonlyArray<{
    readonly operation: string
    readonly allowed: boolean
    readonly target?: { readonly value: string | number }
    readonly refusal?: { readonly kind: string; readonly tag: string }
  }>
}

export const viewOf = async (page: Page, origin: string, plural: string, id: string): Promise<Viewed> =>
  (await (await page.request.get(`${origin}/v1/${plural}/${id}`, { maxRetries })).json()) as Viewed

/** Goes there as a link would, without loading the screens anew. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({}, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
  }, path)

/** Waits until the page is there, no part of it is still a placeholder, and no name is on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("h1").first().waitFor()
  await page.waitForFunction(() => document.querySelector(".mantine-Skeleton-root, [data-pending]") === null)
}
