import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { actOnTheClock } from "../../src/engine/OnTheClock.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { refreshTasks } from "../../src/engine/RefreshTasks.ts"
import { tasksOn } from "../../src/engine/Tasks.ts"
import type { Actor, Person } from "../../src/kernel/Actor.ts"
import { addDays, bangkokDay, type Instant, startOfDay } from "../../src/kernel/ThaiDate.ts"
import { type Organisation, organisationRecord } from "../../src/parties/Organisation.ts"
import * as Staff from "../../src/parties/Staff.ts"
import { act, installation, World } from "../journeys/World.ts"
import { agency, stateOf } from "./Accounts.ts"
import { claims, grounds, reason, registered } from "./Boundaries.ts"

/** When `act` acts, unless it is told otherwise. */
const proposedAt = "2026-11-02T03:00:00.000Z" as Instant
const onDay = (days: number): Instant => startOfDay(addDays(bangkokDay(proposedAt), days))
const justBefore = (at: Instant) => new Date(Date.parse(at) - 1).toISOString() as Instant
const lapsing = onDay(31)

const link = (by: Actor, to: Person) => act(by, "accounts.issue-link", {}, to.account)
const confirm = (by: Actor, of: Person, at: Instant) => act(by, "accounts.confirm-proposal", {}, of.account, at)
const lapse = (of: Person, at: Instant) => act(installation, "accounts.lapse-proposal", {}, of.account, at)

const happenedTo = (record: string, id: string) =>
  Effect.map(
    EventStore.use((store) => store.history(record, id, { limit: 20 })),
    ({ data }) => data.map(({ actor, type }) => [type, actor.kind === "system" ? actor.rule : actor.kind])
  )

const organisationOf = (id: string) =>
  Effect.map(load(organisationRecord as never, id), (found) =>
    found._tag === "Some" ? (found.value.state as Organisation) : assert.fail(id)
  )

const moment = (now: Instant) => ({ now, today: bangkokDay(now) })

describe("what is proposed for an account", () => {
  it.effect("SEC-10 lapses when the thirtieth day is over, gives nothing, and what rests goes on resting", () =>
    Effect.gen(function* () {
      const { executive, one, two } = yield* agency
      yield* link(one, executive)
      const early = yield* Effect.flip(lapse(executive, justBefore(lapsing)))
      assert.deepStrictEqual([early._tag, early.rule], ["ProposalWaits", "SEC-10"])
      yield* lapse(executive, lapsing)
      const { proposal, resting, roles } = yield* stateOf(executive.account)
      assert.deepStrictEqual([roles, resting, proposal], [[], ["executive"], undefined])
      assert.strictEqual((yield* Effect.flip(confirm(two, executive, lapsing)))._tag, "NoProposal")
      assert.strictEqual((yield* Effect.flip(lapse(executive, onDay(90))))._tag, "NoProposal")
      yield* act(one, "accounts.give-roles", { roles: ["executive"] }, executive.account, onDay(40))
      assert.strictEqual(
        (yield* Effect.flip(confirm(one, executive, onDay(41))))._tag,
        "AnotherAdministratorNeeded",
        "whoever issued the link is kept out of it as before"
      )
      yield* confirm(two, executive, onDay(41))
      assert.deepStrictEqual((yield* stateOf(executive.account)).roles, ["executive"])
    }).pipe(Effect.provide(World))
  )

  for (const days of [0, 1, 29, 30, 31, 32, 60, 400])
    it.effect(`SEC-10 is confirmed or lapses, never both nor neither, on day ${days}`, () =>
      Effect.gen(function* () {
        const { one, two } = yield* agency
        const at = days === 0 ? proposedAt : onDay(days)
        for (const first of ["confirm", "lapse"]) {
          yield* act(one, "accounts.end", { reason }, two.account)
          const both = { confirm: confirm(two, two, at), lapse: lapse(two, at) }
          const order = first === "confirm" ? [both.confirm, both.lapse] : [both.lapse, both.confirm]
          const done = (yield* Effect.forEach(order, Effect.result)).filter(Result.isSuccess)
          assert.strictEqual(done.length, 1, first)
          const { status } = yield* stateOf(two.account)
          assert.strictEqual(status, days > 30 ? "active" : "ended")
          if (status === "ended") return
        }
      }).pipe(Effect.provide(World))
    )

  it.effect("SEC-10 can still be declined, and keeps its link ended", () =>
    Effect.gen(function* () {
      const { executive, one, two } = yield* agency
      yield* link(one, executive)
      yield* act(two, "accounts.decline-proposal", { reason }, executive.account, onDay(45))
      assert.strictEqual((yield* Effect.flip(lapse(executive, onDay(46))))._tag, "NoProposal")
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-10 is told to the account's person and to who proposed it, and to nobody else", () =>
    Effect.gen(function* () {
      const { executive, one } = yield* agency
      yield* link(one, executive)
      const state = yield* stateOf(executive.account)
      const lapsed = Result.getOrThrow(Staff.lapse(state, { actor: installation, now: lapsing }))
      assert.deepStrictEqual(
        lapsed.tells.map(({ about, account }) => [account, about]),
        [
          [executive.account, executive.account],
          [one.account, executive.account]
        ]
      )
      for (const { words } of lapsed.tells) assert.include(words.en, "within 30 days")
      assert.deepStrictEqual(lapsed.deadlines, [{ notBefore: lapsing }])
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-10 is due on its last day, so that those who can confirm it are reminded before it lapses", () =>
    Effect.gen(function* () {
      const { executive, one } = yield* agency
      yield* link(one, executive)
      const state = yield* stateOf(executive.account)
      const waiting = (now: Instant) => tasksOn(handlersOn(catalogue, "account"), state, moment(now))
      assert.deepStrictEqual(
        waiting(proposedAt).tasks.map(({ due, operation }) => [operation, due]),
        [["accounts.confirm-proposal", addDays(bangkokDay(proposedAt), 30)]]
      )
      assert.deepStrictEqual(waiting(lapsing).tasks, [], "nobody is asked for what has lapsed")
      assert.strictEqual(waiting(lapsing).refreshAt, lapsing, "the clock finds it until it has done it")
    }).pipe(Effect.provide(World))
  )
})

describe("the clock", () => {
  const at = (now: Instant) => TestClock.setTime(Date.parse(now))

  it.effect("SEC-10 finds what is due by the record alone, does it as the system, and once", () =>
    Effect.gen(function* () {
      const { executive, one } = yield* agency
      yield* link(one, executive)
      yield* at(justBefore(lapsing))
      assert.deepStrictEqual(yield* refreshTasks(catalogue), [])
      yield* at(lapsing)
      const due = yield* refreshTasks(catalogue)
      assert.deepStrictEqual(due, [{ operation: "accounts.lapse-proposal", id: executive.account as string }])
      assert.deepStrictEqual(yield* refreshTasks(catalogue), [], "it is handed over once a day")
      const acted = due.flatMap((one) => [actOnTheClock(catalogue, one), actOnTheClock(catalogue, one)])
      assert.sameMembers([...(yield* Effect.all(acted, { concurrency: 2 }))], ["done", "over"])
      assert.deepStrictEqual((yield* happenedTo("account", executive.account))[0], ["ProposalLapsed", "SEC-10"])
      yield* at(onDay(33))
      assert.deepStrictEqual(yield* refreshTasks(catalogue), [])
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-10 catches up after a year of standing still, each once, and hands over again what was lost", () =>
    Effect.gen(function* () {
      const { executive, finance, officer, one } = yield* agency
      for (const person of [executive, finance, officer]) yield* link(one, person)
      yield* at(onDay(365))
      const due = yield* refreshTasks(catalogue)
      assert.sameMembers(
        due.map(({ id }) => id),
        [executive, finance, officer].map(({ account }) => account as string)
      )
      const [first, ...lost] = due
      assert.strictEqual(yield* actOnTheClock(catalogue, first ?? assert.fail()), "done")
      yield* at(onDay(366))
      const again = yield* refreshTasks(catalogue)
      assert.sameDeepMembers([...again], lost)
      for (const one of again) assert.strictEqual(yield* actOnTheClock(catalogue, one), "done")
      for (const { account } of [executive, finance, officer]) {
        const lapses = (yield* happenedTo("account", account)).filter(([type]) => type === "ProposalLapsed")
        assert.strictEqual(lapses.length, 1)
      }
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-10 does nothing by itself that no record declares", () =>
    Effect.gen(function* () {
      const { executive } = yield* agency
      const lock = { operation: "accounts.lock", id: executive.account as string }
      assert.strictEqual(yield* actOnTheClock(catalogue, lock), "over")
      assert.strictEqual((yield* stateOf(executive.account)).status, "active")
    }).pipe(Effect.provide(World))
  )
})

describe("a claim", () => {
  it.effect("SEC-10 lapses unanswered, gives no role, and is stated and verified anew", () =>
    Effect.gen(function* () {
      const { officer, one } = yield* agency
      const id = yield* registered(officer, "มูลนิธิสมมติ")
      const claimant = yield* claims(one, id)
      const verify = (at: Instant) => act(officer, "organisations.verify-claim", {}, id, at)
      const late = yield* Effect.flip(verify(lapsing))
      assert.deepStrictEqual([late._tag, late.rule], ["ClaimNotOpen", "SEC-10"])
      const early = act(installation, "organisations.lapse-claim", {}, id, justBefore(lapsing))
      assert.strictEqual((yield* Effect.flip(early))._tag, "ClaimNotOpen")
      yield* TestClock.setTime(Date.parse(lapsing))
      const due = yield* refreshTasks(catalogue)
      assert.deepStrictEqual(due, [{ operation: "organisations.lapse-claim", id: id as string }])
      for (const one of due) assert.strictEqual(yield* actOnTheClock(catalogue, one), "done")
      assert.strictEqual((yield* organisationOf(id)).claim?._tag, "Invited")
      assert.deepStrictEqual((yield* stateOf(claimant.account)).roles, [])
      assert.deepStrictEqual((yield* happenedTo("organisation", id))[0], ["ClaimLapsed", "SEC-10"])
      yield* act(claimant, "organisations.claim", grounds, id, onDay(40))
      yield* verify(onDay(41))
      assert.deepStrictEqual((yield* stateOf(claimant.account)).roles, ["partner-administrator"])
    }).pipe(Effect.provide(World))
  )
})
