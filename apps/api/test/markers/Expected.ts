import type { AnyMask, EventMask } from "@phakhi/domain/engine/Mask"
import type { Actor, Person } from "@phakhi/domain/kernel/Actor"
import type { AudienceName, SeenBy } from "@phakhi/domain/kernel/Audience"
import * as Column from "@phakhi/domain/kernel/Column"
import { markersIn } from "./Marked.ts"
import { organisation } from "./People.ts"
import { peopleShownIn, shownIn, textsIn } from "./Places.ts"
import { audienceFor, type Marked, positionOf } from "./Records.ts"

/** A record as somebody sees it. */
export interface Seen {
  readonly record: Marked
  readonly audience: AudienceName
}

export const seenBy = (records: ReadonlyArray<Marked>, asker: Actor | null): ReadonlyArray<Seen> =>
  records.flatMap((record) => {
    const audience = audienceFor(record, asker)
    return audience === undefined ? [] : [{ record, audience }]
  })

export const shownOf = ({ audience, record: { reader, state } }: Seen): ReadonlySet<string> =>
  shownIn(reader.type.masks.state as AnyMask, state, audience)

/** What happened as it is told: newest first. */
export interface Told {
  readonly type: string
  readonly by: Person
  readonly markers: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** Whether the account is told that brought it about; where it is not, the position may be. */
  readonly named: boolean
  readonly position: string | undefined
}

export const toldOf = ({ audience, record: { events, reader } }: Seen, asker: Actor | null): ReadonlyArray<Told> => {
  const masks = reader.type.masks.events as unknown as {
    readonly [tag: string]: EventMask<{ readonly _tag: string }> | undefined
  }
  return events
    .flatMap(({ by, data, type }): ReadonlyArray<Told> => {
      const mask = masks[type]
      const own = asker !== null && by.organisation === organisation
      const sees = (names: SeenBy) => names.includes(audience) || (own && names.includes("own"))
      if (mask === undefined || !sees(mask.seen)) return []
      const named = sees(mask.actor)
      const stands = !named && (audience === "public" || audience === "candidate")
      return [
        {
          type,
          by,
          markers: shownIn(mask.data as AnyMask, data, audience, own),
          people: new Set([
            ...peopleShownIn(mask.data as AnyMask, data, audience, own),
            ...(named ? [by.account] : [])
          ]),
          named,
          position: stands ? positionOf(by.account) : undefined
        }
      ]
    })
    .reverse()
}

export const peopleOf = (seen: Seen, asker: Actor | null): ReadonlySet<string> =>
  new Set([
    ...peopleShownIn(seen.record.reader.type.masks.state as AnyMask, seen.record.state, seen.audience),
    ...toldOf(seen, asker).flatMap(({ people }) => [...people])
  ])

export const isShown = ({ audience, record: { reader } }: Seen, name: string): boolean => {
  const column = reader.type.columns[name]
  return column !== undefined && Column.isSeenBy(column, audience)
}

/** The columns of a row that its reader sees, with their values. */
export const columnsOf = (seen: Seen): ReadonlyArray<readonly [name: string, value: unknown]> =>
  Object.entries(seen.record.row.columns).filter(([name]) => isShown(seen, name))

export const rowOf = (seen: Seen): ReadonlySet<string> =>
  textsIn([seen.record.row.title, columnsOf(seen).map(([, value]) => value)])

/** What a search finds the record by. */
export const soughtOf = (seen: Seen): ReadonlySet<string> => {
  const { row } = seen.record
  const further = Object.entries(seen.record.reader.type.columns).filter(
    ([, { seenBy, searched }]) => searched === true && seenBy !== "everyone"
  )
  const isFurther = further.length > 0 && further.every(([name]) => isShown(seen, name))
  return new Set(markersIn(`${row.search} ${isFurther ? row.searchFurther : ""}`))
}

const keyOf = ({ due, row, updated }: Marked, name: string): string | undefined =>
  name === "updated" ? updated : name === "nextDue" ? due : row.keys[name]

/** The column by which a row is sorted, where its reader sees it; what is absent comes last. */
export const sortedBy = (seen: ReadonlyArray<Seen>, name: string, descending = false): ReadonlyArray<string> => {
  const keyed = seen.map((one) => ({
    id: one.record.id,
    key: isShown(one, name) ? (keyOf(one.record, name) ?? "~") : "~"
  }))
  const absent = ({ key }: { readonly key: string }) => Number(key === "~")
  const before = (a: string, b: string) => (a < b ? -1 : 1) * (descending ? -1 : 1)
  return keyed
    .sort((a, b) => absent(a) - absent(b) || (a.key === b.key ? before(a.id, b.id) : before(a.key, b.key)))
    .map(({ id }) => id)
}

const valueOf = ({ record: { access, row } }: Seen, name: string): unknown => {
  if (name === "status") return row.status
  return name === "owner" ? (access.owner ?? undefined) : row.columns[name]
}

export const written = (value: unknown): string =>
  typeof value === "object" && value !== null && "amount" in value ? String(value.amount) : String(value)

/** Those whose reader sees that they have a value. */
export const having = (seen: ReadonlyArray<Seen>, name: string): ReadonlyArray<string> =>
  seen.flatMap((one) => (isShown(one, name) && valueOf(one, name) !== undefined ? [one.record.id] : []))

/** All values that a column has, whoever sees them. */
export const valuesIn = (records: ReadonlyArray<Marked>, name: string): ReadonlyArray<string> => [
  ...new Set(
    records.flatMap((record) => {
      const value = valueOf({ record, audience: record.placed }, name)
      return value === undefined ? [] : [written(value)]
    })
  )
]
