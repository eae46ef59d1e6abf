import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { kinds } from "../../src/kernel/Refusal.ts"

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), "utf8")

it("the README names every setting of the server, with its default", () => {
  const declared = Array.from(
    read("apps/api/src/server/Settings.ts").matchAll(/name: "([A-Z_]+)",\s*standard: "([^"]*)"/g),
    ([, name = "", standard = ""]) => `| \`${name}\` |${standard === "" ? " " : ` \`${standard}\` `}|`
  )
  expect(declared.length).toBeGreaterThan(5)
  const readme = read("README.md")
  expect(declared.filter((line) => !readme.includes(line))).toEqual([])
})

it("the README of the command line gives each kind of refusal the exit code that it has", () => {
  const words: Readonly<Record<keyof typeof kinds, string>> = {
    malformed: "malformed",
    oversize: "too large",
    unauthenticated: "not signed in",
    forbidden: "not permitted",
    missing: "missing",
    unseen: "unseen",
    stale: "stale",
    conflict: "conflict",
    rule: "a rule refuses it",
    busy: "busy",
    full: "disk is full"
  }
  const lines = read("apps/cli/README.md").split("\n")
  const wrong = Object.entries(words).filter(
    ([kind, word]) =>
      !lines.some((line) => line.startsWith(`| ${kinds[kind as keyof typeof kinds].exitCode} |`) && line.includes(word))
  )
  expect(wrong).toEqual([])
})
