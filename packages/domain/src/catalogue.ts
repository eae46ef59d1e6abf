import { agreements } from "./agreements/index.ts"
import { committees } from "./committees/index.ts"
import { delivery } from "./delivery/index.ts"
import { type Catalogue, joined } from "./engine/Catalogue.ts"
import type { RecordType } from "./engine/Record.ts"
import type { engineRefusals } from "./engine/refusals.ts"
import { type Problem, problemIn } from "./engine/View.ts"
import { whole } from "./engine/Whole.ts"
import { evaluation } from "./evaluation/index.ts"
import { funding } from "./funding/index.ts"
import { handbook } from "./handbook/index.ts"
import { improvement } from "./improvement/index.ts"
import type { Refusal, Wording } from "./kernel/Refusal.ts"
import { missions } from "./missions/index.ts"
import { models } from "./models/index.ts"
import { parties } from "./parties/index.ts"
import { partnerships } from "./partnerships/index.ts"
import { plans } from "./plans/index.ts"
import { processes } from "./processes/index.ts"
import { wordingIn } from "./rules/Refusals.ts"

/** The capabilities, in the order in which their records are shown. */
export const capabilities = whole([
  missions,
  partnerships,
  funding,
  processes,
  parties,
  handbook,
  models,
  plans,
  agreements,
  committees,
  delivery,
  evaluation,
  improvement
])

/** Everything that Phakhi can do, and how each is decided. Every other list is derived from it. */
export const catalogue: Catalogue = joined(capabilities)

export const recordTypes: ReadonlyArray<RecordType<string, unknown, { readonly _tag: string }>> = catalogue.readers.map(
  ({ type }) => type
)

export const { refusals } = catalogue

type Refusals<Capability> = Capability extends { readonly refusals: infer Declared } ? keyof Declared : never
export type RefusalTag = (keyof typeof engineRefusals | Refusals<(typeof capabilities)[number]>) & string

export const isRefusalTag = (tag: string): tag is RefusalTag => Object.hasOwn(catalogue.refusals, tag)

/** What a refusal says: the same words in every channel. */
export const wordingOf = (refused: Refusal): Wording => wordingIn(catalogue, refused)

/** A refusal as every channel shows it. */
export const problemOf = (refused: Refusal): Problem => problemIn(catalogue, refused)

/** Every command with its name and its input, for whoever makes types from them. */
export type DeclaredCommand = (typeof capabilities)[number]["commands"][number]["operation"]
export type DeclaredRecord = (typeof capabilities)[number]["records"][number]

/** A command by its name. */
export const commandNamed = <Name extends DeclaredCommand["name"]>(name: Name) => {
  const found = catalogue.handlers.find(({ operation }) => operation.name === name)
  return found?.operation as Extract<DeclaredCommand, { readonly name: Name }>
}
