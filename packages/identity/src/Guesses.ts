import { Clock, Effect } from "effect"
import ipaddr from "ipaddr.js"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"

const windowMillis = 15 * 60_000
const remembered = 20_000

/** What no address can be read from is one place together: it opens no way around the count. */
export const nowhere = "—"

/** An address without the port that a proxy may have put to it. */
const withoutPort = (address: string): string =>
  /^\[(.+)\](?::\d+)?$/u.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/u.exec(address)?.[1] ?? address

export const plainAddress = (address: string): string => withoutPort(address.trim())

/** Whoever has one address of IPv6 has the 2^64 beside it: they are one place. One of IPv4 is the same in the clothes of IPv6. */
export const placeOf = (address: string): string => {
  const plain = plainAddress(address)
  if (!ipaddr.isValid(plain)) return nowhere
  const found = ipaddr.process(plain)
  return found instanceof ipaddr.IPv6
    ? found.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")
    : found.toString()
}

interface Tries {
  readonly wrong: number
  readonly underWay: number
  readonly until: number
}

const none: Tries = { wrong: 0, underWay: 0, until: 0 }

/** Wrong passwords, up to so many for a key. A try counts from when it begins: those that come at once are counted too. */
export const guessing = (allowedFailures: number) => {
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

  /** Tries once; after too many that were wrong the next has to wait a quarter of an hour. */
  return <A, E, R>(
    key: string,
    isWrong: (refused: E) => boolean,
    attempt: Effect.Effect<A, E, R>
  ): Effect.Effect<A, E | IdentityRefusal, R> =>
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
