import type { Schema } from "effect"
import type { Grant } from "../kernel/Actor.ts"
import type { RuleId } from "../rules/Catalogue.ts"

type NonEmpty<A> = readonly [A, ...ReadonlyArray<A>]

/** A summary that every channel shows: both languages, always. */
export interface Summary {
  readonly th: string
  readonly en: string
}

interface Declared<Name extends string, Tag extends string, Rule extends string, Allow extends NonEmpty<Grant>> {
  /** `noun.verb`: the path of the API, the words of the CLI, the key of the client. */
  readonly name: Name
  readonly summary: Summary
  readonly allow: Allow
  readonly refusals: NonEmpty<Tag>
  /** The rules that this operation serves. */
  readonly rules: ReadonlyArray<Rule>
}

/** A change of one record. Output is always the record after it, with its version and actions. */
export interface Command<
  Name extends string = string,
  Input extends Schema.Top = Schema.Top,
  Tag extends string = string,
  Rule extends string = string,
  Allow extends NonEmpty<Grant> = NonEmpty<Grant>
> extends Declared<Name, Tag, Rule, Allow> {
  readonly type: "command"
  readonly record: string
  readonly target: "new" | "existing"
  readonly input: Input
  /**
   * `version`: the caller names the version it saw (If-Match). `commutes`: it adds something whose
   * admission the decision judges anew, so that many callers may send it at the same time.
   */
  readonly concurrency: "version" | "commutes"
  /** Why there is no way back, for an act that is shown once more before it is carried out; `false` where there is one. */
  readonly irreversible: Summary | false
  /**
   * It brings its record a step further, so that it can be somebody's next step. An act beside the process, or one that
   * ends it early, never is.
   */
  readonly onward: boolean
  /** The part of its record that it belongs to; `null` where the record is not divided. */
  readonly area: string | null
  /** It states all of something again, so that its form begins with what the record says of it now. */
  readonly restates?: true
  /** What it has come to where it brought about one of these events, if its summary does not say that. */
  readonly outcomes?: { readonly [event: string]: Summary }
  /** For whoever has signed in, and the system: a key stands for an account, not for the person who is to answer for it. */
  readonly inPerson?: true
  /**
   * It means nothing without what is written with it, such as the link that an act issues. No channel offers it by itself,
   * and it is not carried out without: see `along` of a request.
   */
  readonly accompanied?: true
}

/** A question that changes nothing. `record` is set where it reads stored records. */
export interface Query<
  Name extends string = string,
  Input extends Schema.Top = Schema.Top,
  Output extends Schema.Top = Schema.Top,
  Tag extends string = string,
  Rule extends string = string
> extends Declared<Name, Tag, Rule, NonEmpty<Grant>> {
  readonly type: "query"
  /** `pure` needs no store; the others read it. */
  readonly reads: "pure" | "get" | "list" | "history" | "people" | "tasks"
  readonly record?: string
  readonly input: Input
  readonly output: Output
}

export type Operation = Command | Query

/** What a declaration says of a command; the rest follows from the record that it is declared on. */
export interface CommandFields<
  Name extends string,
  Input extends Schema.Top,
  Rule extends string,
  Allow extends NonEmpty<Grant> = NonEmpty<Grant>
> extends Omit<
    Command<Name, Input, string, Rule, Allow>,
    "type" | "record" | "target" | "area" | "concurrency" | "refusals" | "outcomes"
  > {
  readonly concurrency?: Command["concurrency"]
}

export const command = <
  const Name extends `${string}.${string}`,
  Input extends Schema.Top,
  const Allow extends NonEmpty<Grant>,
  const Tag extends string
>(
  fields: Omit<Command<Name, Input, Tag, RuleId, Allow>, "type">
): Command<Name, Input, Tag, RuleId, Allow> => ({ type: "command", ...fields })

export const query = <const Name extends `${string}.${string}`, Input extends Schema.Top, Output extends Schema.Top>(
  fields: Omit<Query<Name, Input, Output, string, RuleId>, "type">
): Query<Name, Input, Output, string, RuleId> => ({ type: "query", ...fields })

export const nounOf = (operation: { readonly name: string }): string => operation.name.split(".")[0] ?? ""
export const verbOf = (operation: { readonly name: string }): string => operation.name.split(".")[1] ?? ""
