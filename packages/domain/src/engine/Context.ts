import { Clock, Effect, Option } from "effect"
import type { Actor } from "../kernel/Actor.ts"
import { fromMillis, type Instant, type IsoDate } from "../kernel/ThaiDate.ts"

/** What a decision is told of the world: who acts, when, and where new ids come from. */
export interface Context {
  readonly actor: Actor
  readonly now: Instant
  /** The day of `now` in Bangkok. */
  readonly today: IsoDate
  /** A fresh UUID for each call. */
  readonly newId: () => string
}

/** The present instant by the clock of the program, or of a test. */
export const currentInstant: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, (millis) =>
  Option.getOrThrow(fromMillis(millis))
)
