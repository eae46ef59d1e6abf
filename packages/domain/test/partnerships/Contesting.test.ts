import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Agreement } from "../../src/agreements/Agreement.ts"
import type { Mission } from "../../src/missions/Mission.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { evaluate, journey, openMission, proposedAgain, rated, report } from "../journeys/Journey.ts"
import { act, organisation, people as peopleOf, World } from "../journeys/World.ts"

const period = { from: "2027-11-01", to: "2028-10-31" }
const later = "2026-11-20T03:00:00.000Z"

type Way = Effect.Success<ReturnType<typeof journey>>

const refused = <A, R>(effect: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

const renewed = (by: Way["people"]["executive"], id: string, on = period) =>
  act(by, "agreements.renew", { period: on, reason: "ทำต่อ" }, id, later)

const competes = ({ mission, people, recipient }: Way, more: object = {}) =>
  act(
    people.officer,
    "missions.record-competition",
    { on: "2026-11-15", reference: "ประกาศที่ 9/2570", winner: recipient, outcome: "คะแนนสูงสุด", ...more },
    mission,
    later
  )

const inForce = (view: { readonly data: unknown }): Extract<Agreement, { _tag: "InForce" }> => {
  const { agreement } = view.data as Partnership
  return agreement?._tag === "InForce" ? agreement : assert.fail("not in force")
}

it.effect("CNT-1 a rating says why", () =>
  Effect.gen(function* () {
    const { officer } = yield* peopleOf(yield* organisation("กรมสมมติ", "state", "department"))
    const id = yield* openMission(officer)
    const { note: _, ...silent } = rated("delegated")
    assert.strictEqual(yield* refused(act(officer, "missions.rate-contestability", silent, id)), "InputMalformed")
    yield* act(officer, "missions.rate-contestability", rated("delegated"), id)
  }).pipe(Effect.provide(World))
)

it.effect("CNT-1 a rating stays while a contract under the mission runs, and can change once it has ended", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "after-first-tranche", { market: "delegated" })
    const { mission, partnership: id, people } = way
    const rate = act(people.officer, "missions.rate-contestability", rated("competitive"), mission)
    assert.deepInclude(yield* Effect.flip(rate), { _tag: "ContestabilityFixed", rule: "CNT-1" })
    yield* act(people.executive, "agreements.terminate", { reason: "ผิดเงื่อนไข" }, id)
    yield* rate
  }).pipe(Effect.provide(World))
)

it.effect("CNT-1 a mission under a draft alone is rated anew", () =>
  Effect.gen(function* () {
    const { mission, people } = yield* journey("contracting", "drafted", { market: "delegated" })
    yield* act(people.officer, "missions.rate-contestability", rated("competitive"), mission)
  }).pipe(Effect.provide(World))
)

it.effect(
  "CNT-1a a renewal of a delegated mission rests on a new competition that its recipient won, each on its own",
  () =>
    Effect.gen(function* () {
      const way = yield* journey("contracting", "after-first-tranche", { market: "delegated" })
      const { partnership: id, people } = way
      assert.strictEqual(yield* refused(renewed(people.executive, id)), "CompetitionNeeded")
      yield* competes(way, { winner: way.agency })
      assert.strictEqual(yield* refused(renewed(people.executive, id)), "CompetitionNeeded")
      const { competitions } = (yield* competes(way)).data as Mission
      yield* renewed(people.executive, id)
      const { renewals } = inForce(yield* renewed(people.signatory, id))
      assert.deepStrictEqual<unknown>(renewals?.[0]?.basis, {
        _tag: "Competition",
        competition: competitions?.[1]?.id,
        reference: "ประกาศที่ 9/2570"
      })
      const next = { from: "2028-11-01", to: "2029-10-31" }
      assert.strictEqual(yield* refused(renewed(people.executive, id, next)), "CompetitionNeeded")
    }).pipe(Effect.provide(World))
)

it.effect("CNT-1a a competition before the agreement was signed, or in the future, bears no renewal", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "after-first-tranche", { market: "delegated" })
    for (const on of ["1950-01-01", "2026-11-21"])
      assert.deepInclude(yield* Effect.flip(competes(way, { on })), { _tag: "DateRefused", field: "/on" })
  }).pipe(Effect.provide(World))
)

for (const [of, model, local] of [
  ["commissioning", "commissioning", false],
  ["a contract with local government", "contracting", true]
] as const)
  it.effect(`CNT-1 ${of} is renewed on an evaluation, not by a competition`, () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey(model, "after-first-tranche", { market: "delegated", local })
      assert.strictEqual(yield* refused(renewed(people.executive, id)), "EvaluationNeeded")
      if (model === "commissioning") return
      yield* report(people, id, "1000.00")
      yield* evaluate(people, id, true)
      yield* renewed(people.executive, id)
      const { renewals } = inForce(yield* renewed(people.signatory, id))
      assert.strictEqual(renewals?.[0]?.basis?._tag, "Evaluation")
    }).pipe(Effect.provide(World))
  )

it.effect("CNT-1 who has had the mission is selected for it again only after a new competition", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "after-first-tranche")
    const { mission, people, recipient } = way
    const second = yield* proposedAgain(people, mission, recipient)
    const select = act(
      people.officer,
      "partners.select",
      { organisation: recipient, justification: "คะแนนสูงสุด" },
      second,
      later
    )
    assert.deepInclude(yield* Effect.flip(select), { _tag: "SecondPartnership", field: "/organisation" })
    yield* act(people.executive, "agreements.terminate", { reason: "ผิดเงื่อนไข" }, way.partnership)
    assert.strictEqual(yield* refused(select), "SecondPartnership", "nor once the first one is over")
    const { competitions } = (yield* competes(way)).data as Mission
    const { selection } = (yield* select).data as Partnership
    assert.strictEqual(selection?.competition, competitions?.[0]?.id)
  }).pipe(Effect.provide(World))
)

const select = ({ people, recipient }: Way, id: string) =>
  act(people.officer, "partners.select", { organisation: recipient, justification: "คะแนนสูงสุด" }, id, later)

it.effect("CNT-1a who has been selected and has not signed yet is not selected a second time beside it", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "drafted")
    const second = yield* proposedAgain(way.people, way.mission, way.recipient)
    assert.strictEqual(yield* refused(select(way, second)), "SecondPartnership")
    yield* act(way.people.officer, "partnerships.cancel", { reason: "เริ่มใหม่" }, way.partnership)
    yield* select(way, second)
  }).pipe(Effect.provide(World))
)

it.effect("CNT-1a one competition bears one renewal or one new partnership, and not both or several", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "after-first-tranche", { market: "delegated" })
    const { mission, partnership: id, people, recipient } = way
    const [second, third] = [
      yield* proposedAgain(people, mission, recipient),
      yield* proposedAgain(people, mission, recipient)
    ]
    yield* competes(way)
    yield* select(way, second)
    assert.strictEqual(yield* refused(select(way, third)), "SecondPartnership")
    assert.strictEqual(yield* refused(renewed(people.executive, id)), "CompetitionNeeded")
    yield* act(people.officer, "partnerships.cancel", { reason: "เริ่มใหม่" }, second)
    yield* renewed(people.executive, id)
    yield* renewed(people.signatory, id)
    assert.strictEqual(yield* refused(select(way, third)), "SecondPartnership")
    yield* act(people.executive, "agreements.terminate", { reason: "ผิดเงื่อนไข" }, id)
    assert.strictEqual(yield* refused(select(way, third)), "SecondPartnership", "what it bore, it bore")
  }).pipe(Effect.provide(World))
)

it.effect("REV-0 a mission is reviewed under a running agreement for a reason, and the agreement keeps its model", () =>
  Effect.gen(function* () {
    const { mission, partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const begin = (input: object) => act(people.officer, "missions.begin-review", input, mission)
    assert.deepInclude(yield* Effect.flip(begin({})), { _tag: "ReviewUndoes", field: "/reason" })
    yield* begin({ reason: "กฎหมายเปลี่ยน" })
    const lesson = { kind: "lesson", text: "เรียนรู้" }
    const { choice } = (yield* act(people.editor, "lessons.record", lesson, id)).data as Partnership
    assert.strictEqual(choice?.model, "contracting")
  }).pipe(Effect.provide(World))
)

it.effect("REV-10 no agreement is signed for a mission whose review has undone the way on in the meantime", () =>
  Effect.gen(function* () {
    const { mission, partnership: id, people } = yield* journey("contracting", "drafted")
    yield* act(people.executive, "agreements.sign", {}, id)
    yield* act(people.officer, "missions.begin-review", {}, mission)
    const sign = act(people.signatory, "agreements.sign", {}, id)
    assert.strictEqual(yield* refused(sign), "MissionNotOpen")
    yield* act(people.officer, "missions.answer", { question: "REV-1", answer: false }, mission)
    yield* act(people.officer, "missions.conclude-review", {}, mission)
    assert.strictEqual(yield* refused(sign), "MissionNotOpen", "nor for one that is abolished")
  }).pipe(Effect.provide(World))
)

it.effect("REV-0 the recipient signs a renewal also while the mission is reviewed, which it does not see then", () =>
  Effect.gen(function* () {
    const { mission, partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    yield* act(people.officer, "missions.begin-review", { reason: "กฎหมายเปลี่ยน" }, mission)
    yield* renewed(people.executive, id)
    yield* renewed(people.signatory, id)
  }).pipe(Effect.provide(World))
)
