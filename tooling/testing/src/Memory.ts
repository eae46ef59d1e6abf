import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { MemoryFS, PGlite, type PGliteOptions } from "@electric-sql/pglite"
import { cacheFolder, once } from "./Cache.ts"

const version = (): string => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  return JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8")).version
}

type Options = Omit<PGliteOptions, "dataDir" | "fs" | "loadDataDir">
type Migrate = (db: PGlite) => Promise<void>

/** Two of the three databases of a cluster are there to be copied from: nobody makes a further one here. */
const leaveOne = [
  "UPDATE pg_database SET datistemplate = false",
  "DROP DATABASE template0",
  "DROP DATABASE template1",
  "CHECKPOINT"
]

/** Making the first database of a cluster takes PGlite seconds; starting from a dump of one takes a fraction. */
const emptyCluster = async (): Promise<PGlite> => {
  const folder = await once(join(cacheFolder, `pglite-one-${version()}`), async (target) => {
    // Segments of the log are 16 MB otherwise, and are copied with the cluster each time.
    const db = await PGlite.create({ initDbStartParams: ["--wal-segsize=1"] })
    for (const statement of leaveOne) await db.query(statement)
    const dump = await db.dumpDataDir("none")
    await db.close()
    writeFileSync(join(target, "cluster.tar"), Buffer.from(await dump.arrayBuffer()))
  })
  return PGlite.create({ loadDataDir: new Blob([new Uint8Array(readFileSync(join(folder, "cluster.tar")))]) })
}

/** The folder of a database. */
interface Cluster {
  readonly folders: ReadonlyArray<string>
  readonly files: ReadonlyArray<readonly [path: string, content: Uint8Array]>
}

const home = "/pglite/data"

const copyOf = async (db: PGlite): Promise<Cluster> => {
  await db.query("CHECKPOINT")
  const { FS } = db.Module
  const folders: Array<string> = []
  const files: Array<readonly [string, Uint8Array]> = []
  const visit = (folder: string): void => {
    folders.push(folder)
    for (const name of FS.readdir(folder).filter((one: string) => one !== "." && one !== "..")) {
      const path = `${folder}/${name}`
      if (FS.isDir(FS.stat(path).mode)) visit(path)
      else files.push([path, FS.readFile(path)])
    }
  }
  visit(home)
  return { folders, files }
}

/** Begins as a copy. An archive, which the library can begin from, would be copied four times on its way. */
class Copied extends MemoryFS {
  readonly #cluster: Cluster
  constructor(cluster: Cluster) {
    super(home)
    this.#cluster = cluster
  }
  override async initialSyncFs(): Promise<void> {
    const FS = this.pg?.Module.FS
    for (const folder of this.#cluster.folders) FS?.mkdirTree(folder)
    for (const [path, content] of this.#cluster.files) FS?.writeFile(path, content)
  }
}

/** Made once in each process, by whoever asks first. */
const clusters = new Map<Migrate | undefined, Promise<Cluster>>()

const clusterOf = async (options: Options, migrate: Migrate | undefined): Promise<Cluster> => {
  const db = await (migrate === undefined ? emptyCluster() : freshPglite(options))
  try {
    await migrate?.(db)
    return await copyOf(db)
  } finally {
    await db.close()
  }
}

/** A PGlite of its own in memory: empty, or as `migrate` has left the first one. */
export const freshPglite = async (options: Options = {}, migrate?: Migrate): Promise<PGlite> => {
  const cluster = clusters.get(migrate) ?? clusterOf(options, migrate)
  clusters.set(migrate, cluster)
  return await PGlite.create({ ...options, fs: new Copied(await cluster) })
}
