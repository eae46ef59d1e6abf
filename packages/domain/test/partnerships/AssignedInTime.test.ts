import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { tasksOn } from "../../src/engine/Tasks.ts"
import { addDays, bangkokDay, type Instant, IsoDate, startOfDay } from "../../src/kernel/ThaiDate.ts"
import type { Assignment } from "../../src/partnerships/Assignments.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, type Model } from "../journeys/Journey.ts"
import { waitingForNobody } from "../journeys/Waiting.ts"
import { World } from "../journeys/World.ts"

const rounds = runs(12)

const dice = (seed: number) => {
  let state = Math.imul(seed, 2_654_435_761)
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const day = IsoDate.make("2026-11-02")

const tasksAt = (state: Partnership, now: Instant) =>
  tasksOn(handlersOn(catalogue, "partnership"), state, { now, today: bangkokDay(now) })

/** A partnership of the model as it stood after each of its acts. */
const everyState = (model: Model) =>
  Effect.gen(function* () {
    const real = yield* EventStore
    const versions: Array<number> = []
    const store = EventStore.of({
      ...real,
      append: (batch) =>
        Effect.tap(real.append(batch), () => {
          const streams = batch.flatMap((one) => one.streams).filter(({ record }) => record === "partnership")
          return Effect.sync(
            () => void versions.push(...streams.map(({ events, expectedVersion }) => expectedVersion + events.length))
          )
        })
    })
    const { partnership, people } = yield* Effect.provideService(journey(model), EventStore, store)
    const states = yield* Effect.forEach(versions, (version) =>
      stateAt(partnershipRecord as never, partnership, version)
    )
    return { people, states: states as ReadonlyArray<unknown> as ReadonlyArray<Partnership> }
  })

type People = Effect.Success<ReturnType<typeof everyState>>["people"]

/** Some who are assigned, whenever that is; whoever works on the money is no auditor of it. */
const anyone = (people: People, roll: (sides: number) => number): ReadonlyArray<Assignment> =>
  [
    { person: people.evaluator, duty: "evaluator" as const },
    { person: people.outsider, duty: "evaluator" as const },
    { person: people.auditor, duty: "auditor" as const },
    { person: people.finance, duty: "auditor" as const }
  ]
    .filter(() => roll(3) > 0)
    .map(({ duty, person: { account, organisation } }, index) => {
      const from = addDays(day, roll(5) - 3)
      return {
        id: `00000000-0000-4000-8000-00000000000${index}`,
        account,
        organisation: organisation as never,
        duty,
        from,
        ...(roll(2) === 0 ? {} : { until: addDays(from, roll(4)) }),
        ...(roll(5) === 0 ? { ended: { at: startOfDay(day), about: { subject: account as never } } } : {})
      }
    })

describe("ACT-1 whenever those who are assigned come and go", () => {
  for (const model of ["contracting", "grant", "commissioning"] as const)
    it.effect(`every open step of ${model} waits for somebody, and the clock looks again when that turns`, () =>
      Effect.gen(function* () {
        const { people, states } = yield* everyState(model)
        let missing = 0
        for (let seed = 1; seed <= rounds; seed++) {
          const roll = dice(seed)
          for (const before of states) {
            const state = { ...before, assignments: anyone(people, roll) }
            const now = startOfDay(addDays(day, roll(5) - 2))
            assert.deepStrictEqual(waitingForNobody(state, now), [], `seed ${seed}`)
            const { refreshAt, tasks } = tasksAt(state, now)
            if (tasks.some(({ operation }) => operation === "assignments.assign")) missing++
            const until = refreshAt === null ? startOfDay(addDays(day, 9)) : refreshAt
            const justBefore = new Date(Date.parse(until) - 1).toISOString() as Instant
            if (justBefore >= now) assert.deepStrictEqual(tasksAt(state, justBefore).tasks, tasks, `seed ${seed}`)
          }
        }
        assert.isAbove(missing, rounds, "somebody is missing in some of them")
      }).pipe(Effect.provide(World))
    )
})
