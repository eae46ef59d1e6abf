import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { IsoDate, startOfDay } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const stateOf = (id: string) =>
  Effect.map(stateAt(partnershipRecord as never, id, 1_000_000), (state) => state as Partnership)

const on = (day: string) => ({ now: startOfDay(IsoDate.make(day)), today: IsoDate.make(day) })

/** What a partnership waits for on a day, from one person, of renewing. */
const renewing = (state: Partnership, day: string, person: Person) =>
  tasksOn(handlersOn(catalogue, "partnership"), state, on(day)).tasks.filter(
    (task) => task.operation === "agreements.renew" && waitsFor(task, person)
  )

const period = { from: "2027-11-01", to: "2028-10-31" }
const renewed = { period, reason: "ทำต่ออีกปี" }
const renewal = handlersOn(catalogue, "partnership").filter(({ operation }) => operation.name === "agreements.renew")

describe("an agreement that comes to its end", () => {
  it.effect("CNT-1, ACT-8 a renewal that one side has signed waits for the other, and for nobody else", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const { editor, executive, officer, signatory } = people
      const day = "2026-11-20"
      assert.isEmpty(renewing(yield* stateOf(id), day, signatory))
      yield* act(executive, "agreements.renew", renewed, id)
      const signed = yield* stateOf(id)
      const [task, ...others] = renewing(signed, day, signatory)
      assert.isEmpty(others)
      assert.deepInclude(task, { due: IsoDate.make("2027-10-31"), since: "2026-11-02T03:00:00.000Z" as never })
      assert.include(task?.words.th, "อีกฝ่ายลงนามถึงวันที่ 31 ต.ค. 2571 แล้ว")
      for (const one of [executive, officer, editor]) assert.isEmpty(renewing(signed, day, one))
      assert.isNotEmpty(renewing(signed, "2026-12-03", executive), "and once it has lapsed, for whoever signed it")
      assert.isEmpty(renewing(signed, "2026-12-03", signatory))
      yield* act(signatory, "agreements.renew", renewed, id)
      for (const one of [executive, signatory]) assert.isEmpty(renewing(yield* stateOf(id), day, one))
    }).pipe(Effect.provide(World))
  )

  it.effect("PRO-2 asks both sides from sixty days before its end until that day, and says when it will ask", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const state = yield* stateOf(id)
      const asked = (day: string) =>
        [people.executive, people.signatory].map((one) => renewing(state, day, one).map(({ due }) => due as string))
      assert.deepStrictEqual(asked("2027-08-31"), [[], []])
      assert.deepStrictEqual(asked("2027-09-01"), [["2027-10-31"], ["2027-10-31"]])
      assert.deepStrictEqual(asked("2027-10-31"), [["2027-10-31"], ["2027-10-31"]])
      assert.deepStrictEqual(asked("2027-11-01"), [[], []])
      const next = (day: string) => tasksOn(renewal, state, on(day)).refreshAt
      assert.strictEqual(next("2027-03-01"), startOfDay(IsoDate.make("2027-09-01")))
      assert.strictEqual(next("2027-09-01"), startOfDay(IsoDate.make("2027-11-01")))
    }).pipe(Effect.provide(World))
  )

  it.effect("PRO-2 a partnership whose term is over is late by the days of its closing, not by the term", () =>
    Effect.gen(function* () {
      const { partnership: id } = yield* journey("contracting", "after-first-tranche")
      const state = yield* stateOf(id)
      assert.strictEqual(tasksOn(renewal, state, on("2027-10-31")).due, IsoDate.make("2027-10-31"))
      assert.strictEqual(tasksOn(renewal, state, on("2027-11-01")).due, IsoDate.make("2028-02-28"))
    }).pipe(Effect.provide(World))
  )
})
