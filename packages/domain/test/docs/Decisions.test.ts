import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../../../..", import.meta.url))
const adrs = globSync("docs/adr/[0-9]*.md", { cwd: root })
  .toSorted()
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))

const sections = ["Drivers", "Options", "Outcome", "Consequences", "Probe"]

const sectionOf = (text: string, heading: string): string | undefined =>
  new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(text)?.[1]

describe("the records of decisions", () => {
  it("are numbered without a gap, in the file's name and in its title", () => {
    expect(adrs.length).toBeGreaterThan(0)
    adrs.forEach(({ path, text }, index) => {
      const number = String(index + 1).padStart(4, "0")
      expect(path).toMatch(new RegExp(`/${number}-[a-z0-9-]+\\.md$`))
      expect(text).toMatch(new RegExp(`^# ${number}\\. `))
    })
  })

  it("are all listed in docs/adr/README.md, by their titles", () => {
    const list = readFileSync(join(root, "docs/adr/README.md"), "utf8")
    const missing = adrs.filter(({ path, text }) => {
      const title = /^# \d{4}\. (.+)$/m.exec(text)?.[1]
      return !list.includes(`[${title}](${path.split("/").at(-1)})`)
    })
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it.each(sections)("say their %s", (heading) => {
    expect(adrs.filter(({ text }) => (sectionOf(text, heading) ?? "").trim() === "").map(({ path }) => path)).toEqual(
      []
    )
  })

  it("weigh at least two options in a table", () => {
    const rows = (text: string) => (sectionOf(text, "Options") ?? "").split("\n").filter((line) => line.startsWith("|"))
    const thin = adrs.filter(({ text }) => rows(text).length < 4)
    expect(thin.map(({ path }) => path)).toEqual([])
  })

  it("name a probe that is there", () => {
    const without = adrs.filter(({ text }) => {
      const probes = Array.from(
        (sectionOf(text, "Probe") ?? "").matchAll(/`([\w./-]+\.tsx?)`/g),
        ([, path = ""]) => path
      )
      return probes.length === 0 || !probes.every((path) => existsSync(join(root, path)))
    })
    expect(without.map(({ path }) => path)).toEqual([])
  })
})
