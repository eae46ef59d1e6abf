import { randomUUID } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { runs } from "@phakhi/testing/Runs"
import { type Column, columnsOf, otherwise } from "@phakhi/testing/Tampering"
import { Effect, Layer, Stream } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import * as FileStore from "../src/Files.ts"
import { changeKey } from "../src/KeyChanges.ts"
import { migrate } from "../src/Migrations.ts"
import { readSchema, schemaMadeBy } from "../src/Schema.ts"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { keyedWith, layerSecret } from "../src/SealKey.ts"
import { verify } from "../src/Verify.ts"
import { fill, growing, replay } from "./Counter.ts"
import { harmless, mayGo } from "./harmless.ts"
import { append } from "./Sample.ts"
import { embedded, secret } from "./Stores.ts"

/** Each of them has everything looked at: outside of a full run few must do. */
const all = runs(1000)
const changes = all < 1000 ? 50 : all
const next = "the key that comes after the one of these tests"

type Random = (below: number) => number
type Sql = SqlClient.SqlClient

/** The same changes in every run. */
const random = (): Random => {
  let seed = 20261130
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
}

const pick = <A>(from: ReadonlyArray<A>, next: Random): A => {
  const one = from[next(from.length)]
  if (one === undefined) throw new Error("nothing to change")
  return one
}

const isHarmless = ({ column, table }: Column): boolean => {
  const known = harmless[table]
  return typeof known === "string" || (known !== undefined && column in known)
}

/** A change that says what it was, or none where the database does not take it, or nothing is there to change. */
type Change = (sql: Sql, next: Random) => Effect.Effect<string | undefined, SqlError.SqlError>

const changed = (what: string) => (rows: ReadonlyArray<unknown>) => (rows.length === 0 ? undefined : what)

const cell: Change = Effect.fnUntraced(function* (sql, next) {
  const { column, table, type } = pick(
    (yield* columnsOf(sql)).filter((one) => !isHarmless(one)),
    next
  )
  const rows = yield* sql.unsafe(
    `UPDATE "${table}" SET "${column}" = ${otherwise(type, `"${column}"`)}
     WHERE ctid = (SELECT ctid FROM "${table}" ORDER BY to_jsonb("${table}")::text OFFSET $1::int % greatest((SELECT count(*)::int FROM "${table}"), 1) LIMIT 1) RETURNING 1`,
    [next(1000)]
  )
  return changed(`another ${table}.${column}`)(rows)
})

const rowGone: Change = Effect.fnUntraced(function* (sql, next) {
  const tables = [...new Set((yield* columnsOf(sql)).map(({ table }) => table))].filter(
    (table) => !mayGo.includes(table)
  )
  const table = pick(tables, next)
  const rows = yield* sql.unsafe(
    `DELETE FROM "${table}" WHERE ctid = (SELECT ctid FROM "${table}" ORDER BY to_jsonb("${table}")::text
       OFFSET $1::int % greatest((SELECT count(*)::int FROM "${table}"), 1) LIMIT 1) RETURNING 1`,
    [next(1000)]
  )
  return changed(`a row of ${table} gone`)(rows)
})

/** With a key of its own, as two rows cannot have the same. */
const rowCopied: Change = Effect.fnUntraced(function* (sql, next) {
  const all = yield* columnsOf(sql)
  const table = pick(
    [...new Set(all.map((one) => one.table))].filter((one) => !mayGo.includes(one)),
    next
  )
  const keys = yield* sql<{ column: string }>`SELECT DISTINCT a.attname::text AS column FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = ${table}::regclass AND i.indisunique AND NOT a.attname IN ('record')`
  const own = new Set(keys.map(({ column }) => column))
  const columns = all.filter((one) => one.table === table)
  const values = columns.map(({ column, type }) => (own.has(column) ? otherwise(type, `"${column}"`) : `"${column}"`))
  const rows = yield* sql.unsafe(
    `INSERT INTO "${table}" (${columns.map(({ column }) => `"${column}"`).join(", ")})
     SELECT ${values.join(", ")} FROM "${table}" ORDER BY to_jsonb("${table}")::text
       OFFSET $1::int % greatest((SELECT count(*)::int FROM "${table}"), 1) LIMIT 1
     ON CONFLICT DO NOTHING RETURNING 1`,
    [next(1000)]
  )
  return changed(`a row of ${table} copied`)(rows)
})

const drops: { readonly [kind: string]: (of: string, name: string) => string } = {
  column: (of, name) => `ALTER TABLE "${of}" DROP COLUMN "${name}" CASCADE`,
  index: (of) => `DO $$ BEGIN DROP INDEX "${of}"; EXCEPTION WHEN dependent_objects_still_exist THEN
    ALTER TABLE "${of.replace(/_[^_]*_?key$|_pkey$/u, "")}" DISABLE TRIGGER ALL; END $$`,
  trigger: (of, name) => `DROP TRIGGER "${name}" ON "${of}"`,
  constraint: (of, name) => `ALTER TABLE "${of}" DROP CONSTRAINT "${name}"`,
  statistics: (of) => `DROP STATISTICS "${of}"`,
  function: (of) => `DROP FUNCTION ${of} CASCADE`
}

const dropped: Change = Effect.fnUntraced(function* (sql, next) {
  const { objects } = yield* readSchema(sql)
  const object = pick(
    [...objects.keys()].filter((one) => drops[one.split(" ")[0] ?? ""] !== undefined && !/_key$|_pkey$/u.test(one)),
    next
  )
  const kind = object.slice(0, object.indexOf(" "))
  const [of = "", name = ""] =
    kind === "function" ? [object.slice(kind.length + 1)] : object.slice(kind.length + 1).split(".")
  yield* sql.unsafe(drops[kind]?.(of, name) ?? "").unprepared
  return `${object} dropped`
})

class Undone extends Error {
  readonly _tag = "Undone"
}

const ring = layerSecret(`${next}\n${secret}`)

describe("Any change past the store", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
    it.effect(`SEC-4 ${changes} random ones, of a cell, a row, the structure or a file, are all named`, () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const path = yield* Effect.acquireRelease(
          Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-any-"))),
          (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
        )
        const files = yield* Effect.provide(FileStore.Files, FileStore.layer(path))
        const evidence = yield* files.put(Stream.make(new TextEncoder().encode(randomUUID().repeat(50))))
        yield* fill(sealNow, 2)
        const keyed = growing("mission")
        yield* events.append(
          append([keyed.add([{ n: 1, evidence }])], {
            cause: { operation: "missions.register", key: "once" },
            remember: {
              key: "once",
              digest: "d",
              operation: "missions.register",
              record: "mission",
              stream: keyed.stream,
              version: 1
            }
          })
        )
        yield* changeKey(keyedWith(next), [])
        const made = yield* schemaMadeBy(migrate)
        const look = Effect.provide(verify({ replay, made, files }), ring)
        assert.deepStrictEqual((yield* look).findings, [])

        const placeOf = join(path, "files", evidence.digest.slice(0, 2), evidence.digest)
        const content = readFileSync(placeOf)
        const byte: Change = (_, next) =>
          Effect.sync(() => {
            const other = Buffer.from(content)
            const at = next(other.length)
            other[at] = (other[at] ?? 0) ^ (1 << next(8))
            writeFileSync(placeOf, other)
            return "a byte of a file"
          })
        const kinds = [cell, cell, cell, rowGone, rowCopied, dropped, byte]

        const draw = random()
        const missed: Array<string> = []
        let done = 0
        for (let n = 0; done < changes && n < changes * 5; n++) {
          const change = pick(kinds, draw)
          yield* sql
            .withTransaction(
              Effect.gen(function* () {
                yield* sql`SET LOCAL session_replication_role = replica`
                // What the database itself does not take has changed nothing.
                const what = yield* sql
                  .withTransaction(change(sql, draw))
                  .pipe(
                    Effect.catchTag("SqlError", ({ reason }) =>
                      reason._tag === "UniqueViolation" || reason._tag === "ConstraintError"
                        ? Effect.succeed(undefined)
                        : Effect.die(reason)
                    )
                  )
                if (what !== undefined) {
                  done += 1
                  if ((yield* look).sound) missed.push(what)
                }
                return yield* Effect.fail(new Undone())
              })
            )
            .pipe(Effect.catchTag("Undone", () => Effect.void))
          if (change === byte) writeFileSync(placeOf, content)
        }
        assert.strictEqual(done, changes)
        assert.deepStrictEqual([...new Set(missed)].sort(), [])
        assert.deepStrictEqual((yield* look).findings, [])
      }).pipe(Effect.scoped)
    )
  })
})
