import type { AudienceName } from "./Audience.ts"
import { toDecimalString } from "./Money.ts"
import type { Wording } from "./Refusal.ts"
import { sortKey } from "./SortKey.ts"
import type { IsoDate } from "./ThaiDate.ts"

/** What a list shows in one cell, as the wire carries it. */
export type ColumnValue =
  | string
  | number
  | ReadonlyArray<string>
  | { readonly amount: string; readonly currency: "THB" }

/** What a column holds before it is written out. */
interface Held {
  readonly text: string
  readonly choice: string
  readonly choices: ReadonlyArray<string>
  readonly date: IsoDate
  readonly number: number
  readonly money: bigint
  readonly reference: string
}
export type ColumnKind = keyof Held

/** The audiences that see a column of a record that they can read. */
export type SeenBy = "everyone" | readonly [AudienceName, ...ReadonlyArray<AudienceName>]

/**
 * A column of the lists of a record type. Dates, numbers and money are filtered by ranges; choices, references, text
 * and numbers by equality with one of several values; lists of choices by holding one of them. All but references and lists of choices are sorted by.
 */
export interface Column<Kind extends ColumnKind = ColumnKind> {
  readonly kind: Kind
  readonly label: Wording
  readonly seenBy: SeenBy
  /** Its words are found by a search. */
  readonly searched?: true
  /** No two records have the same value; the store refuses the second of two that are written at the same moment. */
  readonly unique?: true
  /** Its values are shown as they are: they are no codes with words of their own. */
  readonly plain?: true
  /** The type of the records that a reference names. */
  readonly record?: string
}

export interface Columns {
  readonly [name: string]: Column
}

/** What a row gives: every column that is declared, with its value, or undefined where it has none. */
export type Values<C extends Columns> = { readonly [Name in keyof C]: Held[C[Name]["kind"]] | undefined }

type Traits = Pick<Column, "seenBy" | "searched" | "unique" | "plain">

const of =
  <Kind extends ColumnKind>(kind: Kind) =>
  (th: string, en: string, traits: Traits): Column<Kind> => ({ kind, label: { th, en }, ...traits })

export const text = of("text")
export const choice = of("choice")
/** Several of the options at the same time. */
export const choices = of("choices")
export const date = of("date")
export const number = of("number")
export const money = of("money")
/** The id of a record of the named type. */
export const reference = (record: string, th: string, en: string, traits: Traits): Column<"reference"> => ({
  kind: "reference",
  record,
  label: { th, en },
  ...traits
})

export const isSeenBy = ({ seenBy }: Column, audience: AudienceName): boolean =>
  seenBy === "everyone" || seenBy.includes(audience)

export const isSorted = ({ kind }: Column): boolean => kind !== "reference" && kind !== "choices"
export const isRanged = ({ kind }: Column): boolean => kind === "date" || kind === "number" || kind === "money"
export const isMatched = ({ kind }: Column): boolean => kind !== "date" && kind !== "money"

/** Stands in an order after every key of a value: ascending or descending, what is absent comes last. */
export const absentKey = "~"

const offset = 1_000_000_000_000_000n
const numberKey = (value: bigint): string => (value + offset).toString().padStart(17, "0")

/** A text by which values of one column sort in the order of their kind, compared character by character. */
const keyOf = (kind: ColumnKind, value: Held[ColumnKind]): string | undefined => {
  switch (kind) {
    case "text":
      return sortKey(String(value))
    case "number":
      return numberKey(BigInt(Math.trunc(Number(value))))
    case "money":
      return numberKey(value as bigint)
    case "choice":
    case "date":
      return String(value)
    default:
      return undefined
  }
}

/** The key of one end of a range, as a query writes it: a day, a whole number, or an amount in baht. */
export const boundKey = ({ kind }: Column, bound: string | number | bigint): string =>
  keyOf(kind, bound as Held[ColumnKind]) ?? String(bound)

const wireOf = (kind: ColumnKind, value: Held[ColumnKind]): ColumnValue =>
  kind === "money" ? { amount: toDecimalString(value as bigint), currency: "THB" } : (value as ColumnValue)

export interface Listed {
  readonly columns: { readonly [name: string]: ColumnValue }
  /** By which the columns sort and are compared with ranges. */
  readonly keys: { readonly [name: string]: string }
}

/** The values of a row as they are listed and sorted. */
export const listed = <C extends Columns>(columns: C, values: Values<C>): Listed => {
  const shown: Record<string, ColumnValue> = {}
  const keys: Record<string, string> = {}
  for (const [name, { kind }] of Object.entries(columns)) {
    const value = values[name] as Held[ColumnKind] | undefined
    if (value === undefined) continue
    shown[name] = wireOf(kind, value)
    const key = keyOf(kind, value)
    if (key !== undefined) keys[name] = key
  }
  return { columns: shown, keys }
}
