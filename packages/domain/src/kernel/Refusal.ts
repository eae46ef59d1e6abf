import type { Result } from "effect"
import type { LocalizedText } from "./LocalizedText.ts"

/** Why a request was not carried out. Every channel maps the kind, never the tag. */
export type RefusalKind =
  | "malformed"
  | "oversize"
  | "unauthenticated"
  | "forbidden"
  | "missing"
  | "unseen"
  | "stale"
  | "conflict"
  | "rule"
  | "busy"
  | "full"

/** The one table from kind to HTTP status and process exit code. */
export const kinds: Record<RefusalKind, { readonly status: number; readonly exitCode: number }> = {
  malformed: { status: 400, exitCode: 6 },
  oversize: { status: 413, exitCode: 6 },
  unauthenticated: { status: 401, exitCode: 4 },
  forbidden: { status: 403, exitCode: 4 },
  missing: { status: 404, exitCode: 3 },
  unseen: { status: 428, exitCode: 5 },
  stale: { status: 412, exitCode: 5 },
  conflict: { status: 409, exitCode: 5 },
  rule: { status: 422, exitCode: 8 },
  busy: { status: 503, exitCode: 7 },
  full: { status: 507, exitCode: 7 }
}

export type Fact = string | number | boolean | LocalizedText | ReadonlyArray<string> | ReadonlyArray<Fault>
export type Facts = { readonly [name: string]: Fact }

/** A refusal is data: a tag from the trade, the rule that refuses, and the facts it rests on. */
export interface Refusal<Tag extends string = string> {
  readonly _tag: Tag
  readonly kind: RefusalKind
  readonly rule: string
  readonly facts: Facts
  /** The input field at fault, as a JSON pointer, where there is one. */
  readonly field?: string
}

export interface Wording {
  readonly th: string
  readonly en: string
}

/** What is wrong at one place of an input, in both languages. */
export interface Fault extends Wording {
  /** A JSON pointer into the input; empty for the whole. */
  readonly pointer: string
}

/** The words of values: statuses, sides, roles. */
export type Words = { readonly [value: string]: Wording }

/** How a tag is worded and which rule it cites when the decision names no other. */
export interface Declaration<F extends Facts> {
  readonly kind: RefusalKind
  readonly rule: string
  readonly th: (facts: F, words: Words) => string
  readonly en: (facts: F, words: Words) => string
}

/** What a decision comes to, or one of the refusals that it can give. */
export type Decision<A, Tag extends string = string> = Result.Result<A, Refusal<Tag>>
