import { Schema } from "effect"
import { query } from "../engine/Operation.ts"
import { type Grant, SeenActor } from "../kernel/Actor.ts"
import * as Column from "../kernel/Column.ts"
import * as Field from "../kernel/Field.ts"
import { LocalizedText, plainText } from "../kernel/LocalizedText.ts"
import { Amount } from "../kernel/Money.ts"
import { nextDue } from "./Listing.ts"
import type { Query } from "./Operation.ts"
import { NamedPerson } from "./People.ts"
import type { RecordType } from "./Record.ts"
import { shownState } from "./Shown.ts"
import { type Views, viewsOf } from "./Views.ts"

type AnyRecordType = RecordType<string, unknown, { readonly _tag: string }>
type NonEmpty<A> = readonly [A, ...ReadonlyArray<A>]

/** How the records of a type are read: by whom, and the four questions that every type answers. */
export interface Reader {
  readonly type: AnyRecordType
  /** What each audience is shown, worked out once. */
  readonly views: Views
  readonly allow: NonEmpty<Grant>
  readonly queries: readonly [get: Query, list: Query, history: Query, people: Query]
}

const Row = Schema.Struct({
  id: Schema.String,
  version: Schema.Int,
  title: LocalizedText,
  status: Schema.String,
  columns: Schema.Record(
    Schema.String,
    Schema.Union([
      Schema.String,
      Schema.Finite,
      Schema.Array(Schema.String),
      Schema.Struct({ amount: Schema.String, currency: Schema.Literal("THB") })
    ])
  ),
  owner: Schema.NullOr(Schema.String),
  updatedAt: Schema.String,
  late: Schema.Boolean
}).annotate({ identifier: "Row" })

export const pageOf = <Item extends Schema.Top>(item: Item) =>
  Schema.Struct({ data: Schema.Array(item), next: Schema.NullOr(Schema.String), total: Schema.Int })

/** A page of so many that not all are counted. */
export const countedPageOf = <Item extends Schema.Top>(item: Item) =>
  Schema.Struct({ ...pageOf(item).fields, totalIsExact: Schema.Boolean })

const Problem = Schema.Struct({
  tag: Schema.String,
  kind: Schema.String,
  rule: Schema.String,
  facts: Schema.Record(Schema.String, Schema.Unknown),
  th: Schema.String,
  en: Schema.String,
  field: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "Problem" })

const Action = Schema.Struct({
  operation: Schema.String,
  target: Schema.optionalKey(
    Schema.Struct({
      field: Schema.String,
      value: Schema.Union([Schema.String, Schema.Finite]),
      label: Schema.Struct({ th: Schema.String, en: Schema.String })
    })
  ),
  allowed: Schema.Boolean,
  refusal: Schema.optionalKey(Problem),
  next: Schema.optionalKey(Schema.Int)
}).annotate({ identifier: "Action" })

/** A record with its version and what may be done with it, on the wire. */
export const viewOf = <Data extends Schema.Top>(data: Data) =>
  Schema.Struct({
    record: Schema.String,
    id: Schema.String,
    version: Schema.Int,
    data,
    actions: Schema.Array(Action)
  })

/** An event as it is shown: the acting account and the hashes are not for every audience. */
const SeenEvent = Schema.Struct({
  id: Schema.String,
  record: Schema.String,
  stream: Schema.String,
  version: Schema.Int,
  type: Schema.String,
  schemaVersion: Schema.Int,
  at: Schema.String,
  recordedAt: Schema.String,
  actor: SeenActor,
  cause: Schema.Struct({ operation: Schema.String, key: Schema.optionalKey(Schema.String) }),
  data: Schema.Record(Schema.String, Schema.Unknown),
  prevHash: Schema.optionalKey(Schema.String),
  hash: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "SeenEvent" })

const limit = Field.optional(Field.count("จำนวนต่อหน้า", "Rows per page", 1, 100))

const ends = [
  ["from", { th: "ตั้งแต่", en: "from" }],
  ["to", { th: "ถึง", en: "to" }]
] as const

/** The end of a range, as an address or a flag says it. */
const endField = ({ kind }: Column.Column, th: string, en: string) => {
  if (kind === "date") return Field.date(th, en)
  return kind === "money"
    ? Field.written(Amount, "decimal", th, en)
    : Field.count(th, en, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
}

const filterFields = (name: string, column: Column.Column): ReadonlyArray<readonly [string, Schema.Top]> => {
  const { en, th } = column.label
  return [
    ...(Column.isMatched(column) && name !== "title"
      ? [[name, Field.optional(Field.written(plainText(8000), "text", th, en))] as const]
      : []),
    ...(Column.isRanged(column)
      ? ends.map(
          ([end, word]) =>
            [`${name}.${end}`, Field.optional(endField(column, `${th} ${word.th}`, `${en} ${word.en}`))] as const
        )
      : [])
  ]
}

const listInput = (columns: Column.Columns) => {
  const all = Object.entries(columns)
  const sorts = Object.fromEntries(
    all.flatMap(([name, column]) => (Column.isSorted(column) ? [[name, column.label] as const] : []))
  )
  return Schema.Struct({
    search: Field.optional(Field.text("ค้นหา", "Search")),
    sort: Field.optional(Field.choice(sorts, "เรียงตาม", "Sort by")),
    descending: Field.optional(Field.flag("มากไปน้อย", "Descending")),
    limit,
    ids: Field.optional(
      Field.written(plainText(8000), "text", "เฉพาะรหัสเหล่านี้ คั่นด้วยจุลภาค", "Only these ids, separated by commas")
    ),
    cursor: Field.optional(Field.written(plainText(8000), "text", "หน้าถัดไป", "Cursor of the next page")),
    ...Object.fromEntries(all.flatMap(([name, column]) => filterFields(name, column))),
    ...(columns[nextDue] === undefined
      ? {}
      : { late: Field.optional(Field.flag("เฉพาะที่เกินกำหนด", "Only what is late")) })
  })
}

const general = ["InputMalformed", "NotSignedIn", "RecordNotFound", "StoreBusy"] as const

const pageOfHistory = Schema.Struct({
  limit,
  before: Field.optional(Field.count("ก่อนรุ่น", "Before version", 1, 1_000_000))
})

/** The reader of a record type, with the four questions that every type answers. */
export const readerFor = (type: AnyRecordType): Reader => {
  const [first, ...others] = type.audiences
  const allow: Reader["allow"] = [...first.allow, ...others.flatMap((audience) => audience.allow)]
  const declared = { record: type.name, allow, refusals: general, rules: ["SEC-1"] } as const
  const { en, th } = type.label
  return {
    type,
    views: viewsOf(type),
    allow,
    queries: [
      query({
        ...declared,
        name: `${type.plural}.get`,
        summary: { th: `ดู${th}`, en: `Show one ${en}` },
        reads: "get",
        input: Schema.Struct({}),
        output: viewOf(shownState(type))
      }),
      query({
        ...declared,
        name: `${type.plural}.list`,
        summary: { th: `รายการ${th}`, en: `List the ${type.plural}` },
        reads: "list",
        input: listInput(type.columns),
        output: countedPageOf(Row)
      }),
      query({
        ...declared,
        name: `${type.plural}.history`,
        summary: { th: `ประวัติของ${th}`, en: `What happened to one ${en}` },
        reads: "history",
        input: pageOfHistory,
        output: pageOf(SeenEvent)
      }),
      query({
        ...declared,
        name: `${type.plural}.people`,
        summary: { th: `บุคคลที่ปรากฏใน${th}`, en: `Who is named in one ${en}` },
        reads: "people",
        input: pageOfHistory,
        output: pageOf(NamedPerson)
      })
    ]
  }
}
