import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { PGlite, type PGliteOptions } from "@electric-sql/pglite"
import { cacheFolder, once } from "./Cache.ts"

const version = (): string => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  return JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8")).version
}

/** Making the first database of a cluster takes PGlite seconds; starting from a dump of one takes a fraction. */
const emptyCluster = async (): Promise<Blob> => {
  const folder = await once(join(cacheFolder, `pglite-small-${version()}`), async (target) => {
    // Segments of the log are 16 MB otherwise, and are unpacked with the cluster each time.
    const db = await PGlite.create({ initDbStartParams: ["--wal-segsize=1"] })
    const dump = await db.dumpDataDir("none")
    await db.close()
    writeFileSync(join(target, "cluster.tar"), Buffer.from(await dump.arrayBuffer()))
  })
  return new Blob([new Uint8Array(readFileSync(join(folder, "cluster.tar")))])
}

let empty: Promise<Blob> | undefined

/** A PGlite of its own in memory. */
export const freshPglite = async (options: Omit<PGliteOptions, "dataDir" | "loadDataDir"> = {}): Promise<PGlite> => {
  empty ??= emptyCluster()
  return await PGlite.create({ ...options, loadDataDir: await empty })
}
