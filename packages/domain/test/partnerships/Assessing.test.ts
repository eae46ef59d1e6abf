import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey } from "../journeys/Journey.ts"
import { act, invite, World } from "../journeys/World.ts"

const rated = (found: number) =>
  ["people", "money", "technology", "tools", "attitude", "experience"].map((capability) => ({
    capability,
    needed: 3,
    found,
    note: "มีหลักฐาน"
  }))

it.effect("COM-5 a bad assessment is made again by another officer with a reason, and stays on record", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("commissioning", "after-first-tranche")
    const other = yield* invite(people.officer.organisation as never, "programme-officer", "other-officer")
    const reason = "ผู้รับมอบจัดหาบุคลากรเพิ่มแล้ว"
    const assess = (by: typeof other, found: number, more: object = {}) =>
      act(by, "partners.assess", { ratings: rated(found), ...more }, id)
    yield* assess(people.officer, 2)
    const again = yield* Effect.flip(assess(people.officer, 4, { reason }))
    assert.deepInclude(again, { _tag: "SamePerson", rule: "COM-5" })
    assert.deepInclude(yield* Effect.flip(assess(other, 4)), { _tag: "ReasonMissing", rule: "COM-5", field: "/reason" })
    const { assessment, assessments } = (yield* assess(other, 4, { reason })).data as Partnership
    assert.deepStrictEqual(
      assessments?.map(({ by, ratings, reason }) => [by as string, ratings[0]?.found, reason]),
      [
        [people.officer.account, 2, undefined],
        [other.account, 4, reason]
      ]
    )
    assert.strictEqual(assessment[0]?.found, 4)
  }).pipe(Effect.provide(World))
)

it.effect("COM-5 an assessment of nothing does not do away with the one before it", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("commissioning", "after-first-tranche")
    const other = yield* invite(people.officer.organisation as never, "programme-officer", "other-officer")
    yield* act(people.officer, "partners.assess", { ratings: rated(2) }, id)
    yield* act(other, "partners.assess", { ratings: [], reason: "เริ่มใหม่" }, id)
    const again = yield* Effect.flip(act(people.officer, "partners.assess", { ratings: rated(4) }, id))
    assert.deepInclude(again, { _tag: "ReasonMissing", rule: "COM-5", field: "/reason" })
  }).pipe(Effect.provide(World))
)
