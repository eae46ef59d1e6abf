import { randomUUID } from "node:crypto"
import { Visitor, VisitorId } from "@phakhi/domain/kernel/Actor"
import { Clock, Effect, Schema } from "effect"
import { placeOf } from "./Guesses.ts"
import type { Origin } from "./PasswordSignIn.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { signed, unsigned } from "./Secrets.ts"

/** A visitor who may act now, and what their browser is told to keep, where it is new. */
export interface Admitted {
  readonly actor: Visitor
  readonly cookie: string | null
}

export interface Visitors {
  /** Whoever comes back with the cookie is the same visitor; nothing else is known or kept of them. */
  readonly admit: (origin: Origin) => Effect.Effect<Admitted, IdentityRefusal>
}

const cookieName = "phakhi.visitor"
const cookieSeconds = 180 * 24 * 3600
const actsAtMost = 10
const windowMillis = 10 * 60_000
const placesAtMost = 20_000

const pattern = new RegExp(`(?:^|;\\s*)${cookieName.replace(".", "\\.")}=([^;]+)`)
const isVisitorId = Schema.is(VisitorId)

interface Acts {
  readonly count: number
  readonly until: number
}

/** Counts the acts of visitors by the place that they come from. */
const counting = () => {
  const acts = new Map<string, Acts>()
  /** How many seconds to wait; 0 where the act is counted and goes on. */
  return (place: string, now: number): number => {
    const found = acts.get(place)
    const current = found !== undefined && found.until > now ? found : { count: 0, until: now + windowMillis }
    if (current.count >= actsAtMost) return Math.ceil((current.until - now) / 1000)
    acts.delete(place)
    acts.set(place, { ...current, count: current.count + 1 })
    const oldest = acts.size > placesAtMost ? acts.keys().next().value : undefined
    if (oldest !== undefined) acts.delete(oldest)
    return 0
  }
}

const knownIn = (cookie: string, secret: string): VisitorId | undefined => {
  const found = pattern.exec(cookie)?.[1]
  const id = found === undefined ? null : unsigned(decodeURIComponent(found), secret)
  return isVisitorId(id) ? id : undefined
}

export const visitors = (secret: string, url: string): Visitors => {
  const waitFor = counting()
  const secure = url.startsWith("https:") ? "; Secure" : ""
  const kept = (id: string) =>
    `${cookieName}=${encodeURIComponent(signed(id, secret))}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax${secure}`
  return {
    admit: ({ address, cookie }) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        const seconds = waitFor(placeOf(address), now)
        if (seconds > 0) return Effect.fail(identityRefusal("TooManyActs", { seconds }))
        const known = knownIn(cookie, secret)
        const visitor = known ?? VisitorId.make(randomUUID())
        return Effect.succeed({
          actor: Visitor.make({ kind: "visitor", visitor }),
          cookie: known === undefined ? kept(visitor) : null
        })
      })
  }
}
