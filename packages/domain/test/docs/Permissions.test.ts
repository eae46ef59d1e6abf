import { expect, it } from "vitest"
import { catalogue, recordTypes } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import type { Operation } from "../../src/engine/Operation.ts"
import { type Grant, Role, type Scope } from "../../src/kernel/Actor.ts"
import { page, row } from "./Page.ts"

const letters: Readonly<Record<Scope, string>> = {
  any: "✱",
  "own-agency": "A",
  "own-organisation": "O",
  assigned: "S",
  public: "P"
}

const headings: Readonly<Record<Role, string>> = {
  "programme-officer": "officer",
  executive: "executive",
  finance: "finance",
  evaluator: "evaluator",
  auditor: "auditor",
  "agency-administrator": "administrator",
  "partner-editor": "partner editor",
  "partner-signatory": "partner signatory",
  "panel-member": "panel member",
  "third-party": "third party",
  public: "everyone"
}

const cell = (allow: ReadonlyArray<Grant>, role: Role): string =>
  [...new Set(allow.filter((grant) => grant.role === role).map(({ scope }) => letters[scope]))].join(" ")

const operations = operationsOf(catalogue)

const line = ({ allow, name, summary }: Operation): string =>
  row(`\`${name}\``, `${summary.th} · ${summary.en}`, ...Role.literals.map((role) => cell(allow, role)))

const table = (title: string, of: ReadonlyArray<Operation>): ReadonlyArray<string> => [
  `## ${title}`,
  "",
  row("operation", "what it does", ...Role.literals.map((role) => headings[role])),
  row(...["operation", "what", ...Role.literals].map(() => "---")),
  ...of.map(line)
]

const permissions = page(
  "Who may do what",
  `Every operation of the catalogue, by role and scope (SEC-1). The same table decides in the library, the API, the command
line and the admin; the store renders it to SQL for lists.

| letter | scope: the record must |
| --- | --- |
| A | belong to the actor's own agency |
| O | have the actor's own organisation among its parties |
| S | be assigned to the actor |
| P | be public |
| ✱ | be anything: nothing is asked of it |

A record out of reach answers as one that does not exist. Every command asks for someone signed in, and is then decided
by the rules: the letters say who may ask, not what the answer is.`,
  ...recordTypes.map(({ label, name }) =>
    table(
      `${label.th} · ${label.en}`,
      operations.filter((operation) => operation.record === name)
    )
  ),
  table(
    "กฎและการคำนวณ · rules and calculations",
    operations.filter(({ record }) => record === undefined)
  )
)

it("docs/permissions.md is the table of the catalogue, operation by role by scope", () =>
  expect(permissions).toMatchFileSnapshot("../../../../docs/permissions.md"))

it("docs/permissions.md has a line for every operation", () => {
  expect(operations.filter(({ name }) => !permissions.includes(`| \`${name}\` |`))).toEqual([])
})
