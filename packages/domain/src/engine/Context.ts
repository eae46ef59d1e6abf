import { Clock, Effect, Option } from "effect"
import type { AccountHolder, Actor, Grant, System } from "../kernel/Actor.ts"
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
  /** The sender says by a key which sendings are one and the same: what looks like a repetition is meant. */
  readonly keyed?: true
  /** A fresh UUID for each call. */
  readonly newId: () => string
}

/** The system as the actor, with the rule by which the act is due. */
export const bySystem = (rule: RuleId): System => ({ kind: "system", rule })

/** Whoever runs the machine, in place of the system (SEC-5). */
export const byOperator = (reason: string): System => ({ kind: "system", rule: "SEC-5", reason })

/** Whether an act is for whoever runs the machine: what the system is granted by name. */
export const isForOperator = ({ allow }: { readonly allow: ReadonlyArray<Grant> }): boolean =>
  allow.some((grant) => "actor" in grant && grant.actor === "system")

/** The present instant by the clock of the program, or of a test. */
export const currentInstant: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, (millis) =>
  Option.getOrThrow(fromMillis(millis))
)
