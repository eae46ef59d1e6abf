import { nounOf, type Operation, verbOf } from "@phakhi/domain/kernel/Operation"

const acts =
  /^(sign|approve|disburse|pay|release|reverse|return|close|conclude|submit|accept|award|announce|publish|terminate|cancel|end|choose|adopt|begin|deactivate|withdraw|void|reconcile|audit|certify|finali[sz]e|revoke)/u

/** Acts that cannot be undone, or not quietly, are shown once more before they are sent. */
export const needsCheck = (operation: Pick<Operation, "name">): boolean =>
  acts.test(verbOf(operation)) || (nounOf(operation) === "evaluations" && verbOf(operation) === "record")

const corrections = /^(describe|change|set|give-roles|rate|revise|amend|edit|update|draft)/u

/** Operations that state anew what the record says already: their form begins with it. */
export const beginsWithRecord = (operation: Pick<Operation, "name">): boolean => corrections.test(verbOf(operation))
