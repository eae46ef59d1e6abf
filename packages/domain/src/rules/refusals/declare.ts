import type { Declaration, Facts, RefusalKind } from "../../kernel/Refusal.ts"
import type { RuleId } from "../Catalogue.ts"

/** States one refusal; the facts it needs are read off the parameters of its wordings. */
export const declare = <F extends Facts>(
  kind: RefusalKind,
  rule: RuleId,
  th: (facts: F) => string,
  en: (facts: F) => string
): Declaration<F> & { readonly rule: RuleId } => ({ kind, rule, th, en })

export const list = (items: ReadonlyArray<string>): string => items.join(", ")
