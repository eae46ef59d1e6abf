import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { catalogue, wordingOf } from "../../src/catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { foldStream } from "../../src/engine/FoldStream.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { passedOver } from "../../src/partnerships/PassedOver.ts"
import { journey, support } from "../journeys/Journey.ts"
import { act, invite, organisation, World } from "../journeys/World.ts"

type Appointed = Extract<NonNullable<Partnership["committee"]>, { readonly _tag: "Appointed" }>

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const committeeOf = (view: { readonly data: unknown }) => stateOf(view).committee as Appointed
const delegate = { charged: true, decides: true }
const order = { order: "2/2570", reason: "ย้ายหน้าที่", leaving: [], joining: [] }

/** A partnership whose committee has been appointed by the owner, with one seat for each side. */
const appointed = (model: "commissioning" | "contracting" = "contracting") =>
  Effect.gen(function* () {
    const { agency, partnership: id, people, recipient } = yield* journey(model, "before-money")
    const change = (by: Person, said: object) => act(by, "committees.change", { ...order, ...said }, id)
    const ours = (name: string, position = "กรรมการ") => ({
      name,
      organisation: agency,
      side: "owner",
      position,
      ...delegate
    })
    const theirs = (name: string, position = "กรรมการ") => ({
      name,
      organisation: recipient,
      side: "recipient",
      position,
      ...delegate
    })
    const store = yield* EventStore
    const { state } = Option.getOrThrow(yield* store.load("partnership", id))
    const [owner, partner] = (state as { readonly committee: Appointed }).committee.seats.map((seat) => seat.id)
    assert.isDefined(owner)
    assert.isDefined(partner)
    return { id, people, recipient, change, ours, theirs, owner, partner }
  })

describe("COL-6h a committee is changed by a further order", () => {
  it.effect("which keeps the seats that stay, and the order before it with those who sat under it", () =>
    Effect.gen(function* () {
      const { change, id, ours, owner, people, partner } = yield* appointed()
      const joining = [ours("ประธานคนใหม่", "ประธาน"), ours("กรรมการเพิ่ม")]
      const after = committeeOf(yield* change(people.executive, { leaving: [{ seat: owner }], joining }))
      assert.deepStrictEqual(
        after.seats.map(({ holder }) => holder.name),
        ["ผู้แทนภาคี", "ประธานคนใหม่", "กรรมการเพิ่ม"]
      )
      assert.strictEqual(after.seats[0]?.id, partner)
      assert.deepInclude(after, { order: "2/2570", reason: "ย้ายหน้าที่", by: people.executive.account })
      assert.lengthOf(after.earlierOrders ?? [], 1)
      const [first] = after.earlierOrders ?? []
      assert.deepInclude(first, { order: "1/2570", by: people.executive.account })
      assert.deepStrictEqual(
        first?.members.map((seat) => [seat.id, seat.holder.name]),
        [
          [owner, "ผู้แทนหน่วยงาน"],
          [partner, "ผู้แทนภาคี"]
        ]
      )
      const third = committeeOf(yield* change(people.signatory, { order: "มูลนิธิ 1/2570", secretariat: "ศาลากลาง" }))
      assert.deepStrictEqual(
        third.earlierOrders?.map((one) => one.order),
        ["1/2570", "2/2570"]
      )
      assert.deepStrictEqual(third.seats, after.seats)
      const loaded = Option.getOrThrow(yield* (yield* EventStore).load("partnership", id))
      const history = yield* (yield* EventStore).history("partnership", id, { limit: 1000 })
      assert.deepStrictEqual(foldStream(catalogue)("partnership", [...history.data].reverse()).state, loaded.state)
    }).pipe(Effect.provide(World))
  )

  it.effect("and whoever stays in another post keeps the seat and its place", () =>
    Effect.gen(function* () {
      const { change, ours, owner, partner, people } = yield* appointed()
      const joining = [ours("ผู้แทนหน่วยงาน", "ที่ปรึกษา")]
      const after = committeeOf(yield* change(people.executive, { leaving: [{ seat: owner }], joining }))
      assert.deepStrictEqual(
        after.seats.map((seat) => [seat.id, seat.holder.position]),
        [
          [owner, "ที่ปรึกษา"],
          [partner, "กรรมการ"]
        ]
      )
      assert.strictEqual(after.seats[0]?.holder.subject, after.earlierOrders?.[0]?.members[0]?.holder.subject)
      // The same said once more, or somebody put in the place they hold, is no change.
      for (const again of [{ leaving: [{ seat: owner }], joining }, {}])
        assert.strictEqual((yield* Effect.flip(change(people.executive, again)))._tag, "CommitteeUnchanged")
      const twice = yield* Effect.flip(change(people.executive, { joining }))
      assert.deepInclude(twice, { _tag: "SeatRefused", field: "/joining/0" })
      assert.deepInclude(twice.facts, { member: 1, problem: "MemberTwice" })
    }).pipe(Effect.provide(World))
  )

  it.effect("of either head, who throws out nobody of the other side and sends nobody for it", () =>
    Effect.gen(function* () {
      const { change, id, ours, owner, partner, people, theirs } = yield* appointed()
      for (const [by, said, side] of [
        [people.signatory, { leaving: [{ seat: owner }] }, "owner"],
        [people.signatory, { leaving: [{ seat: owner }], joining: [ours("ผู้แทนหน่วยงาน", "ที่ปรึกษา")] }, "owner"],
        [people.signatory, { joining: [ours("คนของเขา")] }, "owner"],
        [people.executive, { leaving: [{ seat: partner }] }, "recipient"],
        [people.officer, { joining: [theirs("คนของเรา")] }, "recipient"]
      ] as const) {
        const refused = yield* Effect.flip(change(by, said))
        assert.deepInclude(refused, { _tag: "SeatOfOtherSide", rule: "COL-6h", facts: { side } })
        assert.notInclude(wordingOf(refused).th, side)
      }
      yield* change(people.signatory, { leaving: [{ seat: partner }], joining: [theirs("ผู้แทนคนใหม่")] })
      const supporter = yield* organisation("สมาคมสมมติ", "civil-society", "association")
      yield* support(people, id, supporter)
      const seat = { name: "ผู้สนับสนุน", organisation: supporter, side: "supporter", position: "กรรมการ", ...delegate }
      const with3 = committeeOf(yield* change(people.signatory, { order: "3/2570", joining: [seat] }))
      assert.deepStrictEqual(
        with3.seats.map(({ side }) => side),
        ["owner", "recipient", "supporter"]
      )
      const gone = [{ seat: with3.seats[2]?.id }]
      const refused = yield* Effect.flip(change(people.executive, { leaving: gone }))
      assert.deepInclude(refused, { _tag: "CommitteeIncomplete", facts: { missing: ["supporter"] } })
      yield* change(people.executive, { leaving: gone, incompleteReason: "ผู้สนับสนุนติดภารกิจ" })
    }).pipe(Effect.provide(World))
  )

  it.effect("by nobody else, and only while the work runs", () =>
    Effect.gen(function* () {
      const { change, id, people } = yield* appointed()
      const supporter = yield* organisation("สมาคมสมมติ", "civil-society", "association")
      yield* support(people, id, supporter)
      const outside = yield* invite(supporter, "partner-signatory")
      assert.deepInclude(yield* Effect.flip(change(outside, {})), { _tag: "WrongLane", rule: "COL-6h" })
      assert.strictEqual((yield* Effect.flip(change(people.editor, {})))._tag, "NotPermitted")
      yield* act(people.executive, "agreements.suspend", { reason: "น้ำท่วม" }, id)
      const said = { secretariat: "ศาลากลาง", incompleteReason: "ผู้สนับสนุนติดภารกิจ" }
      assert.strictEqual((yield* Effect.flip(change(people.executive, said)))._tag, "PartnershipNotRunning")
      yield* act(people.executive, "agreements.resume", { reason: "น้ำลด" }, id)
      yield* change(people.executive, said)
    }).pipe(Effect.provide(World))
  )

  it.effect(
    "which is held against what a first one is: delegates, sides, seats that there are, and in commissioning all",
    () =>
      Effect.gen(function* () {
        const { change, ours, owner, people } = yield* appointed("commissioning")
        const leaving = [{ seat: owner }]
        const refusals = [
          [{ joining: [{ ...ours("ก"), charged: false }] }, { _tag: "ReasonMissing", rule: "COL-6c" }],
          [{ leaving }, { _tag: "CommitteeIncomplete", rule: "COL-6a" }],
          [
            { leaving, incompleteReason: "ยังหาคนไม่ได้" },
            { _tag: "CommitteeIncomplete", rule: "COL-6a" }
          ],
          [{ leaving: [{ seat: "01910000-0000-7000-8000-00000000dead" }] }, { _tag: "SeatUnknown" }],
          [{ joining: [{ ...ours("ก"), side: "supporter" }] }, { _tag: "SeatRefused", rule: "ACT-9" }]
        ] as const
        for (const [said, refusal] of refusals)
          assert.deepInclude(yield* Effect.flip(change(people.executive, said)), refusal)
        const after = committeeOf(yield* change(people.executive, { leaving, joining: [ours("ประธานคนใหม่")] }))
        assert.strictEqual(after.secretariat, "ศาลากลางจังหวัด")
      }).pipe(Effect.provide(World))
  )

  it.effect("with reasons that are each said by whoever gave them", () =>
    Effect.gen(function* () {
      const { change, people, theirs } = yield* appointed()
      const notDelegateReason = "รอคำสั่งมอบหมาย"
      const joining = [{ ...theirs("กรรมการใหม่"), charged: false, notDelegateReason }]
      yield* change(people.signatory, { joining })
      const after = stateOf(yield* change(people.executive, { order: "3/2570", secretariat: "ศาลากลาง" }))
      const given = passedOver(after as never).filter(({ rule }) => rule === "COL-6c")
      assert.deepStrictEqual(
        given.map(({ by, reason }) => [by, reason]),
        [[people.signatory.account, notDelegateReason]]
      )
    }).pipe(Effect.provide(World))
  )
})

it.effect("COL-6a a committee that was waived is formed later by an order, which keeps the waiver", () =>
  Effect.gen(function* () {
    const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
    const change = (said: object) => act(people.signatory, "committees.change", { ...order, ...said }, id)
    assert.strictEqual((yield* Effect.flip(change({})))._tag, "CommitteeNotFormed")
    yield* act(people.executive, "committees.waive", { reason: "งานเล็ก" }, id)
    const owner = { name: "ประธาน", organisation: agency, side: "owner", position: "ประธาน", ...delegate }
    const partner = { name: "ผู้แทน", organisation: recipient, side: "recipient", position: "กรรมการ", ...delegate }
    assert.strictEqual((yield* Effect.flip(change({})))._tag, "CommitteeIncomplete")
    const formed = committeeOf(yield* change({ joining: [owner, partner] }))
    assert.strictEqual(formed._tag, "Appointed")
    assert.strictEqual(formed.waiver?.reason, "งานเล็ก")
    assert.lengthOf(formed.seats, 2)
    assert.notProperty(formed, "earlierOrders")
    const waive = act(people.executive, "committees.waive", { reason: "งานเล็ก" }, id)
    assert.strictEqual((yield* Effect.flip(waive))._tag, "CommitteeAlreadyFormed")
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-3 whoever has left the committee is erased from the orders before, and who is kept in another post from all",
  () =>
    Effect.gen(function* () {
      const { change, id, ours, owner, people } = yield* appointed()
      const joining = [ours("ผู้แทนหน่วยงาน", "ที่ปรึกษา")]
      yield* change(people.executive, { leaving: [{ seat: owner }], joining })
      const left = committeeOf(
        yield* change(people.executive, { order: "3/2570", leaving: [{ seat: owner }], joining: [ours("ประธานคนใหม่")] })
      )
      const subject = left.earlierOrders?.[0]?.members[0]?.holder.subject
      yield* act(people.administrator, "partnerships.erase-person", { subject, reason: "เจ้าของข้อมูลขอให้ลบ" }, id)
      const store = yield* EventStore
      const loaded = Option.getOrThrow(yield* store.load("partnership", id))
      const history = yield* store.history("partnership", id, { limit: 1000 })
      assert.notInclude(JSON.stringify([loaded.state, history.data]), "ผู้แทนหน่วยงาน")
      assert.include(JSON.stringify(loaded.state), "ประธานคนใหม่")
      assert.deepStrictEqual(foldStream(catalogue)("partnership", [...history.data].reverse()).state, loaded.state)
    }).pipe(Effect.provide(World))
)
