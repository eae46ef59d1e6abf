import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const workspaceRoot = fileURLToPath(new URL("../../..", import.meta.url))

/** Everything that tests unpack or run stays in the clone, in a folder that Git and pnpm leave alone. */
export const cacheFolder = join(workspaceRoot, "node_modules", ".cache")

/** Makes `folder` once: processes that race for it each fill their own and the first to finish wins. */
export const once = async (folder: string, fill: (folder: string) => Promise<void>): Promise<string> => {
  if (existsSync(folder)) return folder
  const own = `${folder}.${process.pid}`
  rmSync(own, { recursive: true, force: true })
  mkdirSync(own, { recursive: true })
  try {
    await fill(own)
    renameSync(own, folder)
  } catch (cause) {
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}
