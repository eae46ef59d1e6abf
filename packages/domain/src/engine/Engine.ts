import { Layer } from "effect"
import * as CommandQueue from "./CommandQueue.ts"
import type { EventStore } from "./EventStore.ts"
import * as RecordCache from "./RecordCache.ts"

/** What commands and questions run on: a store, the records of it that were opened lately, and its queues of commands. */
export type Engine = EventStore | RecordCache.RecordCache | CommandQueue.CommandQueue

/**
 * A store with a cache and queues of its own, as what is true of one store must not be said of another. They end before
 * the store is closed.
 */
export const onStore = <E, R>(store: Layer.Layer<EventStore, E, R>): Layer.Layer<Engine, E, R> =>
  Layer.fresh(Layer.merge(RecordCache.layer, CommandQueue.layer)).pipe(Layer.provideMerge(store))
