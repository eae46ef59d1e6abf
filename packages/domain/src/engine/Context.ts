import { Clock, Effect, Option } from "effect"
import type { AccountHolder, Actor, System } from "../kernel/Actor.ts"
import { fromMillis, type Instant, type IsoDate } from "../kernel/ThaiDate.ts"
import type { RuleId } from "../rules/Catalogue.ts"

/**
 * What a decision is told of the world: who acts, when, and where new ids come from. Someone with an account acts,
 * unless the operation is granted to others too.
 */
export interface Context<Who extends Actor = AccountHolder> {
  readonly actor: Who
  readonly now: Instant
  /** The day of `now` in Bangkok. */
  readonly today: IsoDate
  /** A fresh UUID for each call. */
  readonly newId: () => string
}

/** The system as who acts, and the rule by which the act is due. */
export const bySystem = (rule: RuleId): System => ({ kind: "system", rule })

/** The present instant by the clock of the program, or of a test. */
export const currentInstant: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, (millis) =>
  Option.getOrThrow(fromMillis(millis))
)
