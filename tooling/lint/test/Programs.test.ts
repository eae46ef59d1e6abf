import { globSync, readFileSync } from "node:fs"
import { posix } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { programs } from "../src/Programs.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

interface Config {
  readonly include: ReadonlyArray<string>
}

const included = (config: string): ReadonlyArray<string> => {
  const { include } = JSON.parse(readFileSync(`${root}${config}`, "utf8")) as Config
  return include.map((path) => posix.join(posix.dirname(config), path))
}

it("is every package checked by one of the programs, whole", () => {
  const checked = programs.flatMap(included)
  const packages = globSync("{packages,apps,tooling}/*/tsconfig.json", { cwd: root })
  expect(packages.length).toBeGreaterThan(10)
  expect(packages.flatMap(included).filter((path) => !checked.includes(path))).toEqual([])
})
