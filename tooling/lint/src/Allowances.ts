import type { Finding, Rule } from "./Finding.ts"

/** A place where a rule is broken on purpose. One that no longer breaks anything is itself a finding. */
export interface Allowance {
  readonly rule: Rule
  readonly path: string
  readonly reason: string
}

export const allowances: ReadonlyArray<Allowance> = []

export const apply = (findings: ReadonlyArray<Finding>, granted: ReadonlyArray<Allowance>): ReadonlyArray<Finding> => {
  const covers = (allowance: Allowance) => (found: Finding) =>
    allowance.rule === found.rule && allowance.path === found.path
  return [
    ...findings.filter((found) => !granted.some((allowance) => covers(allowance)(found))),
    ...granted
      .filter((allowance) => !findings.some(covers(allowance)))
      .map((allowance) => ({
        rule: "stale-allowance" as const,
        path: allowance.path,
        line: 1,
        message: `${allowance.rule} is allowed here, but nothing breaks it any more`
      }))
  ]
}
