import { spawnSync } from "node:child_process"
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { bundle } from "./Bundle.ts"

const here = fileURLToPath(new URL("..", import.meta.url))

const manifest = async (folder: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, "package.json"), "utf8"))

/** Packs the command line as `phakhi`, for any machine with Node.js and npm: the program in one, the embedded database beside it. */
export const pack = async (into: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "phakhi-pack-"))
  try {
    await bundle(join(folder, "dist"))
    await copyFile(join(here, "README.md"), join(folder, "README.md"))
    const { description, license, version } = await manifest(here)
    const { version: pglite } = await manifest(join(here, "node_modules/@electric-sql/pglite"))
    const packed = {
      name: "phakhi",
      version,
      description,
      license,
      type: "module",
      bin: { phakhi: "dist/main.js" },
      files: ["dist"],
      engines: { node: ">=24" },
      dependencies: { "@electric-sql/pglite": pglite }
    }
    await writeFile(join(folder, "package.json"), `${JSON.stringify(packed, null, 2)}\n`)
    await mkdir(into, { recursive: true })
    const { status, stderr, stdout } = spawnSync("npm", ["pack", "--silent", "--pack-destination", into], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32"
    })
    if (status !== 0) throw new Error(`npm pack ended with ${status}: ${stderr}`)
    return join(into, stdout.trim())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
