import { rm, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { nounOf, verbOf } from "@phakhi/domain/kernel/Operation"
import { catalogue, operationsOf } from "@phakhi/domain/operations/Catalogue"
import { build } from "esbuild"
import { run } from "../src/Program.ts"

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

await rm(at("../dist"), { recursive: true, force: true })
await build({
  entryPoints: [at("../src/main.ts")],
  outdir: at("../dist"),
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node24",
  minify: true,
  keepNames: true,
  legalComments: "none",
  logLevel: "warning",
  // It finds its own data beside itself.
  external: ["@electric-sql/pglite", "@electric-sql/pglite/*", "pg-native"],
  banner: {
    js: 'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);'
  }
})

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
    askSecret: () => Promise.resolve(null)
  })
  if (code !== 0) throw new Error(`phakhi ${path.join(" ")} --help ended with ${code}`)
  return text
}

/** Every path of the tree: the catalogue's, and what the program has beside it. */
const operations = operationsOf(catalogue)
const paths: ReadonlyArray<ReadonlyArray<string>> = [
  [],
  ...[...new Set(operations.map(nounOf))].map((noun) => [noun]),
  ...operations.map((operation) => [nounOf(operation), verbOf(operation)]),
  ...["run", "verify", "backup", "restore", "doctor", "keys"].map((word) => [word])
]

const help: Record<string, string> = {}
for (const path of paths) help[path.join(" ")] = await helpOf(path)
await writeFile(at("../dist/help.json"), JSON.stringify(help))
