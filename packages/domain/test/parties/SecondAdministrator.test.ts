import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import type { Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"
import { act, installation, invite, organisation, World } from "../journeys/World.ts"
import { agency, confirm, giveRoles, refused, stateOf } from "./Accounts.ts"
import { mandateFor, reason } from "./Boundaries.ts"

const moment = { now: "2026-11-02T03:00:00.000Z" as Instant, today: "2026-11-02" as IsoDate }

it.effect("SEC-9 where there are two administrators, roles are held once the other one has confirmed them", () =>
  Effect.gen(function* () {
    const { finance, officer, one, two } = yield* agency
    yield* giveRoles(one, officer, "programme-officer", "executive")
    const proposed = yield* stateOf(officer.account)
    assert.deepStrictEqual(proposed.roles, ["programme-officer"])
    assert.deepInclude(proposed.proposal, { _tag: "Roles", by: one.account, roles: ["programme-officer", "executive"] })
    const { tasks } = tasksOn(handlersOn(catalogue, "account"), proposed, moment)
    assert.deepStrictEqual(
      [one, two, officer, finance].map((person) => tasks.some((task) => waitsFor(task, person))),
      [false, true, false, false],
      "it waits for the other administrator alone"
    )
    assert.strictEqual(yield* refused(confirm(one, officer)), "AnotherAdministratorNeeded")
    const { facts } = yield* Effect.flip(confirm(one, officer))
    assert.deepInclude(facts["why"], { en: "You proposed this, so you do not confirm it." })
    assert.strictEqual(yield* refused(confirm(officer, officer)), "NotPermitted")
    yield* confirm(two, officer)
    const { proposal, roles } = yield* stateOf(officer.account)
    assert.deepStrictEqual([roles, proposal], [["programme-officer", "executive"], undefined])
    assert.strictEqual(yield* refused(confirm(two, officer)), "NoProposal")
    yield* giveRoles(one, officer, "programme-officer")
    assert.deepStrictEqual((yield* stateOf(officer.account)).roles, ["programme-officer"], "less needs no second one")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 whoever is invited holds no role before the other administrator has confirmed it", () =>
  Effect.gen(function* () {
    const { id, one, two } = yield* agency
    const invitation = { organisation: id, name: "คนใหม่", email: "new@example.org", roles: ["agency-administrator"] }
    const { id: account } = yield* act(one, "accounts.invite", invitation)
    assert.deepStrictEqual((yield* stateOf(account)).roles, [])
    yield* act(two, "accounts.decline-proposal", { reason }, account)
    const declined = yield* stateOf(account)
    assert.deepStrictEqual([declined.roles, declined.proposal], [[], undefined])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 nobody acts on the own account, nor gives a mandate to themselves where another one could", () =>
  Effect.gen(function* () {
    const { id, one, two } = yield* agency
    const own = (operation: string, input: object) => refused(act(one, operation, input, one.account))
    for (const operation of ["accounts.lock", "accounts.end"])
      assert.strictEqual(yield* own(operation, { reason }), "AnotherAdministratorNeeded")
    assert.strictEqual(yield* own("accounts.issue-link", {}), "AnotherAdministratorNeeded")
    assert.strictEqual(yield* own("accounts.give-roles", { roles: [] }), "AnotherAdministratorNeeded")
    const mandate = act(one, "organisations.give-mandate", mandateFor(one.account), id)
    assert.strictEqual(yield* refused(mandate), "AnotherAdministratorNeeded")
    yield* act(two, "organisations.give-mandate", mandateFor(one.account), id)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 the sole administrator of a small organisation may sign for it too", () =>
  Effect.gen(function* () {
    const id = yield* organisation("สมาคมสมมติ", "civil-society", "association")
    const alone = yield* invite(id, "partner-administrator")
    yield* act(alone, "organisations.give-mandate", mandateFor(alone.account), id)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 an administrator is not made to go by one other alone, and whoever locks the other is not alone", () =>
  Effect.gen(function* () {
    const { officer, one, two } = yield* agency
    yield* act(one, "accounts.end", { reason }, two.account)
    assert.strictEqual((yield* stateOf(two.account)).status, "active")
    assert.strictEqual(yield* refused(confirm(one, two)), "AnotherAdministratorNeeded")
    yield* act(two, "accounts.decline-proposal", { reason }, two.account)
    yield* giveRoles(one, two, "finance")
    assert.deepStrictEqual((yield* stateOf(two.account)).roles, ["agency-administrator"])
    yield* act(one, "accounts.lock", { reason }, two.account)
    yield* giveRoles(one, officer, "programme-officer", "executive")
    assert.deepStrictEqual((yield* stateOf(officer.account)).roles, ["programme-officer"])
    // Whoever runs the machine is the way out.
    yield* act(installation, "accounts.end", { reason }, two.account)
    yield* giveRoles(one, officer, "programme-officer", "executive")
    assert.deepStrictEqual((yield* stateOf(officer.account)).roles, ["programme-officer", "executive"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 an administrator goes with their own consent, and ends no other's account by it", () =>
  Effect.gen(function* () {
    const { one, two } = yield* agency
    yield* act(one, "accounts.end", { reason }, two.account)
    yield* confirm(two, two)
    assert.strictEqual((yield* stateOf(two.account)).status, "ended")
    yield* giveRoles(one, one, "agency-administrator", "finance").pipe(refused)
    assert.deepStrictEqual((yield* stateOf(one.account)).roles, ["agency-administrator"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 of two administrators, who gets further roles accepts them, or whoever runs the machine does", () =>
  Effect.gen(function* () {
    const { id, one, two } = yield* agency
    for (const by of [two, installation]) {
      const roles = [...(yield* stateOf(two.account)).roles, by === two ? "executive" : "finance"] as const
      yield* giveRoles(one, two, ...roles)
      const proposed = yield* stateOf(two.account)
      assert.notDeepEqual(proposed.roles, roles, "one person's act gives nothing")
      assert.strictEqual(yield* refused(confirm(one, two)), "AnotherAdministratorNeeded")
      const { tasks } = tasksOn(handlersOn(catalogue, "account"), proposed, moment)
      assert.deepStrictEqual(
        [one, two].map((person) => tasks.some((task) => waitsFor(task, person))),
        [false, true]
      )
      yield* confirm(by, two)
      assert.deepStrictEqual((yield* stateOf(two.account)).roles, roles)
    }
    const third = yield* invite(id, "agency-administrator", "third")
    yield* giveRoles(one, two, "agency-administrator", "auditor")
    assert.strictEqual(yield* refused(confirm(two, two)), "AnotherAdministratorNeeded", "a third one does")
    yield* confirm(third, two)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 who came in by the other one's link accepts nothing for themselves", () =>
  Effect.gen(function* () {
    const { one, two } = yield* agency
    yield* act(one, "accounts.issue-link", {}, two.account)
    yield* act(one, "accounts.decline-proposal", { reason }, two.account)
    yield* giveRoles(one, two, "agency-administrator", "executive")
    assert.deepStrictEqual((yield* stateOf(two.account)).proposal?._tag, "Roles")
    assert.strictEqual(yield* refused(confirm(two, two)), "AnotherAdministratorNeeded")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 of two administrators who became three, who gets further roles no longer accepts them alone", () =>
  Effect.gen(function* () {
    const { id, one, two } = yield* agency
    yield* giveRoles(one, two, "agency-administrator", "executive")
    const third = yield* invite(id, "agency-administrator", "third")
    const byItself = yield* Effect.flip(confirm(two, two))
    assert.deepInclude(byItself, { _tag: "AnotherAdministratorNeeded" })
    assert.deepInclude(byItself.facts["why"], { en: "There is a further administrator by now: that one confirms it." })
    yield* act(two, "accounts.lock", { reason }, third.account)
    assert.strictEqual(yield* refused(confirm(two, two)), "AnotherAdministratorNeeded", "whoever is locked counts")
    yield* act(two, "accounts.unlock", {}, third.account)
    yield* confirm(third, two)
    assert.deepStrictEqual((yield* stateOf(two.account)).roles, ["agency-administrator", "executive"])
  }).pipe(Effect.provide(World))
)
