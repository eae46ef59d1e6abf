import type { RuleId } from "../rules/Catalogue.ts"
import type { Act } from "./Process.ts"

/** Acts that no process can pass over, with the rule that stands behind each. */
export const enforcedActs: { readonly [A in Act]?: RuleId } = {
  "model-chosen": "MOD-2",
  "recipient-selected": "ACT-8",
  "agreement-signed": "COL-5b",
  "agreement-announced": "COL-5a",
  "money-committed": "MON-2",
  disbursement: "MON-3",
  "evaluation-accepted": "MON-3",
  "accounts-reconciled": "MON-6",
  "accounts-audited": "MON-6",
  "accounts-closed": "MON-6"
}
