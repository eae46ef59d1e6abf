import { EventStore, type Loaded } from "@phakhi/domain/engine/EventStore"
import { keptVersion } from "@phakhi/domain/engine/Opened"
import { Context, Effect, Option } from "effect"
import type { KeptAnswers } from "./KeptAnswers.ts"

/** The record that came along with the caller. It is used once: whoever decides again loads it anew. */
interface Fetched {
  readonly record: string
  readonly id: string
  readonly loaded: Loaded | null
  used: boolean
}

const Prefetched = Context.Reference<Fetched | null>("@phakhi/api/Prefetched", { defaultValue: () => null })

/**
 * One store for all requests that looks first at what came along with the caller of each. A state that is kept in
 * memory need not travel again: the version that is known goes along with the question.
 */
export const prefetching = (store: EventStore["Service"], answers: KeptAnswers) => {
  const load: EventStore["Service"]["load"] = (record, id, known) =>
    Effect.flatMap(Effect.service(Prefetched), (fetched) => {
      if (fetched === null || fetched.used || fetched.record !== record || fetched.id !== id)
        return store.load(record, id, known)
      fetched.used = true
      const { loaded } = fetched
      if (loaded === null) return Effect.succeed(Option.none<Loaded>())
      const isBehind = known !== undefined && loaded.version < known
      const isElsewhere = loaded.state === null && loaded.version !== known
      return isBehind || isElsewhere ? store.load(record, id, known) : Effect.succeed(Option.some(loaded))
    })

  const own = EventStore.of({ ...store, load })
  return {
    store: own,
    knownVersion: (record: string, id: string): number | undefined => {
      const [state, answer] = [keptVersion(own, record, id), answers.version(record, id)]
      return state === undefined || answer === undefined ? (state ?? answer) : Math.max(state, answer)
    },
    along: <A, E, R>(effect: Effect.Effect<A, E, R>, record: string, id: string, loaded: Loaded | null) =>
      Effect.provideService(effect, Prefetched, { record, id, loaded, used: false })
  }
}
