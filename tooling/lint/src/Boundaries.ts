import { posix } from "node:path"
import type { Finding, Rule } from "./Finding.ts"
import type { Mention, SourceFile } from "./SourceFile.ts"

/** Each place in `packages/domain/src` may import the ones before it, and itself. */
export const capabilityOrder = [
  "kernel",
  "rules",
  "engine",
  "handbook",
  "processes",
  "parties",
  "missions",
  "models",
  "plans",
  "calls",
  "selection",
  "agreements",
  "committees",
  "delivery",
  "evaluation",
  "funding",
  "participation",
  "improvement",
  "partnerships",
  "catalogue.ts",
  "rendering",
  "replay",
  // Last, so that nothing of the program needs what is for tests.
  "testing"
] as const

/** The folder of every workspace package, by package name. */
export type Packages = ReadonlyMap<string, string>

const domain = "packages/domain/src/"
const adminMayImport = ["@phakhi/domain", "@phakhi/client"]
const nodeOnly = /^(?:node:|bun:|deno:)/
const ruleId = /^(?:MON|PBC|COL|GRA|COM|REV)-\d/

const isRelative = (specifier: string) => specifier.startsWith("./") || specifier.startsWith("../")
const packageName = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
const folderOf = (path: string) => path.split("/").slice(0, 2).join("/")
const isSource = (path: string) => path.split("/")[2] === "src"
const target = (file: SourceFile, specifier: string) => posix.join(posix.dirname(file.path), specifier)
const finding = (rule: Rule, file: SourceFile, at: Mention, message: string): Finding => ({
  rule,
  path: file.path,
  line: at.line,
  message
})

const capabilityOrderOf = (file: SourceFile): ReadonlyArray<Finding> => {
  if (!file.path.startsWith(domain)) return []
  const rank = (path: string) =>
    capabilityOrder.findIndex((place) => path === `${domain}${place}` || path.startsWith(`${domain}${place}/`))
  const isRoot = (path: string) => !path.slice(domain.length).includes("/")
  if (isRoot(file.path)) return []
  const own = rank(file.path)
  if (own === -1) {
    return [
      finding(
        "capability-order",
        file,
        { text: "", line: 1 },
        "this folder has no place in the order of capabilities; give it one in tooling/lint/src/Boundaries.ts"
      )
    ]
  }
  return file.imports.flatMap((mention) => {
    if (!isRelative(mention.text)) return []
    const path = target(file, mention.text)
    if (!path.startsWith(domain)) return []
    if (rank(path) !== -1 && rank(path) <= own) return []
    const below = rank(path) === -1 ? "the root of the package" : (capabilityOrder[rank(path)] ?? path)
    return [
      finding(
        "capability-order",
        file,
        mention,
        `${capabilityOrder[own]} must not import ${below}: take the fact as an argument of a type declared in ${capabilityOrder[own]}`
      )
    ]
  })
}

const domainPurityOf = (file: SourceFile): ReadonlyArray<Finding> =>
  file.path.startsWith(domain)
    ? [
        ...file.imports
          .filter(({ text }) => !isRelative(text) && packageName(text) !== "effect")
          .map((mention) =>
            finding(
              "domain-purity",
              file,
              mention,
              `packages/domain imports only effect and its own files, not ${mention.text}`
            )
          ),
        ...file.impureCalls.map((mention) =>
          finding(
            "domain-purity",
            file,
            mention,
            `${mention.text}: time and chance come in as arguments of the decision`
          )
        )
      ]
    : []

const moduleStateOf = (file: SourceFile): ReadonlyArray<Finding> =>
  file.path.startsWith(domain)
    ? file.state.map((mention) =>
        finding(
          "module-state",
          file,
          mention,
          `${mention.text}: a module of the domain holds nothing that changes; keep it in a service with a scope, or with the value it follows from`
        )
      )
    : []

const packageBorderOf =
  (packages: Packages) =>
  (file: SourceFile): ReadonlyArray<Finding> =>
    file.imports.flatMap((mention) => {
      const at = (message: string) => [finding("package-border", file, mention, message)]
      const own = folderOf(file.path)
      if (isRelative(mention.text)) {
        const path = target(file, mention.text)
        const leaves = folderOf(path) !== own
        return leaves && own.includes("/") && /^(?:packages|apps|tooling)\//.test(path)
          ? at(`import ${path} by the name of its package`)
          : leaves && path.startsWith("..")
            ? at("this import leaves the workspace")
            : []
      }
      if (nodeOnly.test(mention.text)) {
        return file.path.startsWith("apps/admin/src/") ? at("the admin runs in a browser") : []
      }
      const name = packageName(mention.text)
      const home = packages.get(name)
      if (home === undefined || home === own) return []
      if (mention.text.startsWith(`${name}/src/`)) return at(`${name} is reached through its exports, without /src/`)
      if (!isSource(file.path)) return []
      if (file.path.startsWith("apps/admin/") && !adminMayImport.includes(name)) {
        return at(`of the workspace the admin may import only ${adminMayImport.join(" and ")}`)
      }
      if (home.startsWith("tooling/") && !own.startsWith("tooling/")) return at("tooling is for tests and scripts only")
      if (home.startsWith("apps/") && own.startsWith("packages/")) return at("a package must not import an app")
      return []
    })

const ruleIdsOf = (file: SourceFile): ReadonlyArray<Finding> =>
  file.path.startsWith("apps/") && isSource(file.path) && !/\.test\.tsx?$/.test(file.path)
    ? file.strings
        .filter(({ text }) => ruleId.test(text))
        .map((mention) =>
          finding(
            "rule-id-in-app",
            file,
            mention,
            `"${mention.text}": an app renders what the domain decides, it does not compare rule ids`
          )
        )
    : []

export const check = (packages: Packages): ((file: SourceFile) => ReadonlyArray<Finding>) => {
  const borders = packageBorderOf(packages)
  return (file) => [
    ...capabilityOrderOf(file),
    ...domainPurityOf(file),
    ...moduleStateOf(file),
    ...borders(file),
    ...ruleIdsOf(file)
  ]
}
