import { Context, Effect, Layer } from "effect"
import type { OpenRecord } from "./OpenRecord.ts"

/** As many records as are kept decoded. */
const atMost = 300

/**
 * The records of one store that were opened lately, decoded, each in its newest version. What is found here counts only
 * at the version that the store has.
 */
export class RecordCache extends Context.Service<
  RecordCache,
  {
    readonly find: (record: string, id: string) => OpenRecord | undefined
    /** Keeps a record as it stands in the store; what was not used for the longest time goes first. */
    readonly keep: (opened: OpenRecord) => void
  }
>()("@phakhi/domain/RecordCache") {}

const make = Effect.gen(function* () {
  const kept = new Map<string, OpenRecord>()
  yield* Effect.addFinalizer(() => Effect.sync(() => kept.clear()))
  return RecordCache.of({
    find: (record, id) => kept.get(`${record}/${id}`),
    keep: (opened) => {
      const key = `${opened.type.name}/${opened.id}`
      const before = kept.get(key)
      kept.delete(key)
      kept.set(key, before !== undefined && before.version > opened.version ? before : opened)
      const oldest = kept.keys().next()
      if (kept.size > atMost && oldest.done !== true) kept.delete(oldest.value)
    }
  })
})

export const layer: Layer.Layer<RecordCache> = Layer.effect(RecordCache, make)
