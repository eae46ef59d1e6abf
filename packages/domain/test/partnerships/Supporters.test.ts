import { assert, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { foldStream } from "../../src/engine/FoldStream.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { evolve, type Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, support } from "../journeys/Journey.ts"
import { act, invite, organisation, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const somebody = { name: "ครูสมศรี ใจดี", capacity: "local-figure", ability: "ชุมชนนับถือ" }
const delegate = { charged: true, decides: true }

const announced = Effect.gen(function* () {
  const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
  const propose = (by: Person, said: object = {}) => act(by, "supporters.propose-person", { ...somebody, ...said }, id)
  const agree = (by: Person, supporter = 1) => act(by, "supporters.agree", { supporter }, id)
  const decline = (by: Person, supporter = 1) => act(by, "supporters.decline", { supporter, reason: "ยังไม่รู้จัก" }, id)
  return { agency, id, people, recipient, propose, agree, decline }
})

it.effect("ACT-3 a person supports the work once both sides have said so: one proposes, the other agrees", () =>
  Effect.gen(function* () {
    const { agree, people, propose } = yield* announced
    const { officer, editor } = people
    const proposed = stateOf(yield* propose(officer))
    assert.deepInclude(proposed.supporters?.[0], { _tag: "Proposed", no: 1, side: "owner", by: officer.account })
    for (const own of [officer, people.executive])
      assert.deepInclude(yield* Effect.flip(agree(own)), {
        _tag: "WrongLane",
        rule: "ACT-3",
        facts: { step: "ACT-3", lane: "recipient" }
      })
    assert.strictEqual((yield* Effect.flip(propose(editor)))._tag, "SupporterAlreadyProposed")
    const agreed = stateOf(yield* agree(editor))
    assert.deepInclude(agreed.supporters?.[0], { _tag: "Agreed" })
    assert.strictEqual((yield* Effect.flip(agree(editor)))._tag, "SupporterUnknown")
    assert.strictEqual((yield* Effect.flip(propose(editor)))._tag, "SupporterAlreadyProposed")
    // The recipient proposes as well, and then it is the owner who agrees.
    yield* propose(editor, { name: "นายสมหมาย ตั้งใจ" })
    assert.strictEqual((yield* Effect.flip(agree(people.signatory, 2)))._tag, "WrongLane")
    assert.deepInclude(stateOf(yield* agree(officer, 2)).supporters?.[1], { _tag: "Agreed", side: "recipient" })
  }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-3 until then it is declined by the other side or withdrawn, with a reason, and may be proposed anew",
  () =>
    Effect.gen(function* () {
      const { agree, decline, people, propose } = yield* announced
      yield* propose(people.officer)
      const declined = stateOf(yield* decline(people.editor))
      assert.deepInclude(declined.supporters?.[0], { _tag: "Declined" })
      assert.strictEqual((yield* Effect.flip(agree(people.editor)))._tag, "SupporterUnknown")
      yield* propose(people.officer)
      const withdrawn = stateOf(yield* decline(people.executive, 2)).supporters?.[1]
      assert.strictEqual(withdrawn?._tag === "Declined" ? withdrawn.declined.side : "", "owner")
      yield* propose(people.officer)
      yield* agree(people.editor, 3)
      assert.strictEqual((yield* Effect.flip(decline(people.officer, 3)))._tag, "SupporterUnknown")
    }).pipe(Effect.provide(World))
)

it.effect("ACT-3 an organisation takes part once both sides have agreed, and is neither owner nor recipient", () =>
  Effect.gen(function* () {
    const { agency, id, people, recipient } = yield* announced
    const supporter = yield* organisation("สมาคมสมมติ", "civil-society", "association")
    const outside = yield* invite(supporter, "partner-editor")
    const propose = (by: Person, named: string) =>
      act(by, "supporters.propose", { organisation: named, ability: "มีเครือข่าย" }, id)
    for (const [named, side] of [
      [agency, "owner"],
      [recipient, "recipient"]
    ] as const)
      assert.deepInclude(yield* Effect.flip(propose(people.officer, named)), {
        _tag: "SupporterIsASide",
        rule: "ACT-3",
        field: "/organisation",
        facts: { side }
      })
    const waits = stateOf(yield* propose(people.officer, supporter))
    assert.isFalse(waits.parties.some(({ organisation }) => organisation === supporter))
    assert.strictEqual((yield* Effect.flip(propose(outside, recipient)))._tag, "NotPermitted")
    const keeper = yield* invite(supporter, "partner-administrator", "supporter")
    const agree = act(people.editor, "supporters.agree", { supporter: 1 }, id)
    yield* act(keeper, "organisations.deactivate", { reason: "หยุดดำเนินการ" }, supporter)
    assert.strictEqual((yield* Effect.flip(agree))._tag, "OrganisationInactive")
    yield* act(keeper, "organisations.reactivate", {}, supporter)
    const { parties } = stateOf(yield* agree)
    assert.deepInclude(parties, { organisation: supporter, as: "supporter", reason: "มีเครือข่าย" } as never)
    // Now it is in the partnership, and still neither side.
    assert.strictEqual((yield* Effect.flip(propose(outside, supporter)))._tag, "WrongLane")
    assert.strictEqual((yield* Effect.flip(propose(people.editor, supporter)))._tag, "SupporterAlreadyProposed")
    const named = yield* Effect.flip(
      act(people.officer, "partners.name", { organisation: supporter, as: "supporter" }, id)
    )
    assert.strictEqual(named._tag, "InputMalformed")
  }).pipe(Effect.provide(World))
)

it("ACT-3 whoever was named a supporter when the owner alone did so, counts as agreed to", () => {
  const organisation = "00000000-0000-4000-8000-000000000003"
  const event = { _tag: "PartyNamed", party: { organisation, as: "supporter" } } as never
  const actor = { kind: "system" } as never
  const state = evolve(undefined, { actor, at: "2026-01-01T00:00:00.000Z" as never, event })
  assert.deepStrictEqual(
    state.parties.map(({ as }) => as),
    ["supporter"]
  )
  assert.include(partnershipRecord.access(state).parties as ReadonlyArray<string>, organisation)
})

it.effect(
  "ACT-3 a person who supports the work sits on the committee without an organisation, as that person only",
  () =>
    Effect.gen(function* () {
      const { agency, agree, id, people, propose, recipient } = yield* announced
      yield* propose(people.officer)
      const owner = { name: "ประธาน", organisation: agency, side: "owner", position: "ประธาน", ...delegate }
      const partner = { name: "ผู้แทน", organisation: recipient, side: "recipient", position: "กรรมการ", ...delegate }
      const seat = { name: somebody.name, supporter: 1, side: "supporter", position: "กรรมการ", ...delegate }
      const appoint = (...others: ReadonlyArray<object>) =>
        act(people.executive, "committees.appoint", { order: "1/2570", members: [owner, partner, ...others] }, id)
      const refused = { _tag: "SeatRefused", facts: { member: 3, problem: "NotThatPerson" } }
      assert.deepInclude(yield* Effect.flip(appoint(seat)), refused)
      yield* agree(people.editor)
      for (const wrong of [{ name: "คนอื่น" }, { side: "owner" }, { supporter: 2 }, { organisation: recipient }])
        assert.deepInclude(yield* Effect.flip(appoint({ ...seat, ...wrong })), refused)
      const { supporter: _, ...nobody } = seat
      assert.deepInclude((yield* Effect.flip(appoint(nobody))).facts, { problem: "OrganisationNotOfSide" })
      assert.strictEqual((yield* Effect.flip(appoint()))._tag, "CommitteeIncomplete")
      const state = stateOf(yield* appoint(seat))
      const held = state.committee?._tag === "Appointed" ? state.committee.seats[2] : undefined
      assert.notProperty(held, "organisation")
      assert.deepInclude(held, { supporter: 1, side: "supporter" })
      // One person, erased from both at once.
      const subject = held?.holder.subject
      const reason = "เจ้าของข้อมูลขอให้ลบ"
      yield* act(people.administrator, "partnerships.erase-person", { subject, reason }, id)
      const store = yield* EventStore
      const loaded = Option.getOrThrow(yield* store.load("partnership", id))
      const history = yield* store.history("partnership", id, { limit: 1000 })
      for (const said of [somebody.name, somebody.ability])
        assert.notInclude(JSON.stringify([loaded.state, history.data]), said)
      assert.deepStrictEqual(foldStream(catalogue)("partnership", [...history.data].reverse()).state, loaded.state)
    }).pipe(Effect.provide(World))
)

it.effect("ACT-3 before a recipient is selected nobody agrees: no candidate is the other side", () =>
  Effect.gen(function* () {
    const { mission, people, recipient } = yield* journey("contracting", "announced")
    const begun = yield* act(people.officer, "partnerships.start", { mission, title: { th: "อีกความร่วมมือ" } })
    yield* act(people.officer, "partners.name", { organisation: recipient, as: "candidate" }, begun.id)
    yield* act(people.officer, "supporters.propose-person", somebody, begun.id)
    const asked = [
      ["supporters.agree", { supporter: 1 }],
      ["supporters.decline", { supporter: 1, reason: "ไม่เห็นด้วย" }],
      ["supporters.propose-person", { ...somebody, name: "นายสมหมาย" }]
    ] as const
    for (const [operation, input] of asked) {
      const refused = yield* Effect.flip(act(people.editor, operation, input, begun.id))
      assert.include(["WrongLane", "NotPermitted"], refused._tag, operation)
    }
  }).pipe(Effect.provide(World))
)

it.effect("ACT-3 whoever supports may differ: two of them are numbered in the order of their proposals", () =>
  Effect.gen(function* () {
    const { agree, id, people, propose } = yield* announced
    yield* propose(people.officer)
    const supporter = yield* organisation("สภาองค์กรชุมชน", "civil-society", "association")
    yield* support(people, id, supporter, 2)
    const { supporters } = stateOf(yield* agree(people.editor))
    assert.deepStrictEqual(
      supporters?.map(({ no, _tag, who }) => [no, _tag, who._tag]),
      [
        [1, "Agreed", "Person"],
        [2, "Agreed", "Organisation"]
      ]
    )
  }).pipe(Effect.provide(World))
)
