import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import type { ListPage } from "../../src/engine/EventStore.ts"
import { reminderStages } from "../../src/engine/Notification.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { refreshTasks } from "../../src/engine/RefreshTasks.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { addDays, IsoDate, startOfDay } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, plan } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

const stateOf = (id: string) =>
  Effect.map(stateAt(partnershipRecord as never, id, 1_000_000), (state) => state as Partnership)

const [activity] = plan.activities
const quarters = [
  { from: "2026-11-01", to: "2027-01-31" },
  { from: "2027-02-01", to: "2027-04-30" },
  { from: "2027-05-01", to: "2027-07-31" },
  { from: "2027-08-01", to: "2027-10-31" }
]

/** Money has been paid, and the first of four quarters is reported on. */
const quarterly = Effect.gen(function* () {
  const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
  const activities = quarters.map((period) => ({ ...activity, period }))
  yield* act(people.officer, "plans.revise", { ...plan, activities, reason: "รายไตรมาส" }, id)
  const reports = (period: object, at: string) =>
    act(
      people.editor,
      "reports.submit",
      { period, narrative: "รายงาน", expenditure: [{ activity: "งาน", spent: baht("1000.00") }], results: [] },
      id,
      at
    )
  yield* reports(quarters[0] ?? {}, "2027-02-10T03:00:00.000Z")
  return { id, people, reports }
})

const on = (day: string) => ({ now: startOfDay(IsoDate.make(day)), today: IsoDate.make(day) })
const asked = (state: Partnership, day: string) =>
  tasksOn(handlersOn(catalogue, "partnership"), state, on(day)).tasks.find(
    ({ operation }) => operation === "reports.submit"
  )

describe("GRA-4 a report on what the plan says has ended", () => {
  it.effect(
    "is asked of the recipient from that day on, until it is given, and then the next one from its day on",
    () =>
      Effect.gen(function* () {
        const { id, people, reports } = yield* quarterly
        const first = yield* stateOf(id)
        assert.isUndefined(asked(first, "2027-04-29"))
        const task = asked(first, "2027-04-30")
        assert.deepInclude(task, { since: startOfDay(IsoDate.make("2027-04-30")), due: IsoDate.make("2027-05-30") })
        assert.match(task?.words.en ?? "", /: for what ended on 30 Apr\w* 2027$/)
        assert.isTrue(task !== undefined && waitsFor(task, people.editor) && !waitsFor(task, people.officer))
        yield* reports(quarters[1] ?? {}, "2027-05-10T03:00:00.000Z")
        const second = yield* stateOf(id)
        assert.isUndefined(asked(second, "2027-07-30"))
        assert.deepInclude(asked(second, "2027-07-31"), { due: IsoDate.make("2027-08-30") })
      }).pipe(Effect.provide(World))
  )

  it.effect("PRO-2 is asked for before the first reminder, and the clock looks at it on the day", () =>
    Effect.gen(function* () {
      const { id } = yield* quarterly
      const state = { ...(yield* stateOf(id)), assignments: [] }
      const firstReminder = addDays(
        IsoDate.make("2027-05-30"),
        Math.min(...reminderStages.map(({ fromDay }) => fromDay))
      )
      assert.isDefined(asked(state, firstReminder))
      const { refreshAt } = tasksOn(handlersOn(catalogue, "partnership"), state, on("2027-03-01"))
      assert.strictEqual(refreshAt, startOfDay(IsoDate.make("2027-04-30")))
    }).pipe(Effect.provide(World))
  )

  it.effect("PRO-2 is late, and its partnership listed as such, once the thirty days are over", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2027-02-10T03:00:00.000Z"))
      const { id, people, reports } = yield* quarterly
      const lateOnes = Effect.gen(function* () {
        yield* refreshTasks(catalogue)
        const page = yield* ask(catalogue, {
          operation: "partnerships.list",
          input: { late: true },
          actor: people.officer
        })
        return (page as ListPage).data.map((row) => row.id)
      })
      for (const day of ["2027-04-30", "2027-05-30", "2027-05-31"]) {
        yield* TestClock.setTime(Date.parse(startOfDay(IsoDate.make(day))))
        assert.deepStrictEqual(yield* lateOnes, day === "2027-05-31" ? [id] : [], day)
      }
      yield* reports(quarters[1] ?? {}, "2027-05-31T03:00:00.000Z")
      assert.deepStrictEqual(yield* lateOnes, [])
    }).pipe(Effect.provide(World))
  )

  it.effect(
    "is not asked of one that is suspended, nor once the accounts are reconciled; of a terminated one it is",
    () =>
      Effect.gen(function* () {
        const { id, people } = yield* quarterly
        const does = (who: Parameters<typeof act>[0], operation: string, input: object) =>
          act(who, operation, input, id, "2027-05-10T03:00:00.000Z")
        const reason = "ทดลอง"
        yield* does(people.executive, "agreements.suspend", { reason })
        assert.isUndefined(asked(yield* stateOf(id), "2027-05-31"))
        yield* does(people.executive, "agreements.resume", { reason })
        assert.isDefined(asked(yield* stateOf(id), "2027-05-31"))
        yield* does(people.executive, "agreements.terminate", { reason })
        assert.isDefined(asked(yield* stateOf(id), "2027-05-31"))
        yield* does(people.finance, "funding.return-unspent", { amount: baht("999000.00"), reason })
        yield* does(people.finance, "closings.reconcile", { spent: baht("1000.00") })
        assert.isUndefined(asked(yield* stateOf(id), "2027-05-31"))
      }).pipe(Effect.provide(World))
  )
})
