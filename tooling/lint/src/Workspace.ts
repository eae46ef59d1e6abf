import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import { type Allowance, apply } from "./Allowances.ts"
import * as Boundaries from "./Boundaries.ts"
import * as Circles from "./Circles.ts"
import type { Finding } from "./Finding.ts"
import * as Manifests from "./Manifests.ts"
import { parse, type SourceFile } from "./SourceFile.ts"
import * as Wording from "./Wording.ts"

const skippedFolders = new Set(["node_modules", "dist", "coverage", ".git", ".turbo", ".phakhi"])
const skippedPaths = new Set(["tooling/lint/planted", "pnpm-lock.yaml", "LICENSE"])
const isCode = (path: string) => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path)
const isText = (path: string) =>
  isCode(path) || /\.(?:json|ndjson|ya?ml|md|css|html|sql|po|sh|txt|csv)$/.test(path) || !/\.\w+$/.test(path)

const filesUnder = (root: string, folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (skippedPaths.has(path)) return []
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesUnder(root, path)
    return entry.isFile() ? [path] : []
  })

const packagePaths = (files: ReadonlyArray<string>) =>
  files.filter((path) => /^(?:packages|apps|tooling)\/[^/]+\/package\.json$/.test(path))

export interface Report {
  readonly files: number
  readonly findings: ReadonlyArray<Finding>
}

export const inspect = (root: string, allowances: ReadonlyArray<Allowance>): Report => {
  const files = filesUnder(root, "").filter(isText)
  const read = (path: string) => readFileSync(join(root, path), "utf8")
  const manifests = packagePaths(files).map((path) => ({
    path,
    folder: posix.dirname(path),
    manifest: JSON.parse(read(path)) as Manifests.Manifest
  }))
  const boundaries = Boundaries.check(
    new Map(manifests.flatMap(({ folder, manifest }) => (manifest.name === undefined ? [] : [[manifest.name, folder]])))
  )
  const sources: Array<SourceFile> = []
  const findings = [
    ...manifests.flatMap(({ path, folder, manifest }) =>
      Manifests.check(path, manifest, existsSync(join(root, folder, "tsconfig.json")))
    ),
    ...(files.includes("pnpm-workspace.yaml")
      ? Manifests.checkCatalog("pnpm-workspace.yaml", read("pnpm-workspace.yaml"))
      : []),
    ...files.flatMap((path) => {
      const text = read(path)
      const wording = Wording.check(path, text)
      if (!isCode(path)) return wording
      const source = parse(path, text)
      if ("rule" in source) return [...wording, source]
      sources.push(source)
      return [...wording, ...boundaries(source)]
    }),
    ...Circles.check(sources)
  ]
  return { files: files.length, findings: apply(findings, allowances) }
}
