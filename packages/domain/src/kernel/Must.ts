import { SchemaIssue } from "effect"

/** The words of a check that a value fails: English where Effect looks for it, Thai beside it. */
export const must = (th: string, en: string) => ({ message: en, messageThai: th })

/** The failure of a check whose words depend on the value. */
export const mustBe = (th: string, en: string): SchemaIssue.Issue => new SchemaIssue.InvalidValue(must(th, en))
