#!/usr/bin/env node
import { readFile } from "node:fs/promises"
import { enableCompileCache } from "node:module"
import { staticHelp } from "./StaticHelp.ts"

const askSecret = async (prompt: string): Promise<string | null> => {
  if (!process.stdin.isTTY) return null
  const { createInterface } = await import("node:readline/promises")
  const { Writable } = await import("node:stream")
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question("")
  } finally {
    terminal.close()
    process.stderr.write("\n")
  }
}

const ask = async (prompt: string): Promise<string> => {
  const { createInterface } = await import("node:readline/promises")
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(prompt)
  } finally {
    terminal.close()
  }
}

/** The standard input comes once only: what must be read again is kept in a file until this process ends. */
const keepStdin = async (): Promise<string> => {
  const [{ createWriteStream, mkdtempSync, rmSync }, { tmpdir }, { join }, { pipeline }] = await Promise.all([
    import("node:fs"),
    import("node:os"),
    import("node:path"),
    import("node:stream/promises")
  ])
  const folder = mkdtempSync(join(tmpdir(), "phakhi-"))
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, "stdin")
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }))
  return path
}

const openText = async (path: string): Promise<AsyncIterable<string>> => {
  const file = path === "-" ? await keepStdin() : path
  const { createReadStream } = await import("node:fs")
  const { open } = await import("node:fs/promises")
  const handle = await open(file)
  // A folder opens like a file, and says what it is only when it is read.
  await handle.read(new Uint8Array(1), 0, 1, 0).finally(() => handle.close())
  return {
    async *[Symbol.asyncIterator]() {
      const decoder = new TextDecoder()
      for await (const bytes of createReadStream(file)) yield decoder.decode(bytes, { stream: true })
      yield decoder.decode()
    }
  }
}

const args = process.argv.slice(2)
const help = staticHelp(args)
if (help !== undefined) {
  process.stdout.write(help)
} else {
  enableCompileCache()
  const stopping = new AbortController()
  process.once("SIGINT", () => stopping.abort())
  process.once("SIGTERM", () => stopping.abort())
  // A reader that has seen enough, such as head, is no reason to complain.
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1))
  const { run } = await import("./Program.ts")
  process.exitCode = await run(
    args,
    {
      out: (chunk) => void process.stdout.write(chunk),
      err: (chunk) => void process.stderr.write(chunk),
      env: process.env,
      columns: process.stdout.isTTY ? process.stdout.columns : undefined,
      watched: process.stderr.isTTY,
      readStdin: async () => (await import("node:stream/consumers")).text(process.stdin),
      readFile,
      openText,
      ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
      askSecret
    },
    { signal: stopping.signal }
  )
}
