import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { patienceOfOneWait } from "@phakhi/testing/Patience"
import { freePort } from "@phakhi/testing/Port"
import { type Place, sealKey } from "./Filled.ts"

const script = fileURLToPath(new URL("../../../apps/api/src/main.ts", import.meta.url))

export interface ApiProcess {
  readonly url: string
  readonly port: number
  readonly child: ChildProcess
  /** How long it took from the start of the process to its first answer. */
  readonly startMillis: number
  readonly said: () => string
  /** Settles when the process is gone. */
  readonly gone: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  readonly kill: (signal: NodeJS.Signals) => ApiProcess["gone"]
}

export const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

/** How a process finds the place and the port that it is to serve. */
export const environmentOf = ({ databaseUrl, folder }: Place, port: number): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  TMPDIR: process.env["TMPDIR"],
  PHAKHI_PORT: String(port),
  PHAKHI_DATA: folder,
  PHAKHI_SEAL_KEY: sealKey,
  PHAKHI_LOG: "warn",
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl })
})

/** Starts the server as people do, and waits until it answers. */
export const startApi = async (place: Place, settings: NodeJS.ProcessEnv = {}): Promise<ApiProcess> => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [script, "start"], {
    env: { ...environmentOf(place, port), ...settings },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let text = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk
    })
  }
  const gone: ApiProcess["gone"] = new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }))
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended at once:\n${text}`)
    const answered = await fetch(`${url}/readyz`).then(
      async (response) => {
        await response.arrayBuffer()
        return response.ok
      },
      () => false
    )
    if (answered) break
    if (performance.now() - began > patienceOfOneWait) {
      child.kill("SIGKILL")
      throw new Error(`the server does not answer:\n${text}`)
    }
    await pause(20)
  }
  return {
    url,
    port,
    child,
    startMillis: performance.now() - began,
    said: () => text,
    gone,
    kill: (signal) => {
      child.kill(signal)
      return gone
    }
  }
}
