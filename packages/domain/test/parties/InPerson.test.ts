import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { commandsOf } from "../../src/engine/Catalogue.ts"
import { actionsOn, type View } from "../../src/engine/View.ts"
import type { Actor, Person } from "../../src/kernel/Actor.ts"
import { bangkokDay, type Instant } from "../../src/kernel/ThaiDate.ts"
import { act, installation, text, World } from "../journeys/World.ts"
import { agency, stateOf } from "./Accounts.ts"
import { grounds, mandateFor, type Place, reason, settled } from "./Boundaries.ts"

/**
 * Who is heard at all, whatever is decided then: `+`. `sign in`: the same account, with a key. `-`: not theirs.
 *
 * What gives power, or is for a second person, is done in person; what takes it away, or only describes, a key does.
 */
const table = `
                                   | person | key     | system | visitor
accounts.invite                    | +      | sign in | +      | -
accounts.set-position              | +      | sign in | -      | -
accounts.give-roles                | +      | sign in | -      | -
accounts.confirm-proposal          | +      | sign in | +      | -
accounts.decline-proposal          | +      | sign in | +      | -
accounts.lapse-proposal            | -      | -       | +      | -
accounts.lock                      | +      | +       | -      | -
accounts.unlock                    | +      | sign in | +      | -
accounts.issue-link                | +      | sign in | +      | -
accounts.end                       | +      | sign in | +      | -
accounts.erase-personal-data       | +      | +       | -      | -
organisations.register             | +      | +       | +      | -
organisations.change-particulars   | +      | +       | +      | -
organisations.deactivate           | +      | +       | -      | -
organisations.reactivate           | +      | +       | -      | -
organisations.set-policy           | +      | +       | -      | -
organisations.erase-person         | +      | +       | -      | -
organisations.give-mandate         | +      | sign in | -      | -
organisations.withdraw-mandate     | +      | +       | -      | -
organisations.claim                | +      | +       | -      | -
organisations.verify-claim         | +      | sign in | +      | -
organisations.lapse-claim          | -      | -       | +      | -
organisations.return-claim         | +      | +       | +      | -
`

const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([operation = "", ...cells]) => ({ operation, cells }))

const byKey = (person: Person): Actor => ({ ...person, kind: "integration", key: "abcdefgh" })
const visitor = { kind: "visitor", visitor: "00000000-0000-4000-8000-000000000009" } as Actor

const particulars = { name: text("ชื่อใหม่"), sector: "state", legalForm: "department" }

const inputs: { readonly [operation: string]: (place: Place) => object } = {
  "accounts.invite": ({ id }) => ({ organisation: id, name: "ก", email: "new@example.org", roles: ["evaluator"] }),
  "accounts.set-position": () => ({ position: "ผู้อำนวยการกอง" }),
  "accounts.give-roles": () => ({ roles: ["evaluator"] }),
  "organisations.register": () => particulars,
  "organisations.change-particulars": () => particulars,
  "organisations.set-policy": () => ({ slaValue: { amount: "1.00", currency: "THB" }, slaMonths: 1 }),
  "organisations.erase-person": ({ account }) => ({ subject: account, reason }),
  "organisations.give-mandate": ({ account }) => mandateFor(account),
  "organisations.withdraw-mandate": () => ({ mandate: "1", reason }),
  "organisations.claim": () => grounds
}
const unsaid = [
  "lapse-proposal",
  "lapse-claim",
  "confirm-proposal",
  "unlock",
  "issue-link",
  "reactivate",
  "verify-claim"
]

const heard = (operation: string, of: "person" | "key" | "system" | "visitor") =>
  Effect.gen(function* () {
    const { claimant, places, us } = yield* settled
    const isClaim = operation.endsWith("claim")
    const place = places[isClaim ? "registered by us, claim waiting" : "the own agency"]
    const person = operation === "organisations.claim" ? claimant : isClaim ? us.officer : us.administrator
    const actor = { person, key: byKey(person), system: installation, visitor }[of]
    const [noun, verb = ""] = operation.split(".")
    const isNew = ["accounts.invite", "organisations.register"].includes(operation)
    const id = isNew ? undefined : noun === "accounts" ? place.account : place.id
    const input = inputs[operation]?.(place) ?? (unsaid.includes(verb) ? {} : { reason })
    const done = yield* Effect.result(act(actor, operation, input, id))
    if (Result.isSuccess(done)) return "+"
    const { _tag, facts } = done.failure
    assert.notStrictEqual(_tag, "InputMalformed", `${operation}: ${JSON.stringify(facts)}`)
    if (_tag === "SessionRequired") return "sign in"
    return ["NotPermitted", "NotSignedIn", "RecordNotFound"].includes(_tag) ? "-" : "+"
  }).pipe(Effect.provide(World))

describe("who is heard, by what they are", () => {
  for (const { cells, operation } of rows)
    it.effect(`SEC-9 ${operation}`, () =>
      Effect.gen(function* () {
        const found = yield* Effect.forEach(["person", "key", "system", "visitor"] as const, (of) =>
          heard(operation, of)
        )
        assert.deepStrictEqual(found, cells)
      })
    )
})

it("SEC-9 the table has a row for every command of the registry and of accounts", () => {
  const commands = commandsOf(catalogue).filter(({ record }) => record === "organisation" || record === "account")
  assert.sameMembers(
    rows.map(({ operation }) => operation),
    commands.map(({ name }) => name)
  )
})

it.effect("SEC-9 a link asked for with a key changes nothing, and a key is told so beforehand", () =>
  Effect.gen(function* () {
    const { executive, one } = yield* agency
    const before = yield* stateOf(executive.account)
    const refused = yield* Effect.flip(act(byKey(one), "accounts.issue-link", {}, executive.account))
    assert.deepStrictEqual([refused._tag, refused.rule], ["SessionRequired", "SEC-9"])
    assert.deepStrictEqual(yield* stateOf(executive.account), before)
    const now = "2026-11-02T03:00:00.000Z" as Instant
    const context = { now, today: bangkokDay(now), newId: () => "" }
    const offered = (actor: Actor) =>
      actionsOn(catalogue, "account", before, { ...context, actor }).find(
        ({ operation }) => operation === "accounts.issue-link"
      )
    assert.deepStrictEqual(offered(one)?.allowed, true)
    assert.deepStrictEqual(offered(byKey(one))?.refusal?.tag, "SessionRequired")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 what was answered to a person about a record is not what their key is answered", () =>
  Effect.gen(function* () {
    const { executive, one } = yield* agency
    const mayLink = (actor: Actor) =>
      Effect.map(
        ask(catalogue, { operation: "accounts.get", id: executive.account, input: {}, actor }),
        (view) => (view as View).actions.find(({ operation }) => operation === "accounts.issue-link")?.allowed
      )
    assert.deepStrictEqual([yield* mayLink(one), yield* mayLink(byKey(one)), yield* mayLink(one)], [true, false, true])
  }).pipe(Effect.provide(World))
)
