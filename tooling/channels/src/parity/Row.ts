import type { RuleId } from "@phakhi/domain/rules/Catalogue"
import type { Call, ChannelName, Person } from "../Channel.ts"
import { today } from "../journeys/Days.ts"
import type { Company } from "./Company.ts"
import type { Stage, StageName } from "./Stages.ts"

export type Asked =
  | Call
  /** A file of evidence, put by itself. */
  | { readonly put: Uint8Array; readonly person: Person; readonly on: string }
  /** A file of operations. */
  | { readonly replay: string; readonly person: Person | null }
  /** The same call twice at the same time; the second is what the row is about. */
  | { readonly twins: Call }

/** A request that is refused, alike in every channel. */
export interface Row {
  readonly says: string
  readonly stage: StageName
  readonly rule: RuleId
  readonly ask: (company: Company, stage: Stage) => Asked
  /** Merely malformed: nothing but the schema refuses it. */
  readonly malformed?: true
  /** On a store that does not answer in time. */
  readonly busy?: true
  /** Sent with a key by someone who would be let through if signed in: on the screens everybody is. */
  readonly byKey?: true
  /** Somebody has to reach past the store for it: then this test asks, and no channel does. */
  readonly heldBy?: string
  /** Why a channel cannot send it, or the screens offer no way to. */
  readonly except?: { readonly [C in ChannelName | "admin"]?: string }
}

/** Someone assigned to the stage's partnership from today on. */
export const assigned = ({ actor: { account } }: Person, duty: string) => ({ account, duty, from: today })

export type Rows = readonly [Row, ...ReadonlyArray<Row>]

/** Why the screens cannot send what names a part that is not there, or not open. */
export const onlyWhatThereIs = "the screens offer only the parts that are there and open"

/** Why the screens cannot send a reference that does not fit. */
export const onlyWhatFits = "the form offers only what fits"

/** A row of one command on the stage's own record. */
export const on =
  (who: keyof Company, operation: string, input: Input = {}, more: Partial<Call> = {}): Row["ask"] =>
  (company, stage) => ({
    person: company[who] as Person,
    operation,
    id: stage.id,
    input: typeof input === "function" ? input(company, stage) : input,
    ...more
  })

/** A row of one command that would make a record, or of a question about none. */
export const off =
  (who: keyof Company | null, operation: string, input: Input = {}, more: Partial<Call> = {}): Row["ask"] =>
  (company, stage) => ({
    person: who === null ? null : (company[who] as Person),
    operation,
    input: typeof input === "function" ? input(company, stage) : input,
    ...more
  })

export type Input = object | ((company: Company, stage: Stage) => object)
