import { EventStore, type Loaded } from "@phakhi/domain/kernel/EventStore"
import { keptAtMost } from "@phakhi/domain/operations/Opened"
import { Context, Effect, Option } from "effect"

/** The record that came along with the caller. It is used once: whoever decides again loads it anew. */
interface Fetched {
  readonly record: string
  readonly id: string
  readonly loaded: Loaded | null
  used: boolean
}

const Prefetched = Context.Reference<Fetched | null>("@phakhi/api/Prefetched", { defaultValue: () => null })

/**
 * One store for all requests that looks first at what came along with the caller of each. It also remembers which
 * version of a record was handed out last, so that a state which is known here already need not travel again.
 */
export const prefetching = (store: EventStore["Service"]) => {
  const versions = new Map<string, number>()
  const keyOf = (record: string, id: string): string => `${record}/${id}`

  const remember = (key: string, version: number): void => {
    versions.delete(key)
    versions.set(key, version)
    const oldest = versions.size > keptAtMost ? versions.keys().next().value : undefined
    if (oldest !== undefined) versions.delete(oldest)
  }

  const load: EventStore["Service"]["load"] = (record, id, known) =>
    Effect.flatMap(Effect.service(Prefetched), (fetched) => {
      if (fetched === null || fetched.used || fetched.record !== record || fetched.id !== id)
        return store.load(record, id, known)
      fetched.used = true
      const { loaded } = fetched
      if (loaded === null) return Effect.succeed(Option.none<Loaded>())
      if (loaded.state === null && loaded.version !== known) return store.load(record, id, known)
      remember(keyOf(record, id), loaded.version)
      return Effect.succeed(Option.some(loaded))
    })

  return {
    store: EventStore.of({ ...store, load }),
    knownVersion: (record: string, id: string): number | undefined => versions.get(keyOf(record, id)),
    along: <A, E, R>(effect: Effect.Effect<A, E, R>, record: string, id: string, loaded: Loaded | null) =>
      Effect.provideService(effect, Prefetched, { record, id, loaded, used: false })
  }
}
