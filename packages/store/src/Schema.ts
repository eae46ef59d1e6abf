import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import * as Pglite from "./Pglite.ts"
import { layerForgotten, type SealKey } from "./SealKey.ts"
import { isMigrationTable } from "./Tables.ts"

/** A database as its migrations make it: what it is made of, and which migrations each of their tables counts. */
export interface MadeSchema {
  readonly objects: ReadonlyMap<string, string>
  readonly migrations: ReadonlyMap<string, ReadonlyArray<string>>
}

interface Found {
  readonly kind: string
  readonly name: string
  readonly definition: string
}

/** Part of an extension: it belongs to whoever made that. */
const ours = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`

const here = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

const relations = `SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'relation' END AS kind,
    c.relname::text AS name, concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      (SELECT string_agg(i.inhparent::regclass::text, ' ' ORDER BY i.inhparent::regclass::text) FROM pg_inherits i WHERE i.inhrelid = c.oid),
      (SELECT 'with children ' || string_agg(i.inhrelid::regclass::text, ' ' ORDER BY i.inhrelid::regclass::text)
        FROM pg_inherits i WHERE i.inhparent = c.oid),
      (SELECT concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle)
        FROM pg_sequence s WHERE s.seqrelid = c.oid)) AS definition
  FROM pg_class c WHERE c.relnamespace = ${here} AND c.relkind NOT IN ('i', 'I', 't', 'c') AND ${ours("pg_class", "c.oid")}`

const columns = `SELECT 'column', c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      (SELECT 'COLLATE ' || l.collname FROM pg_collation l WHERE l.oid = a.attcollation),
      CASE WHEN a.attnotnull THEN 'NOT NULL' END, nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
      (SELECT 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = ${here} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND ${ours("pg_class", "c.oid")}`

/** A foreign key is kept by triggers of its own, which can be switched off too. That a column is never empty is said above. */
const constraints = `SELECT 'constraint', c.relname || '.' || n.conname, concat_ws(' ', pg_get_constraintdef(n.oid), n.convalidated,
      (SELECT string_agg(t.tgenabled::text, '' ORDER BY t.tgtype, t.tgrelid::regclass::text) FROM pg_trigger t WHERE t.tgconstraint = n.oid))
  FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid
  WHERE n.connamespace = ${here} AND n.contype <> 'n' AND ${ours("pg_class", "c.oid")}`

const indexes = `SELECT 'index', c.relname::text, concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready, i.indislive)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = ${here} AND ${ours("pg_class", "i.indrelid")}`

const statistics = `SELECT 'statistics', s.stxname::text, pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s WHERE s.stxnamespace = ${here}`

const triggers = `SELECT 'trigger', c.relname || '.' || t.tgname, concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = ${here} AND NOT t.tgisinternal AND ${ours("pg_class", "c.oid")}`

const rules = `SELECT 'rule', c.relname || '.' || r.rulename, concat_ws(' ', pg_get_ruledef(r.oid), r.ev_enabled)
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
  WHERE c.relnamespace = ${here} AND r.rulename <> '_RETURN' AND ${ours("pg_class", "c.oid")}`

const policies = `SELECT 'policy', c.relname || '.' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive,
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = ${here}`

const functions = `SELECT 'function', p.oid::regprocedure::text,
    CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) ELSE p.prokind::text END
  FROM pg_proc p WHERE p.pronamespace = ${here} AND ${ours("pg_proc", "p.oid")}`

const operators = `SELECT 'operator', o.oid::regoperator::text, o.oprcode::regprocedure::text
  FROM pg_operator o WHERE o.oprnamespace = ${here} AND ${ours("pg_operator", "o.oid")}`

const types = `SELECT 'type', t.typname::text, t.typtype::text FROM pg_type t
  WHERE t.typnamespace = ${here} AND t.typrelid = 0 AND t.typelem = 0 AND ${ours("pg_type", "t.oid")}`

/** What acts on the whole database: on every change of a table, and on whether triggers run at all. */
const beyond = `SELECT 'event trigger', e.evtname::text, concat_ws(' ', e.evtevent, e.evtfoid::regproc, e.evtenabled)
    FROM pg_event_trigger e WHERE ${ours("pg_event_trigger", "e.oid")}
  UNION ALL
  SELECT 'setting', split_part(x.value, '=', 1), x.value FROM pg_db_role_setting s, unnest(s.setconfig) AS x (value)
    WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
      AND s.setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = current_user))
      AND split_part(x.value, '=', 1) = 'session_replication_role'`

/** A schema may have any name: what is in it is named without. */
const bare = (column: string) => `replace(${column}, quote_ident(current_schema()) || '.', '') AS ${column}`

const text = `SELECT kind, ${bare("name")}, ${bare("definition")} FROM (
  ${[relations, columns, constraints, indexes, statistics, triggers, rules, policies, functions, operators, types, beyond].join("\n  UNION ALL\n  ")}
) found (kind, name, definition) ORDER BY kind, name COLLATE "C"`

/** Definitions name what is in another place of the search path in full: whatever the path is, they are read alike. */
const ownPath = "SELECT set_config('search_path', quote_ident(current_schema()), true)"

const countedBy = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, table: string) {
  const rows = yield* sql<{ step: string }>`SELECT lpad(migration_id::text, 4, '0') || '_' || name AS step
    FROM ${sql(table)} ORDER BY migration_id, name`.unprepared
  return rows.map(({ step }) => step)
})

/** What the tables at hand are made of; those in which migrations are counted are named where they are known. */
export const readSchema = (
  sql: SqlClient.SqlClient,
  known: Iterable<string> = []
): Effect.Effect<MadeSchema, SqlError.SqlError> =>
  Effect.gen(function* () {
    const found = yield* sql.withTransaction(
      Effect.andThen(sql.unsafe(ownPath).unprepared, sql.unsafe<Found>(text).unprepared)
    )
    const objects = new Map(found.map(({ definition, kind, name }) => [`${kind} ${name}`, definition]))
    const tables = new Set([
      ...known,
      ...found.flatMap(({ kind, name }) => (kind === "table" && isMigrationTable(name) ? [name] : []))
    ])
    const migrations = new Map<string, ReadonlyArray<string>>()
    for (const table of tables) {
      const whole = ["migration_id", "name"].every((column) => objects.has(`column ${table}.${column}`))
      migrations.set(table, whole ? yield* countedBy(sql, table) : [])
    }
    return { objects, migrations }
  })

/**
 * What migrations make, out of a database of its own that is forgotten with it: nobody who writes to the one at hand can
 * change what it is held to.
 */
export const schemaMadeBy = <E>(
  migrate: Effect.Effect<unknown, E, SqlClient.SqlClient | SealKey>
): Effect.Effect<MadeSchema, E | SqlError.SqlError> =>
  Effect.gen(function* () {
    const { client } = yield* Effect.orDie(Pglite.open())
    yield* Effect.provideService(migrate, SqlClient.SqlClient, client)
    return yield* readSchema(client)
  }).pipe(Effect.scoped, Effect.provide(layerForgotten))
