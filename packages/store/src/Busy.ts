import { StoreBusy } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import { SqlError } from "effect/sql"

const given = (error: SqlError.SqlError, field: "code" | "detail"): string => {
  const cause: unknown = error.reason.cause
  const said: unknown = cause !== null && typeof cause === "object" ? Reflect.get(cause, field) : undefined
  return typeof said === "string" ? said : ""
}

/** The SQLSTATE that the server gave, on either driver. */
export const sqlState = (error: SqlError.SqlError): string => given(error, "code")

/** What the server said beside it. */
export const detail = (error: SqlError.SqlError): string => given(error, "detail")

/** Too many connections, out of resources but for a full disk, shutting down or starting up. */
const overloaded = /^(53(?!100)|57P)/

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

const collided = (error: unknown): boolean =>
  SqlError.isSqlError(error) && (error.reason._tag === "DeadlockError" || error.reason._tag === "SerializationError")

const attempts = 6

/** Two transactions met: the one that the server gave up is simply run again. */
export const retryCollided = <A, E, R>(effect: Effect.Effect<A, E, R>, attempt = 1): Effect.Effect<A, E, R> =>
  Effect.catchIf(
    effect,
    (error) => attempt < attempts && collided(error),
    () => Effect.andThen(Effect.sleep(4 * 2 ** attempt), retryCollided(effect, attempt + 1))
  )

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
