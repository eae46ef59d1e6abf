import type { Actor, SeenActor } from "../kernel/Actor.ts"
import type { Instant } from "../kernel/ThaiDate.ts"

/** Stands where the first event of a record, which says its ids, is missing; nothing is ever stored under it. */
export const unknownId = "00000000-0000-0000-0000-000000000000"

/** An event as a decision made it, with who and when; what `evolve` folds. */
export interface Recorded<E, Who extends Actor = Actor> {
  readonly event: E
  /** When it happened: UTC, ISO 8601. */
  readonly at: Instant
  readonly actor: Who
}

/**
 * An event as it is stored. `at` is when it happened, `recordedAt` when the store took it;
 * they differ only where a replay gave the time. `data` is the encoded event without its tag.
 * The hash covers everything before it, personal data by a keyed digest.
 */
export interface StoredEvent {
  readonly id: string
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly at: string
  readonly recordedAt: string
  readonly actor: Actor
  /** The operation that caused it, and the request id or idempotency key where there was one. */
  readonly cause: { readonly operation: string; readonly key?: string }
  readonly data: { readonly [field: string]: unknown }
  readonly prevHash: string
  readonly hash: string
}

/** An event as an audience is shown it: without what is not for it. */
export interface SeenEvent extends Omit<StoredEvent, "actor" | "prevHash" | "hash"> {
  readonly actor: SeenActor
  readonly prevHash?: string
  readonly hash?: string
}
