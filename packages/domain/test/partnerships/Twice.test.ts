import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { wordingOf } from "../../src/catalogue.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey, plan, support } from "../journeys/Journey.ts"
import { act, baht, invite, organisation, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership

it.effect("ACT-9 a seat is held for the side that its organisation stands on, and by one person once", () =>
  Effect.gen(function* () {
    const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
    const owner = {
      name: "ประธาน",
      organisation: agency,
      side: "owner",
      position: "ประธาน",
      charged: true,
      decides: true
    }
    const partner = {
      name: "ผู้แทน",
      organisation: recipient,
      side: "recipient",
      position: "กรรมการ",
      charged: true,
      decides: true
    }
    const refused = (...members: ReadonlyArray<object>) =>
      Effect.flip(act(people.executive, "committees.appoint", { order: "1/2570", members }, id))
    for (const wrong of [
      { ...partner, organisation: agency },
      { ...partner, side: "owner" },
      { ...partner, side: "supporter" }
    ])
      assert.deepInclude(yield* refused(owner, partner, { ...wrong, name: "อีกคน" }), {
        _tag: "SeatRefused",
        rule: "ACT-9",
        field: "/members/2",
        facts: { member: 3, problem: "OrganisationNotOfSide" }
      })
    const twice = yield* refused(owner, partner, { ...partner, position: "เลขานุการ" })
    assert.deepInclude(twice, { _tag: "SeatRefused", facts: { member: 3, problem: "MemberTwice" } })
    assert.notInclude(wordingOf(twice).th, "MemberTwice")
    yield* act(people.executive, "committees.appoint", { order: "1/2570", members: [owner, partner] }, id)
  }).pipe(Effect.provide(World))
)

it.effect("COL-6g the head of the recipient appoints as well as the owner's; nobody does for another side", () =>
  Effect.gen(function* () {
    const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
    const supporter = yield* organisation("สมาคมสมมติ", "civil-society", "association")
    yield* support(people, id, supporter)
    const outside = yield* invite(supporter, "partner-signatory")
    const sits = { charged: true, decides: true }
    const members = [
      { name: "ประธาน", organisation: agency, side: "owner", position: "ประธาน", ...sits },
      { name: "ผู้แทน", organisation: recipient, side: "recipient", position: "กรรมการ", ...sits },
      { name: "ผู้สนับสนุน", organisation: supporter, side: "supporter", position: "กรรมการ", ...sits }
    ]
    const appoint = (by: typeof people.executive) =>
      act(by, "committees.appoint", { order: "คำสั่งมูลนิธิ 1/2570", members }, id)
    assert.deepInclude(yield* Effect.flip(appoint(outside)), { _tag: "WrongLane", rule: "COL-6g" })
    const { committee } = stateOf(yield* appoint(people.signatory))
    assert.deepInclude(committee, { _tag: "Appointed", by: people.signatory.account })
    assert.strictEqual((yield* Effect.flip(appoint(people.executive)))._tag, "CommitteeAlreadyFormed")
  }).pipe(Effect.provide(World))
)

it.effect("ACT-3 only an organisation that was named to support the work, and is in use, sits for the supporters", () =>
  Effect.gen(function* () {
    const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
    const others = [
      { name: "ประธาน", organisation: agency, side: "owner", position: "ประธาน", charged: true, decides: true },
      { name: "ผู้แทน", organisation: recipient, side: "recipient", position: "กรรมการ", charged: true, decides: true }
    ]
    const appointing = (supporter: string) => {
      const seat = {
        name: "ผู้แทนผู้สนับสนุน",
        organisation: supporter,
        side: "supporter",
        position: "กรรมการ",
        charged: true,
        decides: true
      }
      return act(people.executive, "committees.appoint", { order: "1/2570", members: [...others, seat] }, id)
    }
    const unknown = "99999999-0000-4000-8000-000000000001"
    assert.strictEqual((yield* Effect.flip(appointing(unknown)))._tag, "RecordNotFound")
    const supporter = yield* organisation("สภาองค์กรชุมชน", "civil-society", "association")
    assert.deepInclude(yield* Effect.flip(appointing(supporter)), {
      _tag: "SeatRefused",
      facts: { member: 3, problem: "OrganisationNotOfSide" }
    })
    yield* support(people, id, supporter)
    const keeper = yield* invite(supporter, "partner-administrator", "supporter")
    yield* act(keeper, "organisations.deactivate", { reason: "หยุดดำเนินการ" }, supporter)
    assert.strictEqual((yield* Effect.flip(appointing(supporter)))._tag, "OrganisationInactive")
    yield* act(keeper, "organisations.reactivate", {}, supporter)
    assert.strictEqual(stateOf(yield* appointing(supporter)).committee?._tag, "Appointed")
  }).pipe(Effect.provide(World))
)

it.effect("PAR-1 each capability is rated once", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced")
    const people1 = { capability: "people", needed: 1, found: 5, note: "มีหลักฐาน" }
    const ratings = [people1, { ...people1, needed: 5, found: 1 }]
    const refused = yield* Effect.flip(act(people.officer, "partners.assess", { ratings }, id))
    assert.deepInclude(refused, { _tag: "InputMalformed", field: "/ratings" })
  }).pipe(Effect.provide(World))
)

it.effect("COL-8 an indicator is in the plan once, and has one result in a report", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const [first] = plan.indicators
    const twice = { ...plan, indicators: [first, { ...first, weight: 4000 }], reason: "ปรับตัวชี้วัด" }
    const refused = yield* Effect.flip(act(people.officer, "plans.revise", twice, id))
    assert.deepInclude(refused, {
      _tag: "ScaleMisused",
      facts: { indicator: { th: "เด็กที่ได้รับการดูแล" }, problem: "IndicatorTwice" }
    })
    const shown = stateOf(yield* act(people.editor, "lessons.record", { kind: "lesson", text: "เรียนรู้" }, id))
    const indicator = shown.plan?.indicators[0]?.id
    const results = ["70", "80"].map((value) => ({ indicator, value }))
    const report = {
      period: { from: "2026-11-01", to: "2027-04-30" },
      narrative: "ดำเนินการตามแผน",
      expenditure: [{ activity: "จัดบริการ", spent: baht("1.00") }],
      results
    }
    assert.deepInclude(yield* Effect.flip(act(people.editor, "reports.submit", report, id)), {
      _tag: "InputMalformed",
      field: "/results"
    })
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 what is in force is not taken up again, and is told so without contradiction", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced")
    const refused = yield* Effect.flip(act(people.executive, "agreements.resume", { reason: "กลับมาทำต่อ" }, id))
    assert.deepInclude(refused, { _tag: "AgreementNotSuspended", facts: { status: "InForce" } })
    assert.notInclude(wordingOf(refused).en, "not in force")
  }).pipe(Effect.provide(World))
)
