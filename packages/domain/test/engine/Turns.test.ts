import { assert, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { stateAt } from "../../src/engine/Opened.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

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
