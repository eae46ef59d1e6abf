import { assert, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import { clockTrouble, troubleOf } from "../src/ClockCheck.ts"
import { append, stream } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const now = Date.parse("2026-11-02T03:00:00.000Z")
const minute = 60_000

it("a clock is right within five minutes of the database's and of the newest event", () => {
  for (const database of [now - 5 * minute, now, now + 5 * minute])
    for (const newest of [null, now - 400 * minute, now + 5 * minute])
      assert.isNull(troubleOf(now, { database, newest }))
})

it("a clock that has gone astray, or was set back, is told in words", () => {
  const said = (database: number, newest: number | null) => troubleOf(now, { database, newest })?.en
  assert.strictEqual(
    said(now - 6 * minute, null),
    "the clock of this machine is 6 minutes ahead of that of the database"
  )
  assert.strictEqual(
    said(now + 90 * minute, now),
    "the clock of this machine is 90 minutes behind that of the database"
  )
  assert.strictEqual(
    said(now, now + 7 * minute),
    "the clock of this machine is 7 minutes before the newest event that was written"
  )
})

it.live("the database and its newest event are asked", () =>
  Effect.gen(function* () {
    assert.isNull(yield* clockTrouble)
    yield* (yield* EventStore).append(append([stream()]))
    assert.isNull(yield* clockTrouble)
  }).pipe(Effect.provide(embedded))
)
