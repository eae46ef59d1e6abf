import { Effect, Option, Stream } from "effect"
import { type Catalogue, readerOf } from "../engine/Catalogue.ts"
import type { ListedRow, ListPage } from "../engine/EventStore.ts"
import type { Language, LocalizedText } from "../kernel/LocalizedText.ts"
import { csvTable, type Names } from "./Csv.ts"
import { columnsOf } from "./Labels.ts"

/** How a channel asks a query of the catalogue, for whoever exports. */
export type Asking<E, R> = (query: {
  readonly operation: string
  readonly input: object
}) => Effect.Effect<unknown, E, R>

export interface Exported {
  readonly catalogue: Catalogue
  /** The name of the record type. */
  readonly record: string
  /** What the list was asked by, without limit and cursor. */
  readonly input: object
  readonly language: Language
  /** More rows than this are not written; the file says so at its end. */
  readonly rowsAtMost?: number
}

const pageLimit = 100
const mostRows = 1_000_000
/** Names are asked for anew after so many, so that a long export takes no more memory than a short one. */
const namesAtMost = 5_000

const grouped = new Intl.NumberFormat("en")

const cutAt = (rows: number) => ({
  th: `มีมากกว่า ${grouped.format(rows)} รายการ ไฟล์นี้มีเฉพาะ ${grouped.format(rows)} รายการแรก กรองให้แคบลงแล้วส่งออกอีกครั้ง`,
  en: `There are more than ${grouped.format(rows)} rows; this file holds the first ${grouped.format(rows)}. Narrow the list down and export again.`
})

/** Which record type each id of a row belongs to, where the row is to show its name. */
const referencesIn = (record: string, catalogue: Catalogue) => {
  const references = columnsOf(record, catalogue).filter(({ kind }) => kind === "reference")
  return ({ columns, owner }: ListedRow): ReadonlyArray<readonly [record: string, id: string]> => [
    ...(owner === null ? [] : [["organisation", owner] as const]),
    ...references.flatMap(({ name, record: named }) => {
      const id = columns[name]
      return typeof id === "string" && named !== undefined ? [[named, id] as const] : []
    })
  ]
}

/** Asks for the names that are not known yet, page by page; a list that the asker may not read gives none. */
const namesFor = <E, R>(ask: Asking<E, R>, record: string, catalogue: Catalogue) => {
  const referencesOf = referencesIn(record, catalogue)
  const known = new Map<string, LocalizedText>()
  const learn = (named: string, ids: ReadonlyArray<string>) => {
    const plural = readerOf(catalogue, named)?.type.plural
    if (plural === undefined) return Effect.void
    return ask({ operation: `${plural}.list`, input: { ids: ids.join(","), limit: pageLimit } }).pipe(
      Effect.tap((page) =>
        Effect.sync(() => {
          for (const { id, title } of (page as ListPage).data) known.set(id, title)
        })
      ),
      Effect.ignore
    )
  }
  return Effect.fnUntraced(function* (rows: ReadonlyArray<ListedRow>) {
    if (known.size > namesAtMost) known.clear()
    const wanted = new Map<string, Set<string>>()
    for (const [named, id] of rows.flatMap(referencesOf))
      if (!known.has(id)) wanted.set(named, (wanted.get(named) ?? new Set()).add(id))
    for (const [named, ids] of wanted) {
      const all = [...ids]
      for (let from = 0; from < all.length; from += pageLimit) yield* learn(named, all.slice(from, from + pageLimit))
    }
    return known as Names
  })
}

/**
 * Every row of a list as CSV, written while it is read: a million rows take the memory of one page. The first page is read
 * before anything is answered, so that a list that is refused is refused.
 */
export const exportCsv = Effect.fnUntraced(function* <E, R>(
  { catalogue, input, language, record, rowsAtMost = mostRows }: Exported,
  ask: Asking<E, R>
) {
  const operation = `${readerOf(catalogue, record)?.type.plural ?? record}.list`
  const page = (cursor: string | null) =>
    Effect.map(
      ask({ operation, input: { ...input, limit: pageLimit, ...(cursor === null ? {} : { cursor }) } }),
      (found) => found as ListPage
    )
  const table = csvTable(record, language, catalogue)
  const names = namesFor(ask, record, catalogue)
  const first = yield* page(null)
  const rest = Stream.paginate({ found: first, done: 0 }, ({ done, found: { data, next } }) =>
    Effect.gen(function* () {
      const rows = data.slice(0, rowsAtMost - done)
      const known = yield* names(rows)
      const text = rows.map((row) => table.row(row, known)).join("")
      const isCut = rows.length < data.length || (next !== null && done + rows.length >= rowsAtMost)
      if (isCut) return [[text + table.note(cutAt(rowsAtMost))], Option.none()] as const
      if (next === null) return [[text], Option.none()] as const
      return [[text], Option.some({ found: yield* page(next), done: done + rows.length })] as const
    })
  )
  return Stream.concat(Stream.make(table.head), rest)
})
