import { createHash } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A folder of its own that is gone afterwards. */
export const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "phakhi-faults-"))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every file under a folder with its size and digest. */
export const contentsOf = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const contents = new Map<string, string>()
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name)
    if (!(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    contents.set(name, `${bytes.byteLength} ${createHash("sha256").update(bytes).digest("hex")}`)
  }
  return contents
}
