import { expect, it } from "vitest"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { collaboration } from "../../src/processes/definitions/collaboration.ts"
import { commissioning } from "../../src/processes/definitions/commissioning.ts"
import { contracting } from "../../src/processes/definitions/contracting.ts"
import { grant } from "../../src/processes/definitions/grant.ts"
import type { RuleId } from "../../src/rules/Catalogue.ts"
import { allRules, type CatalogueRule } from "../../src/rules/Rules.ts"
import { chapterNames, documentNames } from "../../src/rules/Sources.ts"
import { asked, unseen } from "../rules/PassedOver.ts"
import { page, row } from "./Page.ts"

const definitions = [collaboration, grant, contracting, commissioning]

/** What cites the rule itself: processes by their steps and the facts that these ask for, operations, refusals. */
const citedBy = ({ id }: CatalogueRule): ReadonlyArray<string> => {
  const processes = definitions.filter(({ steps }) =>
    steps.some(({ completion, rule }) => {
      const facts = completion.by === "record" ? completion.facts : []
      return rule === id || facts.some((fact) => fact.rule === id)
    })
  )
  const operations = operationsOf(catalogue).filter(({ rules }) => rules.includes(id))
  const refusals = Object.entries(catalogue.refusals).filter(([, { rule }]) => rule === id)
  return [
    ...processes.map((each) => `process ${each.id}`),
    ...operations.map(({ name }) => `\`${name}\``),
    ...refusals.map(([tag]) => tag)
  ]
}

const line = (each: CatalogueRule): string => {
  const { enforced, id, source, strength, word = "", wording } = each
  const { chapter, document, page: printed = "" } = source
  return row(
    id,
    `${strength}${enforced ? " ‡" : ""}`,
    word,
    document,
    chapter === undefined ? "" : chapterNames[chapter].th,
    String(printed),
    wording.th,
    wording.en,
    [...new Set(citedBy(each))].join(", ")
  )
}

const whereAsked = (id: RuleId): string => {
  const places = asked.filter(({ rule }) => rule === id).map(({ at, name }) => `\`${at}\` \`${name}\``)
  return places.length > 0 ? places.join(", ") : (unseen[id] ?? "")
}

const families = Map.groupBy(allRules, ({ id }) => id.slice(0, 3))
const columns = ["rule", "strength", "word", "source", "chapter", "page", "ไทย", "English", "cited by"]

const rules = page(
  "Rules",
  `Every rule that the system knows, with its strength in the source's own word: *must* ต้อง, *should* ควร, *may* อาจ or
สามารถ; *own* is the project's decision where the sources are silent or unclear; *info* is what a source states without
such a word. ‡ marks what the system refuses and no agency can waive; a step carries the ‡ of a part of it. The Thai is
worded from the source's own terms, the English after the Thai.

${Object.entries(documentNames)
  .map(([document, { en, th }]) => `- **${document}** ${th} · ${en}`)
  .join("\n")}

The handbook's table of contents prints the pages on which its chapters begin (1, 6, 9, 28, 38, 47). The pages between are
worked out from where its text breaks off, and can be one off.`,
  ...[...families].map(([family, of]) => [
    `## ${family}`,
    "",
    row(...columns),
    row(...columns.map(() => "---")),
    ...of.map(line)
  ]),
  [
    "## Where a reason is asked for",
    "",
    "Whoever passes over a rule that says *should* gives a reason, which is kept with who gave it and when.",
    "",
    row("rule", "where its reason is asked for, or why the system does not see it passed over"),
    row("---", "---"),
    ...allRules.filter(({ strength }) => strength === "should").map(({ id }) => row(id, whereAsked(id)))
  ]
)

it("docs/rules.md is every rule with its strength, the source's word, chapter, page, wording and what cites it", () =>
  expect(rules).toMatchFileSnapshot("../../../../docs/rules.md"))

it("docs/rules.md has one line for each rule, and no cell breaks its table", () => {
  const [listed = ""] = rules.split("## Where")
  const lines = listed.split("\n").filter((text) => /^\| [A-Z]{3}-/.test(text))
  expect(lines.map((text) => text.split(" | ").length)).toEqual(allRules.map(() => columns.length))
})
