import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { RuleId } from "../../src/rules/Catalogue.ts"

const root = fileURLToPath(new URL("../../../..", import.meta.url))
const paths = globSync(["*.md", "docs/**/*.md", "{packages,apps,tooling}/*/README.md", "{demo,tooling}/README.md"], {
  cwd: root
}).toSorted()
const pages = paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))

const prose = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, "")

const anchorsOf = (text: string): ReadonlyArray<string> =>
  Array.from(prose(text).matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-")
  )

const broken = (path: string, target: string): boolean => {
  const [file = "", anchor] = target.split("#")
  const full = file === "" ? join(root, path) : join(root, dirname(path), decodeURIComponent(file))
  if (!existsSync(full)) return true
  return anchor !== undefined && !anchorsOf(readFileSync(full, "utf8")).includes(decodeURIComponent(anchor))
}

const code = (text: string): ReadonlyArray<string> =>
  Array.from(prose(text).matchAll(/`([^`\n]+)`/g), ([, it = ""]) => it)

const looksLikePath = (text: string): boolean =>
  /^(?:packages|apps|tooling|docs|demo|\.ci|\.changeset)\/[\w./@-]+$/.test(text)

const operations = new Set(operationsOf(catalogue).map(({ name }) => name))
const nouns = new Set([...operations].map((name) => name.split(".")[0]))
const looksLikeOperation = (text: string): boolean =>
  /^[a-z-]+\.[a-z-]+$/.test(text) && nouns.has(text.split(".")[0]) && !/\.(?:md|ts|db|key|json)$/.test(text)

const prefixes = new Set(RuleId.literals.map((id) => id.slice(0, 4)))
const known = new Set<string>(RuleId.literals)

describe("what is written for people is true of the repository", () => {
  it("there are pages to read", () => expect(pages.length).toBeGreaterThan(5))

  it("every link leads somewhere", () => {
    const dead = pages.flatMap(({ path, text }) =>
      Array.from(prose(text).matchAll(/\]\(([^)\s]+)\)/g), ([, target = ""]) => target)
        .filter((target) => !/^(?:https?|mailto):/.test(target))
        .filter((target) => broken(path, target))
        .map((target) => `${path}: ${target}`)
    )
    expect(dead).toEqual([])
  })

  it("every path that is named is there", () => {
    const gone = pages.flatMap(({ path, text }) =>
      code(text)
        .filter(looksLikePath)
        .filter((named) => !existsSync(join(root, named)))
        .map((named) => `${path}: ${named}`)
    )
    expect(gone).toEqual([])
  })

  it("every operation that is named is in the catalogue", () => {
    const unknown = pages.flatMap(({ path, text }) =>
      code(text)
        .filter(looksLikeOperation)
        .filter((name) => !operations.has(name))
        .map((name) => `${path}: ${name}`)
    )
    expect(unknown).toEqual([])
  })

  it("every rule that is cited is in the catalogue", () => {
    const unknown = pages.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\b[A-Z]{3}-(?:[A-Z]\d*|\d+)[a-z]?(?![\w-])/g), ([id]) => id)
        .filter((id) => prefixes.has(id.slice(0, 4)) && !known.has(id))
        .map((id) => `${path}: ${id}`)
    )
    expect(unknown).toEqual([])
  })

  it("every script that is named is in the root manifest", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object }
    const unknown = pages.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/npx -y pnpm@12 ([a-z:]+)/g), ([, script = ""]) => script)
        .filter((script) => !(script in scripts) && !["install", "exec", "pack"].includes(script))
        .map((script) => `${path}: ${script}`)
    )
    expect(unknown).toEqual([])
  })
})
