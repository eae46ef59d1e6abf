/** One broken rule at one place. `path` is relative to the root of the workspace, with forward slashes. */
export interface Finding {
  readonly rule: Rule
  readonly path: string
  readonly line: number
  readonly message: string
}

export type Rule =
  | "syntax"
  | "capability-order"
  | "domain-purity"
  | "module-state"
  | "import-circle"
  | "package-border"
  | "rule-id-in-app"
  | "wording"
  | "manifest"
  | "stale-allowance"

export const render = (finding: Finding): string =>
  `${finding.path}:${finding.line}  ${finding.rule}  ${finding.message}`

export const lineAt = (text: string, offset: number): number => {
  let line = 1
  for (let i = text.indexOf("\n"); i !== -1 && i < offset; i = text.indexOf("\n", i + 1)) line++
  return line
}
