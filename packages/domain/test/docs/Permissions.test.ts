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
  candidate: "K",
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
  "partner-administrator": "partner administrator",
  "partner-editor": "partner editor",
  "partner-signatory": "partner signatory",
  "panel-member": "panel member",
  "third-party": "third party",
  public: "everyone"
}

const lettersOf = (grants: ReadonlyArray<Grant>): string =>
  [...new Set(grants.map(({ scope }) => letters[scope]))].join(" ")

/** Who has no account holds no role: what they may is granted to them by name. */
const withoutRole = ["system", "visitor"] as const

const cells = (allow: ReadonlyArray<Grant>): ReadonlyArray<string> => [
  ...Role.literals.map((role) => lettersOf(allow.filter((grant) => "role" in grant && grant.role === role))),
  ...withoutRole.map((kind) => lettersOf(allow.filter((grant) => "actor" in grant && grant.actor === kind)))
]

const everyHeading = [...Role.literals.map((role) => headings[role]), ...withoutRole]

const operations = operationsOf(catalogue)

const line = (operation: Operation): string => {
  const { allow, name, summary } = operation
  const inPerson = operation.type === "command" && operation.inPerson === true ? " ⚿" : ""
  return row(`\`${name}\`${inPerson}`, `${summary.th} · ${summary.en}`, ...cells(allow))
}

const table = (title: string, of: ReadonlyArray<Operation>): ReadonlyArray<string> => [
  `## ${title}`,
  "",
  row("operation", "what it does", ...everyHeading),
  row(...["operation", "what", ...everyHeading].map(() => "---")),
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
| K | name the organisation as one that may be selected |
| S | be assigned to the actor |
| P | be public |
| ✱ | be anything: nothing is asked of it |

The last two columns are those who have no account: the system, by the rule that makes an act due, and visitors (SEC-4).
They may do what is granted to them by name, and nothing else.

⚿ is done by a person who has signed in, not with a key (SEC-9): it gives somebody power, or is for a second person to do.

A record out of reach answers as one that does not exist. Every other command asks for someone signed in, and is then
decided by the rules: the letters say who may ask, not what the answer is.`,
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
  expect(operations.filter(({ name }) => !permissions.includes(`| \`${name}\` `))).toEqual([])
})
