import { fileURLToPath } from "node:url"
import { assert, it } from "@effect/vitest"
import { build } from "esbuild"
import { allRules } from "../../src/rules/Rules.ts"

it("what a browser loads to render every operation holds no rule's words: they come when asked for", async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/catalogue.ts", import.meta.url))],
    outdir: "out",
    bundle: true,
    splitting: true,
    format: "esm",
    charset: "utf8",
    external: ["effect", "effect/*"],
    metafile: true,
    write: false
  })
  const loadedWith = (path: string): ReadonlyArray<string> => [
    path,
    ...(metafile.outputs[path]?.imports ?? [])
      .filter(({ external, kind }) => external !== true && kind === "import-statement")
      .flatMap((each) => loadedWith(each.path))
  ]
  const names = Object.keys(metafile.outputs)
  const entry = names.filter((path) => path.endsWith("catalogue.js")).flatMap(loadedWith)
  const first = outputFiles.filter((_, index) => entry.includes(names[index] ?? "")).map(({ text }) => text)
  const all = outputFiles.map(({ text }) => text).join("\n")
  assert.isAbove(first.join("").length, 100_000)
  // A word or two of a short rule can be the name of a step; a whole sentence is not.
  const long = allRules.filter(({ wording }) => wording.th.length > 80)
  assert.isAbove(long.length, 100)
  for (const { id, wording } of long) {
    assert.include(all, wording.th, id)
    for (const text of first) assert.notInclude(text, wording.th, id)
  }
})
