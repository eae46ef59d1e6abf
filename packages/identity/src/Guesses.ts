import { Clock, Effect } from "effect"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"

const allowedFailures = 5
const windowMillis = 15 * 60_000
const remembered = 20_000

/** Whoever has one address of IPv6 has the 2^64 beside it: they are one place. */
export const placeOf = (address: string): string => {
  if (!address.includes(":") || address.includes(".")) return address
  const [head = "", tail] = address.split("::")
  const groups = (part: string | undefined): ReadonlyArray<string> =>
    part === undefined || part === "" ? [] : part.split(":")
  const before = groups(head)
  const after = groups(tail)
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0")
  return [...before, ...(tail === undefined ? [] : between), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")
}

interface Tries {
  readonly wrong: number
  readonly underWay: number
  readonly until: number
}

const none: Tries = { wrong: 0, underWay: 0, until: 0 }

/** Wrong passwords by whom and whence. A try counts from when it begins: those that come at once are counted too. */
export const guessing = () => {
  const tries = new Map<string, Tries>()

  const known = (key: string, now: number): Tries => {
    const found = tries.get(key) ?? none
    return found.until > now ? found : { ...found, wrong: 0 }
  }

  const change = (key: string, next: Tries): void => {
    tries.delete(key)
    if (next.wrong + next.underWay > 0) tries.set(key, next)
    const oldest = tries.size > remembered ? tries.keys().next().value : undefined
    if (oldest !== undefined) tries.delete(oldest)
  }

  const begin = (key: string, now: number): number => {
    const found = known(key, now)
    if (found.wrong >= allowedFailures) return Math.ceil((found.until - now) / 1000)
    if (found.wrong + found.underWay >= allowedFailures) return 1
    change(key, { ...found, underWay: found.underWay + 1, until: now + windowMillis })
    return 0
  }

  const end = (key: string, now: number, how: "right" | "wrong" | "undecided"): void => {
    const found = known(key, now)
    const underWay = Math.max(0, found.underWay - 1)
    const wrong = { right: 0, wrong: found.wrong + 1, undecided: found.wrong }[how]
    change(key, { underWay, wrong, until: now + windowMillis })
  }

  /** Tries once; after five that were wrong the next has to wait a quarter of an hour. */
  return <A, R>(
    key: string,
    isWrong: (refused: IdentityRefusal) => boolean,
    attempt: Effect.Effect<A, IdentityRefusal, R>
  ): Effect.Effect<A, IdentityRefusal, R> =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const seconds = begin(key, now)
      if (seconds > 0) return yield* Effect.fail(identityRefusal("TooManyAttempts", { seconds }))
      let how: "right" | "wrong" | "undecided" = "undecided"
      return yield* attempt.pipe(
        Effect.tap(() => Effect.sync(() => (how = "right"))),
        Effect.tapError((refused) => Effect.sync(() => (how = isWrong(refused) ? "wrong" : "undecided"))),
        Effect.ensuring(Effect.sync(() => end(key, now, how)))
      )
    })
}
