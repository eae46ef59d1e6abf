import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Facts } from "@phakhi/domain/kernel/Refusal"

/** Someone who acts, with a key of their own and a password; nobody has none. */
export interface Person {
  readonly actor: AccountHolder
  readonly key: string
  /** How they sign in for what a key does not do; absent where the key alone is at hand. */
  readonly login?: () => Promise<Login>
}

export interface Login {
  readonly email: string
  readonly password: string
}

/** Whoever holds a person's key and nothing else of them. */
export const byKey = ({ actor, key }: Person): Person => ({
  actor: { ...actor, kind: "integration", key: key.slice(4, 12) },
  key
})

/** A command or question, as any channel can be given it. */
export interface Call {
  readonly person: Person | null
  readonly operation: string
  readonly id?: string
  readonly input?: unknown
  /** Nothing said is `latest`; `unseen` leaves it out. */
  readonly seen?: number | "latest" | "unseen"
  readonly key?: string
}

/** A record as every channel answers with it. */
export interface Answer {
  readonly id: string
  readonly version: number
  readonly data: unknown
}

/** A refusal as it is read in a channel. */
export interface Said {
  readonly tag: string
  readonly kind: string
  readonly rule: string | undefined
  readonly facts: Facts
  readonly th: string
  readonly en: string
  readonly field: string | undefined
  /** The HTTP status or the exit code, where the channel has one. */
  readonly code: { readonly status: number } | { readonly exit: number } | undefined
}

export type Outcome =
  | { readonly _tag: "Answered"; readonly answer: Answer }
  | { readonly _tag: "Refused"; readonly said: Said }

export const answered = (answer: Answer): Outcome => ({ _tag: "Answered", answer })
export const refused = (said: Said): Outcome => ({ _tag: "Refused", said })

/** One way into Phakhi. */
export interface Channel {
  readonly name: ChannelName
  readonly send: (call: Call) => Promise<Outcome>
  /** Puts a file of evidence; the library takes it from the store, not from a request. */
  readonly put: ((person: Person, on: string, content: Uint8Array) => Promise<Outcome>) | undefined
  readonly replay: (person: Person | null, text: string) => Promise<Outcome>
}

export const channelNames = ["library", "api", "cli", "cli-url"] as const
export type ChannelName = (typeof channelNames)[number]
