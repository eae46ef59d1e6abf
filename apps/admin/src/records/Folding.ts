import type { Change } from "./Changes.ts"

type Path = Change["path"]

/** One place that changed; a place that holds several values at once, such as roles, is one row. */
export interface Row {
  readonly path: Path
  readonly before: ReadonlyArray<string>
  readonly after: ReadonlyArray<string>
}

/** What changed in the items of one list. */
export interface Fold {
  readonly path: Path
  readonly items: number
  readonly rows: ReadonlyArray<Row>
}

export interface Folded {
  /** Where all of it happened. */
  readonly within: Path
  readonly rows: ReadonlyArray<Row>
  readonly folds: ReadonlyArray<Fold>
}

/** A list with fewer rows than this is shown with the others. */
const worthFolding = 6

const isNumber = (step: string | undefined): boolean => step !== undefined && /^\d+$/u.test(step)

const keyOf = (path: Path): string => path.join("\u0000")

const said = (value: string | undefined): ReadonlyArray<string> => (value === undefined ? [] : [value])

const grouped = <A>(
  all: ReadonlyArray<A>,
  by: (one: A) => string
): ReadonlyArray<readonly [A, ...ReadonlyArray<A>]> => {
  const groups = new Map<string, [A, ...Array<A>]>()
  for (const one of all) {
    const group = groups.get(by(one))
    if (group === undefined) groups.set(by(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

const holder = ({ path }: Change): Path => (isNumber(path.at(-1)) ? path.slice(0, -1) : path)

const rowsOf = (changes: ReadonlyArray<Change>): ReadonlyArray<Row> =>
  grouped(changes, (change) => keyOf(holder(change))).map((group) => ({
    path: holder(group[0]),
    before: group.flatMap(({ before }) => said(before)),
    after: group.flatMap(({ after }) => said(after))
  }))

const shared = (rows: ReadonlyArray<Row>): Path => {
  const [first, ...others] = rows
  if (first === undefined || others.length === 0) return []
  const until = first.path.findIndex((step, index) => others.some(({ path }) => path[index] !== step))
  return first.path.slice(0, until < 0 ? first.path.length : until)
}

const isIn = ({ path }: Row, list: Path): boolean => list.every((step, index) => path[index] === step)

/** The outermost list that a row is in, of those of which several items changed. */
const listOf = (row: Row, rows: ReadonlyArray<Row>): Path | undefined =>
  row.path
    .flatMap((step, at) => (at > 0 && isNumber(step) ? [row.path.slice(0, at)] : []))
    .find((list) => new Set(rows.filter((other) => isIn(other, list)).map(({ path }) => path[list.length])).size > 1)

/** A long table of changes in short: what all places have in common is said once, and the items of a list are one line. */
export const folded = (changes: ReadonlyArray<Change>): Folded => {
  const all = rowsOf(changes)
  const within = shared(all)
  const rows = all.map((row) => ({ ...row, path: row.path.slice(within.length) }))
  const inLists = rows.flatMap((row) => {
    const list = listOf(row, rows)
    return list === undefined ? [] : [{ list, row }]
  })
  const lists = grouped(inLists, ({ list }) => keyOf(list)).filter(({ length }) => length >= worthFolding)
  const isFolded = new Set(lists.flat().map(({ row }) => row))
  return {
    within,
    rows: rows.filter((row) => !isFolded.has(row)),
    folds: lists.map((entries) => {
      const { list } = entries[0]
      const inside = entries.map(({ row }) => ({ ...row, path: row.path.slice(list.length) }))
      return { path: list, items: new Set(inside.map(({ path }) => path[0])).size, rows: inside }
    })
  }
}
