import type { Capability } from "./Catalogue.ts"
import type { Declared } from "./Handler.ts"
import type { Row } from "./Record.ts"
import type { engineRefusals } from "./refusals.ts"

type Records<All extends Capability> = All["records"][number]
type Operations<All extends Capability> = Extract<All["commands"][number], Declared>["operation"]
type Tags<All> = All extends { readonly refusals: infer Refusals } ? keyof Refusals & string : never

type Unworded<Kind, Statuses> = Kind extends {
  readonly name: infer Name extends string
  readonly row: (state: never) => Row<infer Status>
}
  ? string extends Status
    ? `${Name}, whose row gives any text: write its statuses "as const"`
    : `${Name} ${Exclude<Status, Statuses extends { readonly [Of in Name]: ReadonlyArray<infer Worded> } ? Worded : never>}`
  : never

type Unnamed<Kind, Values> = Kind extends { readonly name: infer Name extends string }
  ? Exclude<Name, keyof Values>
  : never

type UnnamedIn<All> = All extends {
  readonly records: ReadonlyArray<infer Kind>
  readonly words: { readonly values: infer Values }
}
  ? Unnamed<Kind, Values>
  : never

type UnwordedIn<All> = All extends {
  readonly records: ReadonlyArray<infer Kind>
  readonly words: { readonly statuses: infer Statuses }
}
  ? Unworded<Kind, Statuses>
  : never

/** What is missing, in words: the compiler tells them. */
type Missing<All extends Capability> =
  | `no index.ts lists the record: ${Exclude<Operations<All>["record"], Records<All>["name"]>}`
  | `no index.ts lists a command on the record: ${Exclude<Records<All>["name"], Operations<All>["record"]>}`
  | `no index.ts lists the refusal: ${Exclude<Operations<All>["refusals"][number], keyof typeof engineRefusals | Tags<All>>}`
  | `no words.ts has a word for the record: ${UnnamedIn<All>}`
  | `no words.ts has a word for the status: ${UnwordedIn<All>}`

/**
 * The capabilities, where they are whole: the records that commands are on are listed, with the refusals that can be given,
 * and there is a word for every kind of record and each of its statuses. Where something is missing this does not compile, and says what.
 */
export const whole = <const All extends ReadonlyArray<Capability>>(
  capabilities: All & { readonly [Part in Missing<All[number]>]: never }
): All => capabilities
