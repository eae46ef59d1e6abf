import { type ChildProcess, spawn } from "node:child_process"
import { chownSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "./Port.ts"
import { assertComplete, choosePlace } from "./PostgresBinaries.ts"

export interface Cluster {
  /** Of the database `postgres`, as a superuser. */
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

export interface ClusterOptions {
  /** Wait for the disk as a server in production does; for measurements and for killing the server itself. */
  readonly durable?: boolean
  readonly settings?: Readonly<Record<string, string>>
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })

const collect = (child: ChildProcess) => {
  const lines: Array<string> = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => lines.push(String(chunk)))
  return lines
}

/** Starts a real PostgreSQL 18 from npm on a free port, with a folder of its own that is gone after `stop`. */
export const startPostgres = async (options: ClusterOptions = {}): Promise<Cluster> => {
  const { account, bin, folder, remove } = choosePlace()
  const data = join(folder, "data")
  const spawned = (name: string, args: ReadonlyArray<string>) =>
    spawn(join(bin, name), args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      ...account
    })
  try {
    assertComplete(bin)
    mkdirSync(data, { mode: 0o700 })
    if (account !== undefined) chownSync(data, account.uid, account.gid)
    // The built-in locale sorts alike on every machine. Trigrams ask the C library what a letter is, Thai ones too.
    const letters = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"
    const provider = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    const locale = ["--encoding=UTF8", ...provider, `--lc-ctype=${letters}`]
    const init = spawned("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", ...locale])
    const initLog = collect(init)
    if ((await ended(init)) !== 0) throw new Error(`initdb failed:\n${initLog.join("")}`)

    const port = await freePort()
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: "300",
      ...(options.durable === true ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
      ...options.settings
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
    const server = spawned("postgres", ["-D", data, "-p", String(port), ...flags])
    const log = collect(server)
    const gone = ended(server)
    await new Promise<void>((resolve, reject) => {
      server.stderr?.on("data", () => {
        if (log.join("").includes("ready to accept connections")) resolve()
      })
      gone.then(() => reject(new Error(`PostgreSQL did not start:\n${log.join("")}`)), reject)
    })
    const onExit = () => {
      server.kill("SIGQUIT")
      remove()
    }
    process.once("exit", onExit)
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      pid: server.pid ?? 0,
      stop: async () => {
        process.off("exit", onExit)
        server.kill("SIGINT")
        await gone
        remove()
      }
    }
  } catch (cause) {
    remove()
    throw cause
  }
}
