import { assert, it } from "@effect/vitest"
import { Effect, Layer, Option, Schema } from "effect"
import { catalogue, wordingOf } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { Files } from "../../src/engine/Files.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import type { Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"
import { type Mission, missionRecord } from "../../src/missions/Mission.ts"
import { filesIn } from "../../src/parties/Claim.ts"
import { type Organisation, OrganisationEvent, organisationRecord } from "../../src/parties/Organisation.ts"
import { sign } from "../../src/partnerships/decisions/agreeing.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, installation, invite, organisation, people, World } from "../journeys/World.ts"
import { stateOf as accountOf } from "./Accounts.ts"
import { claims, grounds, joins, mandateFor, reason, registered } from "./Boundaries.ts"

const moment = { now: "2026-11-02T03:00:00.000Z" as Instant, today: "2026-11-02" as IsoDate }

const stateOf = <A>(type: object, id: string) =>
  Effect.map(load(type as never, id), (found) => (found._tag === "Some" ? (found.value.state as A) : assert.fail(id)))

const begun = Effect.gen(function* () {
  const agency = yield* people(yield* organisation("กรมสมมติ", "state", "department"))
  const partner = yield* registered(agency.officer, "มูลนิธิสมมติ")
  return { ...agency, partner }
})

it.effect("SEC-8 an organisation gets its administrator by two people of the agency, and then is its own", () =>
  Effect.gen(function* () {
    const { administrator, finance, officer, partner } = yield* begun
    const claimant = yield* claims(administrator, partner)
    const waiting = yield* stateOf<Organisation>(organisationRecord, partner)
    const { tasks } = tasksOn(handlersOn(catalogue, "organisation"), waiting, moment)
    assert.deepStrictEqual(
      [administrator, officer, finance, claimant].map((person) => tasks.some((task) => waitsFor(task, person))),
      [false, true, false, false],
      "it waits for the officer, not for who invited"
    )
    const own = act(claimant, "accounts.invite", {
      organisation: partner,
      name: "ผู้ลงนาม",
      email: "signs@example.org",
      roles: ["partner-signatory"]
    })
    assert.strictEqual((yield* Effect.flip(own))._tag, "NotPermitted", "who is not verified has no power")
    yield* act(officer, "organisations.verify-claim", {}, partner)
    const { claim } = yield* stateOf<Organisation>(organisationRecord, partner)
    assert.deepInclude(claim, {
      _tag: "Verified",
      account: claimant.account,
      invitedBy: administrator.account,
      verifiedBy: officer.account
    })
    const administers = { ...claimant, roles: ["partner-administrator"] as const }
    const { account } = yield* joins(administers, partner, "partner-signatory", "signs", ["partner-signatory"])
    yield* act(administers, "organisations.give-mandate", mandateFor(account), partner)
    const late = act(officer, "organisations.deactivate", { reason }, partner)
    const refused = yield* Effect.flip(late)
    assert.strictEqual(refused._tag, "NotPermitted")
    assert.strictEqual(
      wordingOf(refused as never).en,
      "You may not “Make an organisation inactive” on this record. It is for: agency administrator or partner administrator of the organisation itself; programme officer or agency administrator of the agency that registered it, until it has an administrator of its own."
    )
  }).pipe(Effect.provide(World))
)

it.effect("SEC-8 the position that was claimed is the account's own once the claim is verified, and not before", () =>
  Effect.gen(function* () {
    const { administrator, officer, partner } = yield* begun
    const { account } = yield* claims(administrator, partner)
    const held = Effect.map(accountOf(account), ({ holder, roles }) => [holder?.position, roles])
    assert.deepStrictEqual(yield* held, [undefined, []])
    yield* act(officer, "organisations.verify-claim", {}, partner)
    assert.deepStrictEqual(yield* held, [grounds.position, ["partner-administrator"]])
    const { data } = yield* EventStore.use((store) => store.history("account", account, { limit: 2 }))
    assert.deepStrictEqual(
      data.map(({ actor, type }) => [type, actor.kind === "person" ? actor.account : actor.kind]),
      [
        ["RolesGiven", officer.account],
        ["PositionChanged", officer.account]
      ]
    )
  }).pipe(Effect.provide(World))
)

it.effect("SEC-8 whoever claims in the position that the account has already is not given it again", () =>
  Effect.gen(function* () {
    const { administrator, officer, partner } = yield* begun
    const { account } = yield* claims(administrator, partner)
    yield* act(administrator, "accounts.set-position", { position: grounds.position }, account)
    yield* act(officer, "organisations.verify-claim", {}, partner)
    const { data } = yield* EventStore.use((store) => store.history("account", account, { limit: 9 }))
    assert.deepStrictEqual(
      data.map(({ type }) => type),
      ["RolesGiven", "PositionChanged", "AccountInvited"]
    )
  }).pipe(Effect.provide(World))
)

it.effect("SEC-8 a claim that is sent back says why to whoever stated it, and is stated anew", () =>
  Effect.gen(function* () {
    const { administrator, officer, partner } = yield* begun
    const claimant = yield* claims(administrator, partner)
    yield* act(officer, "organisations.return-claim", { reason: "ไม่มีเลขที่คำสั่ง" }, partner)
    const asked = { operation: "organisations.get", id: partner, input: {} }
    const shown = (yield* ask(catalogue, { ...asked, actor: claimant })) as { readonly data: Organisation }
    assert.deepInclude(shown.data.claim, { _tag: "Invited" })
    assert.include(JSON.stringify(shown.data.claim), "ไม่มีเลขที่คำสั่ง")
    const openly = (yield* ask(catalogue, { ...asked, actor: null })) as { readonly data: Organisation }
    assert.deepStrictEqual<unknown>(openly.data.claim, { _tag: "Invited" })
    yield* act(claimant, "organisations.claim", { ...grounds, order: "2/2569" }, partner)
    yield* act(officer, "organisations.verify-claim", {}, partner)
  }).pipe(Effect.provide(World))
)

const letter = "a".repeat(64)
const kept = Layer.succeed(Files, {
  find: (digest) =>
    Effect.succeed(
      digest === letter
        ? Option.some({ file: { digest, size: 5, type: "application/pdf" }, isOwn: true, holders: [] })
        : Option.none()
    )
})

it.effect("SEC-8 the letter that shows it is a file that is known, and goes with the claim", () =>
  Effect.gen(function* () {
    const { administrator, partner } = yield* begun
    const claimant = yield* joins(administrator, partner, "partner-administrator", "claims", [])
    const stating = (digest: string) =>
      act(claimant, "organisations.claim", { ...grounds, letter: digest, letterName: "คำสั่ง.pdf" }, partner)
    assert.strictEqual((yield* Effect.flip(stating("b".repeat(64))))._tag, "LetterUnknown")
    yield* stating(letter)
    const { claim } = yield* stateOf<Organisation>(organisationRecord, partner)
    assert.deepInclude(filesIn(claim?._tag === "Stated" ? claim : undefined)[0], {
      digest: letter,
      name: "คำสั่ง.pdf"
    })
  }).pipe(Effect.provide(Layer.merge(World, kept)))
)

it.effect("SEC-3 the letter of a claim goes with the personal data of whoever stated it", () =>
  Effect.gen(function* () {
    const { administrator, partner } = yield* begun
    const claimant = yield* joins(administrator, partner, "partner-administrator", "claims", [])
    yield* act(claimant, "organisations.claim", { ...grounds, letter, letterName: "แต่งตั้งนางสมศรี.pdf" }, partner)
    yield* act(installation, "organisations.verify-claim", {}, partner)
    const keeper = yield* invite(partner, "partner-administrator", "keeps")
    yield* act(installation, "accounts.end", { reason }, claimant.account)
    yield* act(keeper, "accounts.erase-personal-data", { reason }, claimant.account)
    const { claim } = yield* stateOf<Organisation>(organisationRecord, partner)
    assert.deepStrictEqual(filesIn(claim?._tag === "Verified" ? claim : undefined), [])
    const { data: events } = yield* (yield* EventStore).history("organisation", partner, { limit: 20 })
    for (const known of ["สมศรี", letter]) assert.notInclude(JSON.stringify([claim, events]), known)
  }).pipe(Effect.provide(Layer.merge(World, kept)))
)

it("SEC-3 a letter that was stored before it was personal data is read, and written as it was", () => {
  const subject = "01910000-0000-7000-8000-000000000001"
  const old = { digest: letter, name: "คำสั่ง.pdf", type: "application/pdf", size: 5 }
  const stored = { _tag: "ClaimStated", grounds: { holder: { subject }, order: "1/2569", letter: old } }
  const read = Schema.decodeUnknownSync(OrganisationEvent)(stored)
  assert.deepStrictEqual<unknown>(Schema.encodeUnknownSync(OrganisationEvent)(read), stored)
  assert.deepStrictEqual(filesIn(read._tag === "ClaimStated" ? read : undefined)[0], old)
})

it.effect("SEC-8 where the agency has one person only, whoever runs the machine verifies", () =>
  Effect.gen(function* () {
    const { administrator, partner } = yield* begun
    yield* claims(administrator, partner)
    assert.strictEqual(
      (yield* Effect.flip(act(administrator, "organisations.verify-claim", {}, partner)))._tag,
      "ClaimByInviter"
    )
    yield* act(installation, "organisations.verify-claim", {}, partner)
    const { claim } = yield* stateOf<Organisation>(organisationRecord, partner)
    assert.isTrue(claim?._tag === "Verified" && claim.verifiedBy === undefined)
  }).pipe(Effect.provide(World))
)

it("SEC-8 an organisation registered before agencies had boundaries is looked after by nobody else", () => {
  const particulars = { name: { th: "มูลนิธิเดิม" }, legalForm: "foundation", sector: "civil-society" }
  const id = "01910000-0000-7000-8000-000000000001"
  const read = Schema.decodeUnknownSync(OrganisationEvent)({ _tag: "OrganisationRegistered", id, particulars })
  const state = organisationRecord.evolve(undefined, {
    event: read,
    at: moment.now,
    actor: { kind: "system", rule: "SEC-5" }
  })
  assert.deepStrictEqual(organisationRecord.access(state).parties, [])
})

it.effect("ACT-8 whoever has signed for one side does not sign for the other", () =>
  Effect.gen(function* () {
    const { mission, partnership: id, people, recipient } = yield* journey("contracting", "drafted")
    yield* act(people.executive, "agreements.sign", {}, id)
    const partnership = yield* stateOf<Partnership>(partnershipRecord, id)
    const partner = yield* stateOf<Organisation>(organisationRecord, recipient)
    const changed = { ...people.executive, organisation: people.signatory.organisation }
    const mandates = partner.mandates.map((mandate) => ({ ...mandate, account: changed.account }))
    const context = { actor: changed, ...moment, newId: () => id }
    const both = {
      mission: yield* stateOf<Mission>(missionRecord, mission),
      owner: partner,
      recipient: { ...partner, mandates }
    }
    const refused = sign(partnership, both, context)
    assert.deepInclude(refused._tag === "Failure" ? refused.failure : undefined, {
      _tag: "SeparationOfDuties",
      rule: "ACT-8"
    })
  }).pipe(Effect.provide(World))
)
