import { assert, it } from "@effect/vitest"
import { Effect, Exit, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { commandsOf, handlersOn, offeredIn } from "../../src/engine/Catalogue.ts"
import { perform } from "../../src/engine/Perform.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { AccountId, type Actor, type Person } from "../../src/kernel/Actor.ts"
import { fieldsOf } from "../../src/kernel/Field.ts"
import type { Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"
import { AccountEvent, evolve } from "../../src/parties/Account.ts"
import { act, installation, invite, organisation, World } from "../journeys/World.ts"
import { agency, confirm, giveRoles, refused, stateOf } from "./Accounts.ts"
import { claims, reason, registered } from "./Boundaries.ts"

const moment = { now: "2026-11-02T03:00:00.000Z" as Instant, today: "2026-11-02" as IsoDate }

const link = (by: Actor, to: Person) => act(by, "accounts.issue-link", {}, to.account)
const decline = (by: Actor, of: Person) => act(by, "accounts.decline-proposal", { reason }, of.account)
const end = (by: Actor, of: Person) => act(by, "accounts.end", { reason }, of.account)

const rolesOf = (person: Person) =>
  Effect.map(stateOf(person.account), ({ proposal, resting, roles }) => [roles, resting, proposal?._tag])

it.effect(
  "SEC-9 the roles of an account rest from a link on, until another administrator has confirmed who came in",
  () =>
    Effect.gen(function* () {
      const { executive, finance, one, two } = yield* agency
      yield* link(one, executive)
      assert.deepStrictEqual(yield* rolesOf(executive), [[], ["executive"], "Handover"])
      const { tasks } = tasksOn(handlersOn(catalogue, "account"), yield* stateOf(executive.account), moment)
      assert.deepStrictEqual(
        [one, two, executive, finance].map((person) => tasks.some((task) => waitsFor(task, person))),
        [false, true, false, false],
        "it waits for the other administrator alone"
      )
      assert.strictEqual(yield* refused(confirm(one, executive)), "AnotherAdministratorNeeded")
      yield* confirm(two, executive)
      assert.deepStrictEqual(yield* rolesOf(executive), [["executive"], undefined, undefined])
    }).pipe(Effect.provide(World))
)

it.effect("SEC-9 an administrator's own roles rest even where nobody but the machine could confirm them", () =>
  Effect.gen(function* () {
    const { officer, one, two } = yield* agency
    yield* link(one, two)
    assert.deepStrictEqual(yield* rolesOf(two), [[], ["agency-administrator"], "Handover"])
    assert.strictEqual(yield* refused(confirm(one, two)), "AnotherAdministratorNeeded")
    assert.strictEqual(yield* refused(confirm({ ...two, roles: [] }, two)), "NotPermitted")
    yield* giveRoles(one, officer, "programme-officer", "executive")
    assert.deepStrictEqual((yield* stateOf(officer.account)).proposal?._tag, "Roles", "who rests still counts")
    yield* confirm(installation, two)
    assert.deepStrictEqual(yield* rolesOf(two), [["agency-administrator"], undefined, undefined])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 a declined link leaves the roles at rest, and whoever issued it gets them back by no other way", () =>
  Effect.gen(function* () {
    const { executive, one, two } = yield* agency
    yield* link(one, two)
    yield* decline(one, two)
    assert.deepStrictEqual(yield* rolesOf(two), [[], ["agency-administrator"], undefined])
    yield* giveRoles(one, two, "agency-administrator")
    assert.strictEqual(yield* refused(confirm(one, two)), "AnotherAdministratorNeeded")
    yield* confirm(installation, two)
    yield* link(one, executive)
    yield* decline(one, executive)
    yield* giveRoles(two, executive, "executive")
    assert.strictEqual(yield* refused(confirm(one, executive)), "AnotherAdministratorNeeded", "the link was theirs")
    yield* decline(two, executive)
    yield* giveRoles(one, executive)
    yield* giveRoles(two, executive, "executive")
    assert.strictEqual(yield* refused(confirm(one, executive)), "AnotherAdministratorNeeded", "and still is")
    yield* decline(two, executive)
    yield* link(two, executive)
    yield* giveRoles(two, executive, "executive")
    yield* confirm(one, executive)
    assert.deepStrictEqual(yield* rolesOf(executive), [["executive"], undefined, undefined])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-9 while something proposed for an account waits, nothing else takes its place", () =>
  Effect.gen(function* () {
    const { executive, one, two } = yield* agency
    yield* end(one, two)
    assert.strictEqual(yield* refused(link(one, two)), "ProposalWaits")
    assert.strictEqual(yield* refused(giveRoles(one, two, "finance")), "ProposalWaits")
    yield* decline(two, two)
    yield* link(one, two)
    assert.strictEqual(yield* refused(link(one, two)), "ProposalWaits")
    assert.strictEqual(yield* refused(end(one, two)), "ProposalWaits")
    yield* decline(one, two)
    yield* end(one, two)
    assert.strictEqual((yield* stateOf(two.account)).status, "active", "who rests is not ended by one alone")
    yield* link(one, executive)
    yield* end(one, executive)
    assert.deepInclude(yield* stateOf(executive.account), { status: "ended" }, "who is no administrator may be ended")
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-9 whoever is invited gets the first link while the roles wait, and no second one until they are decided",
  () =>
    Effect.gen(function* () {
      const { id, one, two } = yield* agency
      const asked = { organisation: id, name: "คนใหม่", email: "new@example.org", roles: ["finance"] }
      const { id: account } = yield* act(two, "accounts.invite", asked)
      const joined: Person = { kind: "person", account: account as Person["account"], organisation: id, roles: [] }
      yield* link(one, joined)
      assert.deepStrictEqual(yield* rolesOf(joined), [[], undefined, "Roles"])
      assert.strictEqual(yield* refused(link(two, joined)), "ProposalWaits")
      assert.strictEqual(yield* refused(confirm(one, joined)), "AnotherAdministratorNeeded", "the link was theirs")
      yield* decline(two, joined)
      yield* giveRoles(one, joined, "finance")
      yield* confirm(two, joined)
      assert.deepStrictEqual(yield* rolesOf(joined), [["finance"], undefined, undefined])
      yield* giveRoles(two, joined, "finance", "executive")
      yield* confirm(one, joined)
      assert.deepStrictEqual((yield* stateOf(account)).roles, ["finance", "executive"], "that was long ago")
    }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-9 where one administrator is alone, a link does not make roles rest; a link of the machine never does",
  () =>
    Effect.gen(function* () {
      const id = yield* organisation("สมาคมสมมติ", "civil-society", "association")
      const alone = yield* invite(id, "partner-administrator")
      const editor = yield* invite(id, "partner-editor")
      yield* link(alone, editor)
      assert.deepStrictEqual(yield* rolesOf(editor), [["partner-editor"], undefined, undefined])
      const asked = { organisation: id, name: "คนที่สอง", email: "b@example.org", roles: ["partner-administrator"] }
      const { id: account } = yield* act(alone, "accounts.invite", asked)
      const second = { ...alone, account: account as Person["account"] }
      yield* link(alone, second)
      assert.deepStrictEqual(
        yield* rolesOf(second),
        [["partner-administrator"], undefined, undefined],
        "the first link"
      )
      yield* link(alone, second)
      assert.deepStrictEqual(yield* rolesOf(second), [[], ["partner-administrator"], "Handover"])
      yield* link(installation, alone)
      assert.deepStrictEqual(yield* rolesOf(alone), [["partner-administrator"], undefined, undefined])
    }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-8 while a claim waits, its account gets no link, and whoever issued the last one does not verify it",
  () =>
    Effect.gen(function* () {
      const { officer, one, two } = yield* agency
      const id = yield* registered(officer, "มูลนิธิสมมติ")
      const claimant = yield* claims(one, id)
      assert.strictEqual(yield* refused(link(one, claimant)), "ClaimNotOpen")
      yield* act(two, "organisations.return-claim", { reason }, id)
      yield* link(two, claimant)
      yield* act(claimant, "organisations.claim", { position: "ผู้ประสานงาน", order: "1/2569" }, id)
      assert.strictEqual(yield* refused(act(two, "organisations.verify-claim", {}, id)), "ClaimByInviter")
      yield* act(officer, "organisations.verify-claim", {}, id)
      assert.strictEqual(yield* refused(link(one, claimant)), "RecordNotFound")
    }).pipe(Effect.provide(World))
)

it("links that were stored before roles could rest are read as they were", () => {
  const one = AccountId.make("00000000-0000-4000-8000-000000000001")
  const actor: Actor = { kind: "person", account: one, organisation: null, roles: [] }
  const event = Schema.decodeUnknownSync(AccountEvent)({ _tag: "LinkIssued" })
  const { linkedBy, linksIssued, resting } = evolve(undefined, { actor, at: moment.now, event })
  assert.deepStrictEqual([linksIssued, linkedBy, resting], [1, undefined, undefined])
})

it("SEC-9 no act changes the address of an account, so that a link goes to the one that its person was invited with", () => {
  const takingAddresses = commandsOf(catalogue).filter(({ input }) =>
    fieldsOf(input).some(({ name }) => /mail|address/iu.test(name))
  )
  assert.deepStrictEqual(
    takingAddresses.map(({ name }) => name),
    ["accounts.invite"]
  )
  const stating = Object.entries(AccountEvent.cases).filter(([, { fields }]) => "personal" in fields)
  assert.deepStrictEqual(
    stating.map(([name]) => name),
    ["AccountInvited"]
  )
})

it.effect("SEC-9 no link is issued without the link itself, and what cannot be written with it undoes the act", () =>
  Effect.gen(function* () {
    const { executive, one } = yield* agency
    const before = yield* stateOf(executive.account)
    const plain = {
      operation: "accounts.issue-link",
      id: executive.account,
      input: {},
      actor: one,
      seen: "latest"
    } as const
    assert.strictEqual(yield* refused(perform(catalogue, plain)), "OperationUnknown")
    const broken = yield* Effect.exit(
      perform(catalogue, { ...plain, along: Effect.die(new Error("the disk is full")) })
    )
    assert.isTrue(Exit.isFailure(broken))
    assert.deepStrictEqual(yield* stateOf(executive.account), before)
    assert.notInclude(
      offeredIn(catalogue).map(({ name }) => name),
      "accounts.issue-link"
    )
  }).pipe(Effect.provide(World))
)
