import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { commandsOf } from "../../src/engine/Catalogue.ts"
import { act, baht, text, World } from "../journeys/World.ts"
import { grounds, mandateFor, type Place, type Relation, reason, settled } from "./Boundaries.ts"

/**
 * What becomes of an act: `+` it is done; `-` it is for others; `?` the record answers as an unknown one. Any other word
 * is why not, though the act is theirs.
 */
const words: { readonly [tag: string]: string } = {
  NotPermitted: "-",
  RecordNotFound: "?",
  RoleNotForOrganisation: "role",
  FirstAdministratorOnly: "first",
  ClaimNotOpen: "open",
  ClaimByInviter: "inviter",
  AnotherAdministratorNeeded: "self",
  SectorFixed: "sector",
  MandateUnknown: "mandate",
  NoProposal: "none",
  OrganisationActive: "on",
  AccountNotActive: "active",
  AccountNotEnded: "ended",
  PersonUnknown: "person"
}

interface Act {
  readonly operation: string
  readonly on: "organisation" | "account" | "nothing"
  readonly input: (place: Place) => object
}

const onOrganisation = (operation: string, input: Act["input"] = () => ({})): Act => ({
  operation,
  on: "organisation",
  input
})
const onAccount = (operation: string, input: object = {}): Act => ({ operation, on: "account", input: () => input })
const invites = (role: string): Act => ({
  operation: "accounts.invite",
  on: "nothing",
  input: ({ id }) => ({ organisation: id, name: "คนใหม่", email: "new@example.org", roles: [role] })
})

const particulars = (sector: string) => () => ({ name: text("ชื่อใหม่"), sector, legalForm: "foundation" })
const because = () => ({ reason })

const acts: { readonly [says: string]: Act } = {
  "changes its particulars": onOrganisation("organisations.change-particulars", particulars("civil-society")),
  "makes it a state body": onOrganisation("organisations.change-particulars", particulars("state")),
  "makes it inactive": onOrganisation("organisations.deactivate", because),
  "makes it active": onOrganisation("organisations.reactivate"),
  "sets its thresholds": onOrganisation("organisations.set-policy", () => ({ slaValue: baht("1.00"), slaMonths: 1 })),
  "erases a person": onOrganisation("organisations.erase-person", ({ account }) => ({ subject: account, reason })),
  "claims it": onOrganisation("organisations.claim", () => grounds),
  "verifies its claim": onOrganisation("organisations.verify-claim"),
  "sends its claim back": onOrganisation("organisations.return-claim", because),
  "lets its claim lapse": onOrganisation("organisations.lapse-claim"),
  "gives a mandate": onOrganisation("organisations.give-mandate", ({ account }) => mandateFor(account)),
  "withdraws a mandate": onOrganisation("organisations.withdraw-mandate", () => ({ mandate: "1", reason })),
  "invites an administrator": invites("partner-administrator"),
  "invites a signatory": invites("partner-signatory"),
  "sets a position": onAccount("accounts.set-position", { position: "ผู้อำนวยการกอง" }),
  "gives roles": onAccount("accounts.give-roles", { roles: ["evaluator"] }),
  "confirms a proposal": onAccount("accounts.confirm-proposal"),
  "declines a proposal": onAccount("accounts.decline-proposal", { reason }),
  "lets a proposal lapse": onAccount("accounts.lapse-proposal"),
  "locks an account": onAccount("accounts.lock", { reason }),
  "unlocks an account": onAccount("accounts.unlock"),
  "issues a link": onAccount("accounts.issue-link"),
  "ends an account": onAccount("accounts.end", { reason }),
  "erases an account": onAccount("accounts.erase-personal-data", { reason })
}

/** In each cell what becomes of it by our administrator, then by our officer. */
const byAgency = `
                         | own        | ours: free | waiting    | claimed    | theirs: free | claimed    | system's   | another agency
changes its particulars  | sector -   | + +        | + +        | - -        | - -          | - -        | - -        | - -
makes it a state body    | + -        | + +        | + +        | - -        | - -          | - -        | - -        | - -
makes it inactive        | + -        | + +        | + +        | - -        | - -          | - -        | - -        | - -
makes it active          | on -       | on on      | on on      | - -        | - -          | - -        | - -        | - -
sets its thresholds      | + -        | - -        | - -        | - -        | - -          | - -        | - -        | - -
erases a person          | person -   | - -        | - -        | - -        | - -          | - -        | - -        | - -
claims it                | - -        | - -        | - -        | - -        | - -          | - -        | - -        | - -
verifies its claim       | - -        | open open  | inviter +  | - -        | - -          | - -        | - -        | - -
sends its claim back     | - -        | open open  | + +        | - -        | - -          | - -        | - -        | - -
lets its claim lapse     | - -        | - -        | - -        | - -        | - -          | - -        | - -        | - -
gives a mandate          | + -        | - -        | - -        | - -        | - -          | - -        | - -        | - -
withdraws a mandate      | mandate -  | - -        | - -        | - -        | - -          | - -        | - -        | - -
invites an administrator | role -     | + -        | open -     | - -        | - -          | - -        | - -        | - -
invites a signatory      | + -        | first -    | first -    | - -        | - -          | - -        | - -        | - -
sets a position          | + -        | + -        | + -        | ? -        | ? -          | ? -        | ? -        | ? -
gives roles              | + -        | - -        | - -        | ? -        | ? -          | ? -        | ? -        | ? -
confirms a proposal      | none -     | - -        | - -        | ? -        | ? -          | ? -        | ? -        | ? -
declines a proposal      | none -     | - -        | - -        | ? -        | ? -          | ? -        | ? -        | ? -
lets a proposal lapse    | - -        | - -        | - -        | - -        | - -          | - -        | - -        | - -
locks an account         | + -        | + -        | + -        | ? -        | ? -          | ? -        | ? -        | ? -
unlocks an account       | active -   | active -   | active -   | ? -        | ? -          | ? -        | ? -        | ? -
issues a link            | + -        | + -        | open -     | ? -        | ? -          | ? -        | ? -        | ? -
ends an account          | + -        | + -        | + -        | ? -        | ? -          | ? -        | ? -        | ? -
erases an account        | ended -    | ended -    | ended -    | ? -        | ? -          | ? -        | ? -        | ? -
`

/** The same by the partner's own administrator, then by one who is invited and not verified. */
const byPartner = `
                         | claimed    | waiting    | theirs: free | claimed by others | another agency
changes its particulars  | + -        | - -        | - -          | - -               | - -
makes it a state body    | sector -   | - -        | - -          | - -               | - -
makes it inactive        | + -        | - -        | - -          | - -               | - -
makes it active          | on -       | - -        | - -          | - -               | - -
sets its thresholds      | - -        | - -        | - -          | - -               | - -
erases a person          | person -   | - -        | - -          | - -               | - -
claims it                | - -        | - open     | - -          | - -               | - -
verifies its claim       | - -        | - -        | - -          | - -               | - -
sends its claim back     | - -        | - -        | - -          | - -               | - -
lets its claim lapse     | - -        | - -        | - -          | - -               | - -
gives a mandate          | + -        | - -        | - -          | - -               | - -
withdraws a mandate      | mandate -  | - -        | - -          | - -               | - -
invites an administrator | + -        | - -        | - -          | - -               | - -
invites a signatory      | + -        | - -        | - -          | - -               | - -
sets a position          | + -        | ? -        | ? -          | ? -               | ? -
gives roles              | + -        | ? -        | ? -          | ? -               | ? -
confirms a proposal      | none -     | ? -        | ? -          | ? -               | ? -
declines a proposal      | none -     | ? -        | ? -          | ? -               | ? -
lets a proposal lapse    | - -        | - -        | - -          | - -               | - -
locks an account         | + -        | ? -        | ? -          | ? -               | ? -
unlocks an account       | active -   | ? -        | ? -          | ? -               | ? -
issues a link            | + -        | ? -        | ? -          | ? -               | ? -
ends an account          | + -        | ? -        | ? -          | ? -               | ? -
erases an account        | ended -    | ? -        | ? -          | ? -               | ? -
`

const rowsOf = (table: string) =>
  table
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([says = "", ...cells]) => ({ says, cells: cells.map((cell) => cell.split(" ")) }))

const agencyColumns: ReadonlyArray<Relation> = [
  "the own agency",
  "registered by us, unclaimed",
  "registered by us, claim waiting",
  "registered by us, claimed",
  "registered by another agency, unclaimed",
  "registered by another agency, claimed",
  "set up by the system, unclaimed",
  "another agency, itself a mission owner"
]
const partnerColumns: ReadonlyArray<Relation> = [
  "registered by us, claimed",
  "registered by us, claim waiting",
  "registered by another agency, unclaimed",
  "registered by another agency, claimed",
  "another agency, itself a mission owner"
]

type Who = "administrator" | "officer" | "partner" | "claimant"

const outcome = (says: string, relation: Relation, who: Who) =>
  Effect.gen(function* () {
    const { claimant, places, us } = yield* settled
    const { input, on, operation } = acts[says] ?? assert.fail(says)
    const partner = places["registered by us, claimed"].own ?? assert.fail()
    const actor = { administrator: us.administrator, officer: us.officer, partner, claimant }[who]
    const place = places[relation]
    const id = on === "organisation" ? place.id : on === "account" ? place.account : undefined
    const done = yield* Effect.result(act(actor, operation, input(place), id))
    return Result.isSuccess(done) ? "+" : (words[done.failure._tag] ?? done.failure._tag)
  }).pipe(Effect.provide(World))

const tried = (table: string, columns: ReadonlyArray<Relation>, [first, second]: readonly [Who, Who]) => {
  for (const { cells, says } of rowsOf(table))
    it.effect(`SEC-8 ${says}`, () =>
      Effect.gen(function* () {
        assert.strictEqual(cells.length, columns.length)
        for (const [index, relation] of columns.entries())
          assert.deepStrictEqual(
            [yield* outcome(says, relation, first), yield* outcome(says, relation, second)],
            cells[index],
            relation
          )
      })
    )
}

describe("an agency's administrator and officer, on an organisation", () =>
  tried(byAgency, agencyColumns, ["administrator", "officer"]))

describe("a partner's administrator, and one who waits to be verified, on an organisation", () =>
  tried(byPartner, partnerColumns, ["partner", "claimant"]))

it("SEC-8 the tables have a row for every command of the registry and of accounts", () => {
  const tables = [byAgency, byPartner].map((table) => rowsOf(table).map(({ says }) => says))
  for (const rows of tables) assert.deepStrictEqual(rows, Object.keys(acts))
  const commands = commandsOf(catalogue).filter(({ record }) => record === "organisation" || record === "account")
  assert.sameMembers(
    [...new Set(Object.values(acts).map(({ operation }) => operation))],
    commands.map(({ name }) => name).filter((name) => name !== "organisations.register")
  )
})
