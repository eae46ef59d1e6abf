import { CursorLost, type ListRequest } from "@phakhi/domain/engine/EventStore"
import { Effect, Option, Schema } from "effect"

const Cursor = Schema.fromJsonString(
  Schema.Struct({ sort: Schema.String, descending: Schema.Boolean, key: Schema.String, id: Schema.String })
)
export type Cursor = typeof Cursor.Type

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => uuid.test(text)

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url")

/** An instant as the store writes it; PostgreSQL knows no year 0. */
const isInstant = (text: string): boolean => {
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text && text >= "0001"
}

const isKey = (key: string, sort: ListRequest["sort"]): boolean =>
  sort === "updated" ? isInstant(key) : key.isWellFormed() && !key.includes("\u0000")

/** A cursor belongs to the order it was made for; anything else is none. */
export const readCursor = (
  text: string,
  order: { readonly sort: ListRequest["sort"]; readonly descending: boolean }
): Option.Option<Cursor> =>
  Schema.decodeOption(Cursor)(Buffer.from(text, "base64url").toString("utf8")).pipe(
    Option.filter(
      (cursor) =>
        cursor.sort === order.sort &&
        cursor.descending === order.descending &&
        isUuid(cursor.id) &&
        isKey(cursor.key, order.sort)
    )
  )

/** After what the page begins: nothing for the first one. */
export const pageAfter = <A>(
  text: string | undefined,
  read: (text: string) => Option.Option<A>
): Effect.Effect<A | undefined, CursorLost> =>
  text === undefined
    ? Effect.succeed(undefined)
    : Option.match(read(text), { onNone: () => Effect.fail(new CursorLost()), onSome: Effect.succeed })
