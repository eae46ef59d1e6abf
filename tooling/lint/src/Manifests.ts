import type { Finding } from "./Finding.ts"

export interface Manifest {
  readonly name?: string
  readonly license?: string
  readonly type?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const isPinnedElsewhere = (version: string) => version === "catalog:" || version.startsWith("workspace:")

export const check = (path: string, manifest: Manifest, hasTsconfig: boolean): ReadonlyArray<Finding> => {
  const at = (message: string): Finding => ({ rule: "manifest", path, line: 1, message })
  const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return [
    ...(manifest.license === "Apache-2.0" ? [] : [at("the licence is Apache-2.0")]),
    ...(manifest.type === "module" ? [] : [at("packages are ES modules")]),
    ...(manifest.name?.startsWith("@phakhi/") ? [] : [at("packages are named @phakhi/…")]),
    ...(hasTsconfig && manifest.scripts?.["typecheck"] === undefined
      ? [at("a package with a tsconfig.json has a script named typecheck")]
      : []),
    ...Object.entries(versions)
      .filter(([, version]) => !isPinnedElsewhere(version))
      .map(([name]) => at(`${name} is pinned in the catalog of pnpm-workspace.yaml, here it is "catalog:"`))
  ]
}

/** Every pin of the catalog is exact: no range, no tag. */
export const checkCatalog = (path: string, yaml: string): ReadonlyArray<Finding> => {
  const lines = yaml.split("\n")
  const start = lines.indexOf("catalog:")
  return lines.flatMap((text, index) => {
    const entry = start !== -1 && index > start ? /^ {2}(\S+): (.*)$/.exec(text) : null
    return entry !== null && !/^"?\d+\.\d+\.\d+(?:-[\w.-]+)?"?$/.test(entry[2] ?? "")
      ? [{ rule: "manifest" as const, path, line: index + 1, message: `${entry[1]} is not pinned exactly` }]
      : []
  })
}
