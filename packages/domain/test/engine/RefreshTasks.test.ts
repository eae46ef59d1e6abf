import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { refreshTasks } from "../../src/engine/RefreshTasks.ts"
import { World } from "../journeys/World.ts"

/** What is asked of the store, and in which order records are read, where it names these. */
const asked = (named: ReadonlyArray<{ readonly record: string; readonly id: string }>) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const kinds: Array<string> = []
    const read: Array<string> = []
    const watched = EventStore.of({
      ...store,
      outdated: (_now, _atMost, wanted) => {
        kinds.push(...wanted)
        return Effect.succeed(named)
      },
      load: (record, id) => {
        read.push(`${record} ${id}`)
        return Effect.succeedNone
      }
    })
    yield* Effect.provideService(refreshTasks(catalogue), EventStore, watched)
    return { kinds, read }
  }).pipe(Effect.provide(World))

describe("what the clock looks at", () => {
  it.effect("SEC-10 comes first where the clock does something by itself, and is every kind of record once", () =>
    Effect.gen(function* () {
      const { kinds } = yield* asked([])
      assert.sameMembers(
        kinds,
        catalogue.readers.map(({ type }) => type.name)
      )
      const isActedOn = (kind: string) => handlersOn(catalogue, kind).some(({ onTheClock }) => onTheClock !== undefined)
      const acted = kinds.filter(isActedOn)
      assert.sameMembers(acted, ["account", "organisation"])
      assert.deepStrictEqual(kinds.slice(0, acted.length), acted)
    })
  )

  it.effect("is stated anew in the order in which commands hold records, so that neither waits for the other", () =>
    Effect.gen(function* () {
      const [first, second] = ["01910000-0000-7000-8000-000000000001", "01910000-0000-7000-8000-000000000002"] as const
      const { read } = yield* asked([
        { record: "partnership", id: second },
        { record: "partnership", id: first },
        { record: "account", id: second }
      ])
      assert.deepStrictEqual(read, [`account ${second}`, `partnership ${first}`, `partnership ${second}`])
    })
  )
})
