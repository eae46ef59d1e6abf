import { spawn } from "node:child_process"

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts a program and collects what it writes. */
export const start = (
  script: string,
  args: ReadonlyArray<string>,
  { env = {}, input }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}
) => {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"], ...env },
    stdio: ["pipe", "pipe", "pipe"]
  })
  let out = ""
  let err = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk
  })
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk
  })
  child.stdin.end(input ?? "")
  const ended = new Promise<Ran>((done) => {
    child.on("close", (code) => done({ code, out, err }))
  })
  return { child, ended, written: () => ({ out, err }) }
}
