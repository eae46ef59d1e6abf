import { Context, Effect, Layer } from "effect"
import type { Catalogue } from "./Catalogue.ts"
import { EventStore, everyRow, type StoreBusy } from "./EventStore.ts"
import { orBusy } from "./OpenRecord.ts"

/** What a store says of itself beside its records. */
export class DemoMark extends Context.Service<
  DemoMark,
  {
    /** Whether the store was filled by a replay: its figures may be invented, and replays may go on. */
    readonly isDemo: Effect.Effect<boolean, StoreBusy>
    readonly markDemo: Effect.Effect<void, StoreBusy>
  }
>()("@phakhi/domain/DemoMark") {}

/** A DemoMark that lasts as long as the store in memory beside it. */
export const layerMemory: Layer.Layer<DemoMark> = Layer.sync(DemoMark, () => {
  let demo = false
  return {
    isDemo: Effect.sync(() => demo),
    markDemo: Effect.sync(() => {
      demo = true
    })
  }
})

/** Whether the store holds no record of any type. */
export const isEmpty = Effect.fn("isEmpty")(function* (catalogue: Catalogue) {
  const store = yield* EventStore
  for (const { type } of catalogue.readers) {
    const { total } = yield* orBusy(store.list(everyRow(type.name, 1)))
    if (total > 0) return false
  }
  return true
})

/** SEC-1: someone else's name and another time may be given only where nothing real is kept. */
export const mayReplay = Effect.fn("mayReplay")(function* (catalogue: Catalogue) {
  const { isDemo } = yield* DemoMark
  return (yield* orBusy(isDemo)) || (yield* isEmpty(catalogue))
})
