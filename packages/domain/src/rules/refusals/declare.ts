import type { Declaration, Fact, Facts, RefusalKind } from "../../kernel/Refusal.ts"
import type { RuleId } from "../Catalogue.ts"
import { word } from "../Words.ts"

/** The facts as they are spoken of: statuses, sides and roles by their words. */
const said = <F extends Facts>(facts: F, language: "th" | "en"): F =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]): [string, Fact] => [
      name,
      typeof fact === "string"
        ? word(fact, language)
        : Array.isArray(fact)
          ? fact.map((one) => word(one, language))
          : fact
    ])
  ) as F

/** States one refusal; the facts it needs are read off the parameters of its wordings. */
export const declare = <F extends Facts>(
  kind: RefusalKind,
  rule: RuleId,
  th: (facts: F) => string,
  en: (facts: F) => string
): Declaration<F> & { readonly rule: RuleId } => ({
  kind,
  rule,
  th: (facts) => th(said(facts, "th")),
  en: (facts) => en(said(facts, "en"))
})

export const list = (items: ReadonlyArray<string>): string => items.join(", ")
