import { expect, it } from "vitest"
import { sortKey } from "../../src/kernel/SortKey.ts"
import { term, termKeys } from "../../src/rules/Glossary.ts"
import { page, row } from "./Page.ts"

const terms = termKeys.map(term).toSorted((left, right) => (sortKey(left.th) < sortKey(right.th) ? -1 : 1))

const glossary = page(
  "Glossary",
  `The vocabulary of record, from \`packages/domain/src/rules/Glossary.ts\`, in the order of a Thai dictionary. The first two
columns are the words that Phakhi itself uses, in code, on screens and in documents. What is said otherwise for the same
thing, in sources or elsewhere, stands under *also*, and is not used. *Rule* is where the catalogue defines or first uses the term.`,
  [
    row("ไทย", "English", "also (ไทย)", "also (English)", "rule"),
    row("---", "---", "---", "---", "---"),
    ...terms.map(({ aliases, en, rule, th }) => row(th, en, aliases.th.join(", "), aliases.en.join(", "), rule ?? ""))
  ]
)

it("docs/glossary.md is the glossary of the rules", () =>
  expect(glossary).toMatchFileSnapshot("../../../../docs/glossary.md"))
