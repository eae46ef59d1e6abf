import { assert, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Result } from "effect"
import type { AccountId, Actor, Person, Role } from "../../src/kernel/Actor.ts"
import { accountOf } from "../../src/kernel/Actor.ts"
import { type Account, administers, heldRoles } from "../../src/parties/Account.ts"
import { act, installation, invite, organisation, people, World } from "../journeys/World.ts"
import { giveRoles, stateOf } from "./Accounts.ts"
import { reason } from "./Boundaries.ts"

const histories = runs(40)
const length = 150

const dice = (seed: number) => {
  let state = Math.imul(seed, 2_654_435_761)
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const roles: ReadonlyArray<Role> = ["agency-administrator", "executive", "finance"]

/** Two or three administrators, and further ones that these bring in: any of them does anything to anybody. */
const history = (seed: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const pick = <A>(items: ReadonlyArray<A>): A => items[roll(items.length)] ?? assert.fail()
    const id = yield* organisation("กรมสมมติ", "state", "department")
    const { administrator, finance } = yield* people(id)
    const accounts: Array<AccountId> = [administrator.account, finance.account]
    const second = yield* invite(id, "agency-administrator", "second")
    accounts.push(second.account)
    // What is proposed while there are two is answered once there are three, in some of them.
    if (roll(3) > 0) yield* giveRoles(administrator, second, "agency-administrator", "executive")
    if (roll(3) > 0) accounts.push((yield* invite(id, "agency-administrator", "third")).account)
    const count = { done: 0, gained: 0, lateThird: 0 }
    let emails = 0

    const actorOf = (account: AccountId) =>
      Effect.map(stateOf(account), ({ organisation, roles, status }): Person | undefined =>
        status === "active" ? { kind: "person", account, organisation, roles } : undefined
      )
    const administrators = Effect.map(Effect.forEach(accounts, stateOf), (all) =>
      all.filter((one) => one.status !== "ended" && administers(heldRoles(one)))
    )

    /** Who had a hand in what an account gains by an act, where an administrator beside them could have had one. */
    const judged = (before: Account, after: Account, by: Actor, there: ReadonlyArray<Account>, operation: string) => {
      if (by.kind === "system" || after.roles.every((role) => before.roles.includes(role))) return
      count.gained++
      const proposer = operation === "accounts.confirm-proposal" ? before.proposal?.by : undefined
      const hands = new Set([proposer, accountOf(by)].filter((one) => one !== undefined && one !== null))
      const says = `seed ${seed}: ${operation}, with ${there.length} administrators`
      if (there.length > 1 && before.proposal?.by !== undefined) assert.isAbove(hands.size, 1, says)
      if (there.length > 1 && operation !== "accounts.confirm-proposal") assert.fail(says)
      const others = there.filter((one) => one.id !== before.id)
      if (proposer !== undefined && others.some((one) => one.id !== proposer)) {
        assert.isFalse(hands.has(before.id), `${says}: who gets it has no hand in it`)
      }
    }

    const tried = Effect.fnUntraced(function* (by: Actor, operation: string, input: object, account?: AccountId) {
      const there = yield* administrators
      const before = account === undefined ? undefined : yield* stateOf(account)
      const outcome = yield* Effect.result(act(by, operation, input, account))
      const { proposal } = before ?? {}
      if (
        operation === "accounts.confirm-proposal" &&
        accountOf(by) === account &&
        proposal?._tag === "Roles" &&
        proposal.byOneself === true &&
        there.some(({ id }) => id !== account && id !== proposal.by)
      )
        count.lateThird++
      if (Result.isFailure(outcome)) return
      count.done++
      if (before === undefined) accounts.push(outcome.success.id as AccountId)
      else judged(before, yield* stateOf(before.id), by, there, operation)
    })

    for (let n = 0; n < length; n++) {
      const account = pick([...accounts.slice(0, 4), ...accounts])
      const by = roll(8) === 0 ? installation : yield* actorOf(pick([account, pick(accounts), pick(accounts)]))
      if (by === undefined) continue
      const on = (operation: string, input: object) => tried(by, operation, input, account)
      yield* pick([
        () => on("accounts.give-roles", { roles: ["agency-administrator", pick(roles)].filter(once) }),
        () => on("accounts.give-roles", { roles: [pick(roles), pick(roles)].filter(once) }),
        () => on("accounts.confirm-proposal", {}),
        () => on("accounts.confirm-proposal", {}),
        () => on("accounts.confirm-proposal", {}),
        () => (roll(3) === 0 ? on("accounts.decline-proposal", { reason }) : Effect.void),
        () => on("accounts.issue-link", {}),
        () => on("accounts.lock", { reason }),
        () => on("accounts.unlock", {}),
        () => on("accounts.unlock", {}),
        () => (roll(4) === 0 ? on("accounts.end", { reason }) : Effect.void),
        () =>
          tried(by, "accounts.invite", {
            organisation: id,
            name: "คนใหม่",
            email: `new.${++emails}@example.org`,
            roles: [pick(roles)]
          })
      ])()
    }
    return count
  }).pipe(Effect.provide(World))

const once = <A>(item: A, index: number, items: ReadonlyArray<A>): boolean => items.indexOf(item) === index

it.effect(
  "SEC-9 nobody gets roles by fewer than two people, nor has a hand in their own where a third administrator is there, locked or not",
  () =>
    Effect.gen(function* () {
      const ends = yield* Effect.forEach(
        Array.from({ length: histories }, (_, index) => index + 1),
        history
      )
      const total = (key: keyof (typeof ends)[number]) => ends.reduce((sum, end) => sum + end[key], 0)
      assert.isAbove(total("done"), 10 * histories, "the histories do get somewhere")
      assert.isAbove(total("gained"), histories, "roles are gained")
      assert.isAbove(total("lateThird"), 0, "a third one comes before one of two has accepted")
    })
)
