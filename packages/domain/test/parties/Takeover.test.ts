import { assert, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Result } from "effect"
import { AccountId, type Actor, type Integration, type Person, type Role } from "../../src/kernel/Actor.ts"
import { administers, gainsBy, heldRoles } from "../../src/parties/Account.ts"
import { act, installation, invite, organisation, people, World } from "../journeys/World.ts"
import { stateOf } from "./Accounts.ts"
import { reason } from "./Boundaries.ts"

const histories = runs(80)
const length = 250

const dice = (seed: number) => {
  let state = Math.imul(seed, 2_654_435_761)
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Who can sign in with an account, and who has a link of it that is not used: its own person, or the cheat. */
type Holder = "own" | "cheat" | undefined
interface Access {
  readonly holder: Holder
  readonly link: Holder
  /** Whether there is such a person at all; the cheat invites some whom there is not. */
  readonly isReal: boolean
}

const roles: ReadonlyArray<Role> = ["agency-administrator", "executive", "programme-officer", "finance"]

/**
 * One administrator who wants to act as somebody else too, and holds keys of the one or two others, who do not. These confirm what gives somebody
 * more only once the person has told them that they are in; so does whoever runs the machine.
 */
const cheating = (seed: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const pick = <A>(items: ReadonlyArray<A>): A => items[roll(items.length)] ?? assert.fail()
    const id = yield* organisation("กรมสมมติ", "state", "department")
    const { administrator: cheat, executive, finance, officer } = yield* people(id)
    const second = yield* invite(id, "agency-administrator", "second")
    const third = roll(2) === 0 ? [yield* invite(id, "agency-administrator", "third")] : []
    const honest = [second, ...third]
    const victim = pick([second, executive])
    const access = new Map<AccountId, Access>(
      [cheat, executive, finance, officer, ...honest].map(({ account }) => [
        account,
        { holder: account === cheat.account ? "cheat" : "own", link: undefined, isReal: true }
      ])
    )
    const of = (account: AccountId): Access => access.get(account) ?? assert.fail(account)
    const put = (account: AccountId, change: Partial<Access>) => access.set(account, { ...of(account), ...change })
    const actorOf = (account: AccountId) =>
      Effect.map(stateOf(account), ({ organisation, roles, status }): Person | undefined =>
        status === "active" ? { kind: "person", account, organisation, roles } : undefined
      )
    const count = { done: 0, waited: 0, returned: 0, lapsed: 0 }
    let now = Date.parse("2026-11-02T03:00:00.000Z")
    let emails = 0

    /** Does it, if it may be done, and what sign-in does by it. */
    const tried = Effect.fnUntraced(function* (
      actor: Actor,
      operation: string,
      input: object,
      account?: AccountId,
      isHonest = false
    ) {
      const before = account === undefined ? undefined : yield* stateOf(account)
      const everyone = yield* Effect.forEach(access.keys(), stateOf)
      const outcome = yield* Effect.result(act(actor, operation, input, account, new Date(now).toISOString()))
      if (Result.isFailure(outcome)) return
      count.done++
      if (operation === "accounts.lapse-proposal") count.lapsed++
      const administrators = everyone.filter((one) => one.status !== "ended" && administers(heldRoles(one)))
      if (administrators.length > 1 && actor.kind !== "system" && operation !== "accounts.confirm-proposal") {
        const { roles: held } = yield* stateOf(outcome.success.id)
        const given = held.filter((role) => !before?.roles.includes(role))
        assert.deepStrictEqual(given, [], `seed ${seed}: roles by one person's act, ${operation}`)
      }
      const whose = isHonest ? "own" : "cheat"
      if (account === undefined) {
        access.set(AccountId.make(outcome.success.id), { holder: undefined, link: undefined, isReal: isHonest })
        return
      }
      const after = yield* stateOf(account)
      if (operation === "accounts.issue-link") put(account, { holder: undefined, link: whose })
      if (after.status !== "active") put(account, { link: undefined })
      if (before?.resting !== undefined && after.resting === undefined) {
        put(account, { link: undefined })
        count.returned++
      }
    })

    const invitation = (given: ReadonlyArray<Role>) => ({
      organisation: id,
      name: "คนใหม่",
      email: `new.${++emails}@example.org`,
      roles: given
    })

    /** The cheat found a key of another administrator, which nobody has revoked. */
    const byKey = (person: Person | undefined): Integration | undefined =>
      person === undefined ? undefined : { ...person, kind: "integration", key: "abcdefgh" }

    const cheats = Effect.fnUntraced(function* () {
      const by = roll(3) === 0 ? byKey(yield* actorOf(pick(honest).account)) : yield* actorOf(cheat.account)
      if (by === undefined) return
      const account = pick([victim.account, pick([...access.keys()])])
      const on = (operation: string, input: object) => tried(by, operation, input, account)
      yield* pick([
        () => on("accounts.issue-link", {}),
        () => on("accounts.issue-link", {}),
        () => on("accounts.give-roles", { roles: [pick(roles), pick(roles)].slice(roll(3)) }),
        () => on("accounts.give-roles", { roles: [pick(roles)] }),
        () => on("accounts.confirm-proposal", {}),
        () => on("accounts.confirm-proposal", {}),
        () => on("accounts.decline-proposal", { reason }),
        () => on("accounts.lock", { reason }),
        () => on("accounts.unlock", {}),
        () => (roll(4) === 0 ? on("accounts.end", { reason }) : Effect.void),
        () => tried(by, "accounts.invite", invitation([pick(roles)]))
      ])()
    })

    /** A link is opened by whoever has it; the cheat passes one on at times, to have it confirmed. */
    const opened = Effect.fnUntraced(function* () {
      const [account, { isReal, link }] = pick([...access])
      if (link === undefined || (yield* stateOf(account)).status !== "active") return
      const holder = link === "cheat" && isReal && roll(2) === 0 ? "own" : link
      put(account, { link: undefined, holder })
    })

    const answers = Effect.fnUntraced(function* (by: Actor) {
      const account = pick([victim.account, ...access.keys()])
      const state = yield* stateOf(account)
      const { proposal } = state
      if (proposal === undefined) return
      const { holder, isReal } = of(account)
      // Who is left alone may do what they like: the honest ones stay.
      const stays =
        proposal._tag === "Handover" ||
        (proposal._tag === "Roles" && (!administers(heldRoles(state)) || administers(proposal.roles)))
      const isSure = stays && (!gainsBy(state, proposal) || (isReal && holder === "own"))
      if (isSure) yield* tried(by, "accounts.confirm-proposal", {}, account, true)
      else if (roll(5) === 0) yield* tried(by, "accounts.decline-proposal", { reason }, account, true)
    })

    const works = Effect.fnUntraced(function* () {
      const { account: own } = pick(honest)
      const one = of(own).holder === "own" ? yield* actorOf(own) : undefined
      const by = one === undefined || roll(3) === 0 ? installation : one
      const real = [...access.keys()].filter((account) => account !== cheat.account && of(account).isReal)
      const account = pick([victim.account, pick(real)])
      const on = (operation: string, input: object) => tried(by, operation, input, account, true)
      yield* pick([
        () => answers(by),
        () => answers(by),
        () => answers(by),
        () => (of(account).holder === "own" ? Effect.void : on("accounts.issue-link", {})),
        () => on("accounts.give-roles", { roles: [pick(roles)] }),
        () => on("accounts.unlock", {}),
        () => on("accounts.unlock", {}),
        () => tried(installation, "accounts.lapse-proposal", {}, account, true),
        () => tried(by, "accounts.invite", invitation([pick(roles)]), undefined, true)
      ])()
    })

    for (let n = 0; n < length; n++) {
      if (roll(80) === 0) now += roll(40) * 86_400_000
      yield* pick([cheats, cheats, opened, opened, works, works, works])()
      for (const [account, { holder }] of access) {
        if (holder !== "cheat" || account === cheat.account) continue
        const { resting, roles, status } = yield* stateOf(account)
        if (resting !== undefined && status === "active") count.waited++
        assert.deepStrictEqual(status === "active" ? roles : [], [], `seed ${seed}, step ${n}`)
      }
    }
    return count
  }).pipe(Effect.provide(World))

it.effect("SEC-9 an administrator who opens the links of others never comes to act with roles of theirs", () =>
  Effect.gen(function* () {
    const ends = yield* Effect.forEach(
      Array.from({ length: histories }, (_, index) => index + 1),
      cheating
    )
    const total = (key: keyof (typeof ends)[number]) => ends.reduce((sum, end) => sum + end[key], 0)
    assert.isAbove(total("done"), 20 * histories, "the histories do get somewhere")
    assert.isAbove(total("waited"), histories, "the cheat does come in as somebody whose roles rest")
    assert.isAbove(total("returned"), histories / 4, "roles do come back")
    assert.isAbove(total("lapsed"), 0, "proposals do lapse")
  })
)
