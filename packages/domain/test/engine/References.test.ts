import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue, recordTypes } from "../../src/catalogue.ts"
import type { Handler } from "../../src/engine/Handler.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { type Field, fieldsOf } from "../../src/kernel/Field.ts"
import { rowsOf, World } from "../demo/World.ts"

const named = "99999999-0000-4000-8000-000000000001"
const kinds: ReadonlyArray<string> = recordTypes.map(({ name }) => name)

interface Named {
  readonly path: string
  readonly record: string
}

/** Where an input names other records. */
const references = (fields: ReadonlyArray<Field>, at = ""): ReadonlyArray<Named> =>
  fields.flatMap(({ fields: inner = [], kind, name, record }) => [
    ...(kind === "reference" && record !== undefined && kinds.includes(record)
      ? [{ path: `${at}${name}`, record }]
      : []),
    ...references(inner, `${at}${name}.`)
  ])

/** An input in which every reference names the same record, and every list has one item. */
const naming = (fields: ReadonlyArray<Field>): object =>
  Object.fromEntries(
    fields.map(({ fields: inner = [], kind, name }) => {
      if (kind === "reference") return [name, named]
      if (kind === "list") return [name, [naming(inner)]]
      return [name, kind === "group" ? naming(inner) : undefined]
    })
  )

/** The kinds of records that a command reads because its input names them. */
const read = ({ operation, related }: Handler, state: unknown): ReadonlyArray<string> => {
  const actor = { kind: "person", account: named, organisation: "—", roles: [] } as never
  const found = related?.(state, naming(fieldsOf(operation.input)), actor) ?? {}
  return Object.values(found).flatMap((one) => (one?.id === named ? [one.type.name] : []))
}

layer(World)("a command whose input names another record", (it) => {
  it.effect("reads that record, so that one that is not there, or not in use any more, is found out", () =>
    Effect.gen(function* () {
      const unread: Array<string> = []
      let asked = 0
      for (const handler of catalogue.handlers) {
        const named = references(fieldsOf(handler.operation.input))
        if (named.length === 0) continue
        const [row] = yield* rowsOf(handler.type.name)
        const found = row === undefined ? undefined : yield* load(handler.type as never, row.id)
        const state = found?._tag === "Some" ? found.value.state : undefined
        const kindsRead = read(handler, state)
        for (const { path, record } of named) {
          asked++
          if (!kindsRead.includes(record)) unread.push(`${handler.operation.name} ${path}`)
        }
      }
      assert.deepStrictEqual(unread, [])
      assert.isAbove(asked, 8)
    })
  )
})
