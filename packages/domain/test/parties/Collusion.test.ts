import { assert, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Result } from "effect"
import { EventStore } from "../../src/engine/EventStore.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import type { AccountId, OrganisationId, Person, Role } from "../../src/kernel/Actor.ts"
import { type Account, accountRecord } from "../../src/parties/Account.ts"
import { type Organisation, organisationRecord } from "../../src/parties/Organisation.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, installation, text, World } from "../journeys/World.ts"
import { grounds, mandateFor, reason } from "./Boundaries.ts"

const histories = runs(20)
const length = 120

const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const stateOf = <A>(type: object, id: string) =>
  Effect.map(load(type as never, id), (found) =>
    found._tag === "Some" ? (found.value.state as A) : assert.fail(`no ${id}`)
  )

const roles: ReadonlyArray<Role> = [
  "partner-administrator",
  "partner-signatory",
  "partner-editor",
  "agency-administrator",
  "executive",
  "programme-officer"
]

/**
 * An administrator and an officer of the agency, who let nobody stop them, and everyone whom they bring in: they act with
 * all of these accounts. The partner's administrator takes no part.
 */
const colluding = (seed: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const pick = <A>(items: ReadonlyArray<A>): A => items[roll(items.length)] ?? assert.fail()
    const { agency, partnership, people, recipient } = yield* journey("contracting", "drafted")
    const partner = yield* stateOf<Organisation>(organisationRecord, recipient)
    const its = [people.keeper, people.editor, people.signatory]
    const stood = yield* Effect.forEach(its, ({ account }) => stateOf<Account>(accountRecord, account))
    const theirs: Array<AccountId> = [people.administrator.account, people.officer.account]
    const organisations: Array<OrganisationId> = [agency as OrganisationId, recipient as OrganisationId]
    const actorOf = (id: AccountId) =>
      Effect.map(stateOf<Account>(accountRecord, id), ({ organisation, roles, status }): Person | undefined =>
        status === "active" ? { kind: "person", account: id, organisation, roles } : undefined
      )
    let done = 0
    let emails = 0
    let lapsed = 0
    let now = Date.parse("2026-11-02T03:00:00.000Z")
    const attempt = () => {
      const organisation = pick(organisations)
      const account = pick([...theirs, ...theirs, ...its.map((person) => person.account)])
      const on = (operation: string, input: object, id: string) => ({ operation, input, id })
      return pick([
        {
          operation: "organisations.register",
          input: { name: text("องค์กรบังหน้า"), sector: pick(["state", "private"]), legalForm: "other" },
          id: undefined
        },
        ...Array.from({ length: 3 }, () => ({
          operation: "accounts.invite",
          input: { organisation, name: "นอมินี", email: `front.${++emails}@example.org`, roles: [pick(roles)] },
          id: undefined
        })),
        on("organisations.claim", grounds, organisation),
        on("organisations.claim", grounds, organisation),
        on("organisations.verify-claim", {}, organisation),
        on("organisations.verify-claim", {}, organisation),
        on(
          "organisations.change-particulars",
          { name: text("ใหม่"), sector: "private", legalForm: "other" },
          organisation
        ),
        on("organisations.deactivate", { reason }, organisation),
        on("organisations.reactivate", {}, organisation),
        on("organisations.give-mandate", mandateFor(account), organisation),
        on("organisations.withdraw-mandate", { mandate: partner.mandates[0]?.id ?? "—", reason }, organisation),
        on("accounts.give-roles", { roles: [pick(roles), pick(roles)].slice(roll(2)) }, account),
        on("accounts.confirm-proposal", {}, account),
        on("accounts.lock", { reason }, account),
        on("accounts.unlock", {}, account),
        on("accounts.issue-link", {}, account),
        on("accounts.end", { reason }, account),
        on("accounts.erase-personal-data", { reason }, account),
        on("agreements.sign", {}, partnership),
        on("agreements.sign", {}, partnership),
        on("agreements.renew", { period: { from: "2027-10-31", to: "2028-10-31" }, reason }, partnership)
      ])
    }
    /** What brings an organisation of their own one step further. */
    const onward = Effect.fnUntraced(function* (by: Person) {
      const id = pick(organisations.slice(2))
      const { claim, particulars } = yield* stateOf<Organisation>(organisationRecord, id)
      const role = particulars.sector === "state" ? "agency-administrator" : "partner-administrator"
      const email = `front.${++emails}@example.org`
      if (claim?._tag === "Stated") return { actor: by, operation: "organisations.verify-claim", input: {}, id }
      if (claim === undefined) {
        const input = { organisation: id, name: "นอมินี", email, roles: [role] }
        return { actor: by, operation: "accounts.invite", input, id: undefined }
      }
      const actor = (yield* actorOf(claim.account)) ?? by
      return { actor, operation: "organisations.claim", input: grounds, id }
    })
    for (let n = 0; n < length; n++) {
      const actor = yield* actorOf(pick(roll(2) === 0 ? theirs.slice(0, 2) : theirs))
      if (actor === undefined) continue
      const { id, input, operation, ...by } =
        organisations.length > 2 && roll(3) === 0 ? yield* onward(actor) : { actor, ...attempt() }
      if (roll(12) === 0) {
        now += roll(40) * 86_400_000
        const at = new Date(now).toISOString()
        const claims = organisations.map((one) => act(installation, "organisations.lapse-claim", {}, one, at))
        const proposals = theirs.map((one) => act(installation, "accounts.lapse-proposal", {}, one, at))
        lapsed += (yield* Effect.forEach([...claims, ...proposals], Effect.result)).filter(Result.isSuccess).length
      }
      const outcome = yield* Effect.result(act(by.actor, operation, input, id, new Date(now).toISOString()))
      if (Result.isFailure(outcome)) continue
      done++
      if (operation === "accounts.invite") theirs.push(outcome.success.id as AccountId)
      if (operation === "organisations.register") organisations.push(outcome.success.id as OrganisationId)
    }
    const { agreement } = yield* stateOf<Partnership>(partnershipRecord, partnership)
    const signatures = agreement !== undefined && "signatures" in agreement ? agreement.signatures : []
    assert.notInclude(
      signatures.map(({ side }) => side),
      "recipient",
      `seed ${seed}`
    )
    assert.deepStrictEqual(yield* stateOf<Organisation>(organisationRecord, recipient), partner, `seed ${seed}`)
    const stand = yield* Effect.forEach(its, ({ account }) => stateOf<Account>(accountRecord, account))
    assert.deepStrictEqual(stand, stood, `seed ${seed}`)
    const store = yield* EventStore
    let fronts = 0
    for (const id of organisations.slice(2)) {
      const { claim } = yield* stateOf<Organisation>(organisationRecord, id)
      if (claim?._tag !== "Verified") continue
      fronts++
      const { data: events } = yield* store.history("organisation", id, { limit: 100 })
      const by = (type: string) =>
        events.flatMap(({ actor, type: happened }) =>
          happened === type && actor.kind === "person" ? [actor.account] : []
        )
      const [inviter] = by("FirstAdministratorInvited")
      const [verifier] = by("ClaimVerified")
      assert.isTrue(inviter !== undefined && verifier !== undefined && inviter !== verifier, `seed ${seed}`)
    }
    return { done, fronts, lapsed }
  }).pipe(Effect.provide(World))

it.effect("SEC-8 two people of an agency never sign for a partner that has an administrator of its own", () =>
  Effect.gen(function* () {
    const ends = yield* Effect.forEach(
      Array.from({ length: histories }, (_, index) => index + 1),
      colluding
    )
    const total = (of: (end: (typeof ends)[number]) => number) => ends.reduce((sum, end) => sum + of(end), 0)
    assert.isAbove(
      total(({ done }) => done),
      10 * histories,
      "the histories do get somewhere"
    )
    assert.isAbove(
      total(({ lapsed }) => lapsed),
      0,
      "claims and proposals do lapse"
    )
    assert.isAbove(
      total(({ fronts }) => fronts),
      0,
      "an organisation of their own they can set up, in both their names"
    )
  })
)
