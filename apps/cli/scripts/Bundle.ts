import { mkdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { catalogue } from "@phakhi/domain/catalogue"
import { offeredIn } from "@phakhi/domain/engine/Catalogue"
import { nounOf, verbOf } from "@phakhi/domain/engine/Operation"
import { build } from "esbuild"
import { run } from "../src/Program.ts"

const helpOf = async (path: ReadonlyArray<string>): Promise<string> => {
  let text = ""
  const code = await run([...path, "--help"], {
    out: (chunk) => {
      text += chunk
    },
    err: (chunk) => process.stderr.write(chunk),
    env: {},
    columns: undefined,
    watched: false,
    readStdin: () => Promise.resolve(""),
    readFile: () => Promise.reject(new Error("help reads no file")),
    openText: () => Promise.reject(new Error("help reads no file")),
    askSecret: () => Promise.resolve(null)
  })
  if (code !== 0) throw new Error(`phakhi ${path.join(" ")} --help ended with ${code}`)
  return text
}

const operations = offeredIn(catalogue)

/** Every path of the tree that is asked for often: the catalogue's, and the single words beside it. */
const paths: ReadonlyArray<ReadonlyArray<string>> = [
  [],
  ...[...new Set(operations.map(nounOf))].map((noun) => [noun]),
  ...operations.map((operation) => [nounOf(operation), verbOf(operation)]),
  ...["keys", "run", "verify", "backup", "restore", "rotate-key", "doctor"].map((word) => [word])
]

/** Writes the program as a few files that start fast, with the help of every command beside them. */
export const bundle = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [fileURLToPath(new URL("../src/main.ts", import.meta.url))],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node24",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
    // It finds its own data beside itself.
    external: ["@electric-sql/pglite", "@electric-sql/pglite/*", "pg-native"],
    banner: {
      js: 'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);'
    }
  })
  const help: Record<string, string> = {}
  for (const path of paths) help[path.join(" ")] = await helpOf(path)
  await writeFile(join(folder, "help.json"), JSON.stringify(help))
}
