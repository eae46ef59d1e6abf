import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { ListPage } from "../../src/engine/EventStore.ts"
import * as Funding from "../../src/funding/Funding.ts"
import { IsoDate, startOfDay } from "../../src/kernel/ThaiDate.ts"
import { closingTiming } from "../../src/partnerships/decisions/due.ts"
import { reportTiming } from "../../src/partnerships/decisions/reporting.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import * as Course from "../../src/processes/Course.ts"
import { journey } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const period = (from: string, to: string) => ({ from, to })

/** As much of a partnership as says when its reports are due. */
const carryingOut = (
  ...reports: ReadonlyArray<{ readonly to: string; readonly given: string; readonly corrects?: number }>
) =>
  ({
    agreement: { terms: { period: period("2026-10-01", "2027-09-30") } },
    plan: {
      activities: [{ period: period("2027-01-01", "2027-03-31") }, { period: period("2026-10-01", "2026-12-31") }]
    },
    course: Course.begin(),
    startedAt: startOfDay(IsoDate.make("2026-10-01")),
    evaluations: [],
    funding: Funding.empty,
    delivery: {
      reports: reports.map(({ corrects, given, to }, index) => ({
        no: index + 1,
        period: period("2026-10-01", to),
        certifiedAt: startOfDay(IsoDate.make(given)),
        ...(corrects === undefined ? {} : { replaces: corrects })
      })),
      notices: []
    }
  }) as unknown as Partnership

describe("PRO-2 a report is due thirty days after an activity of the plan ends", () => {
  it("the first one first", () => {
    assert.deepStrictEqual(reportTiming(carryingOut()).due, IsoDate.make("2027-01-30"))
  })

  it("then the next one, and at last the agreement itself", () => {
    const first = { to: "2026-12-31", given: "2027-01-10" }
    const second = { to: "2027-03-31", given: "2027-04-30" }
    assert.deepStrictEqual(reportTiming(carryingOut(first)).due, IsoDate.make("2027-04-30"))
    assert.deepStrictEqual(reportTiming(carryingOut(first, second)).due, IsoDate.make("2027-10-30"))
    assert.deepStrictEqual(reportTiming(carryingOut({ to: "2027-09-30", given: "2027-10-01" })), {})
  })

  it("a report of days to come, given beforehand, puts nothing off", () => {
    assert.deepStrictEqual(
      reportTiming(carryingOut({ to: "2027-09-30", given: "2026-11-01" })).due,
      IsoDate.make("2027-01-30")
    )
  })

  it("nor does one that was corrected to cover less", () => {
    const long = { to: "2027-03-31", given: "2027-04-05" }
    const shorter = { to: "2026-12-31", given: "2027-04-06", corrects: 1 }
    assert.deepStrictEqual(reportTiming(carryingOut(long, shorter)).due, IsoDate.make("2027-04-30"))
  })
})

it("PRO-2 the accounts of a terminated agreement are closed by the day it was terminated, not by its term", () => {
  const running = carryingOut()
  const terminated = (day: string) =>
    ({
      ...running,
      agreement: { ...running.agreement, _tag: "Terminated", terminatedAt: startOfDay(IsoDate.make(day)) }
    }) as Partnership
  const due = (partnership: Partnership) =>
    (["reconciled", "audited", "closed"] as const).map((stage) => closingTiming(stage)(partnership).due)
  assert.deepStrictEqual(
    due(running),
    ["2027-11-29", "2027-12-29", "2028-01-28"].map((day) => IsoDate.make(day))
  )
  assert.deepStrictEqual(
    due(terminated("2026-12-01")),
    ["2027-01-30", "2027-03-01", "2027-03-31"].map((day) => IsoDate.make(day))
  )
  assert.deepStrictEqual(due(terminated("2027-12-01")), due(running))
})

describe("PRO-2 what is late", () => {
  it.effect(
    "GRA-4a a notice is answered within fifteen days; after them its partnership is late, and listed as such",
    () =>
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2026-11-02T03:00:00.000Z"))
        const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
        const notice = yield* act(people.editor, "notices.raise", { text: "ระเบียบเบิกจ่ายไม่ชัด" }, id)
        const asked = (operation: string, input: object) =>
          Effect.map(ask(catalogue, { operation, input, actor: people.officer }), (page) => page as ListPage)
        const dueOf = Effect.map(asked("partnerships.list", {}), ({ data }) => [
          data[0]?.columns["nextDue"],
          data[0]?.late
        ])
        const lateOnes = Effect.map(asked("partnerships.list", { late: true }), ({ data }) => data.map((row) => row.id))
        assert.deepStrictEqual(yield* dueOf, ["2026-11-17", false])
        assert.deepStrictEqual(yield* lateOnes, [])
        yield* TestClock.setTime(Date.parse("2026-11-17T17:00:00.000Z"))
        assert.deepStrictEqual(yield* dueOf, ["2026-11-17", true])
        assert.deepStrictEqual(yield* lateOnes, [id])
        const [{ id: raised } = { id: "" }] = (notice.data as Partnership).delivery.notices
        yield* act(people.officer, "notices.answer", { notice: raised, text: "แก้ไขแล้ว" }, id)
        assert.deepStrictEqual(yield* lateOnes, [])
      }).pipe(Effect.provide(World))
  )
})
