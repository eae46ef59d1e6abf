import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import * as Store from "../src/Store.ts"
import { append, stream } from "./Sample.ts"

/** A process of its own that opens a folder, stores one record, says so, and stays until it is killed. */
const program = Effect.gen(function* () {
  const database = yield* Store.StoreDatabase
  yield* database.announce("http://localhost:3100")
  const events = yield* EventStore
  const kept = stream()
  yield* events.append(append([kept]))
  process.stdout.write(`${kept.stream}\n`)
  return yield* Effect.never
})

await Effect.runPromise(
  program.pipe(
    Effect.provide(Store.layer({ folder: process.argv[2] ?? "", holder: { command: "phakhi start" } })),
    Effect.orDie
  )
)
