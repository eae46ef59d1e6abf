import { StoreBusy } from "@phakhi/domain/kernel/EventStore"
import { Effect, Schedule } from "effect"
import type { SqlError } from "effect/sql"

/** The SQLSTATE that the server gave, on either driver. */
export const sqlState = (error: SqlError.SqlError): string => {
  const cause = error.reason.cause
  return cause !== null && typeof cause === "object" && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : ""
}

/** Too many connections, out of resources, shutting down or starting up. */
const overloaded = /^(53|57P)/

const isBusy = (error: SqlError.SqlError): boolean => {
  switch (error.reason._tag) {
    case "ConnectionError":
    case "DeadlockError":
    case "SerializationError":
    case "LockTimeoutError":
    case "StatementTimeoutError":
      return true
    default:
      return overloaded.test(sqlState(error))
  }
}

/** What can be tried again later becomes `StoreBusy`; everything else is a bug and stays a defect. */
export const orBusy = (error: SqlError.SqlError): Effect.Effect<never, StoreBusy> =>
  isBusy(error) ? Effect.fail(new StoreBusy()) : Effect.die(error)

const collided = (error: { readonly _tag: string }): boolean =>
  error._tag === "SqlError" &&
  "reason" in error &&
  (error as SqlError.SqlError).reason._tag.match(/^(Deadlock|Serialization)Error$/) !== null

/** Two transactions met: the one that the server gave up is simply run again. */
export const retryCollided = <A, E extends { readonly _tag: string }, R>(
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.retry(effect, {
    while: collided,
    schedule: Schedule.jittered(Schedule.exponential("4 millis")),
    times: 6
  })

/** Sheds load: what comes while `limit` others are under way is refused without waiting. */
export const admission = (limit: number) => {
  let underWay = 0
  const leave = Effect.sync(() => {
    underWay -= 1
  })
  return <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | StoreBusy, R> =>
    Effect.suspend((): Effect.Effect<A, E | StoreBusy, R> => {
      if (underWay >= limit) return Effect.fail(new StoreBusy())
      underWay += 1
      return Effect.ensuring(effect, leave)
    })
}
