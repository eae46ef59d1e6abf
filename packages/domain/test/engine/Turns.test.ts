import { assert, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { EventStore } from "../../src/engine/EventStore.ts"
import { stateAt } from "../../src/engine/Opened.ts"
import type { Platform } from "../../src/engine/Platform.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, organisation, World } from "../journeys/World.ts"

it.effect("MON-2 two hundred callers of one commitment are decided in turn, and never exceed it", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* journey("contracting", "before-money")
    const outcomes = yield* Effect.forEach(
      Array.from({ length: 200 }, (_, index) => index),
      () =>
        Effect.result(
          act(people.finance, "disbursements.prepare", { tranche: 1, amount: baht("10000.00") }, partnership)
        ),
      { concurrency: "unbounded" }
    )
    const refused = outcomes.flatMap((outcome) => (Result.isFailure(outcome) ? [outcome.failure._tag] : []))
    assert.strictEqual(outcomes.length - refused.length, 60)
    assert.deepStrictEqual([...new Set(refused)], ["TrancheExceeded"])
    const versions = outcomes.flatMap((outcome) => (Result.isSuccess(outcome) ? [outcome.success.version] : []))
    assert.strictEqual(new Set(versions).size, 60, "each caller sees the record as it was after its own command")
    const replayed = (yield* stateAt(partnershipRecord as never, partnership, Math.max(...versions))) as Partnership
    assert.strictEqual(replayed.funding.disbursements.length, 60)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 of commands that are appended together each is held to what it relied on itself", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* journey("contracting", "announced")
    const organisations = yield* Effect.forEach(["หนึ่ง", "สอง", "สาม"], (th) =>
      organisation(th, "civil-society", "foundation")
    )
    const services = yield* Effect.context<EventStore | Platform>()
    const real = yield* EventStore
    const deactivated = act(people.administrator, "organisations.deactivate", { reason: "เลิก" }, organisations[1])
    const sizes: Array<number> = []
    const store = EventStore.of({
      ...real,
      append: (batch) => {
        sizes.push(batch.length)
        return sizes.length === 1
          ? Effect.andThen(Effect.provideContext(Effect.orDie(deactivated), services), real.append(batch))
          : real.append(batch)
      }
    })
    const outcomes = yield* Effect.forEach(
      organisations,
      (named) =>
        Effect.result(act(people.officer, "partners.name", { organisation: named, as: "supporter" }, partnership)),
      { concurrency: "unbounded" }
    ).pipe(Effect.provideService(EventStore, store))
    assert.deepStrictEqual(
      outcomes.map((outcome) => (Result.isFailure(outcome) ? outcome.failure._tag : "accepted")),
      ["accepted", "OrganisationInactive", "accepted"]
    )
    assert.deepStrictEqual(sizes, [3, 2], "three together, of which one moved; then the two that still held")
  }).pipe(Effect.provide(World))
)
