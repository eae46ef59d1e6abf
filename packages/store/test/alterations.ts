import { assert, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { migrate } from "../src/Migrations.ts"
import { schemaMadeBy } from "../src/Schema.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { verify } from "../src/Verify.ts"
import { append, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

/** Statements of somebody with the database, and what is named after each. */
export const alterations: ReadonlyArray<
  readonly [what: string, statements: ReadonlyArray<string>, kind: string, object: string]
> = [
  ["a column added", ["ALTER TABLE event ADD COLUMN mine text"], "schema-differs", "column event.mine"],
  ["a column dropped", ["ALTER TABLE record DROP COLUMN due"], "schema-differs", "column record.due"],
  ["a column renamed", ["ALTER TABLE event RENAME COLUMN mac TO code"], "schema-differs", "column event.mac"],
  [
    "a type changed",
    ["ALTER TABLE ledger_entry ALTER amount TYPE numeric"],
    "schema-differs",
    "column ledger_entry.amount"
  ],
  ["a default", ["ALTER TABLE record ALTER public SET DEFAULT true"], "schema-differs", "column record.public"],
  ["an empty column allowed", ["ALTER TABLE event ALTER hash DROP NOT NULL"], "schema-differs", "column event.hash"],
  [
    "a constraint dropped",
    ["ALTER TABLE ledger_balance DROP CONSTRAINT ledger_balance_not_overdrawn"],
    "schema-differs",
    "constraint ledger_balance.ledger_balance_not_overdrawn"
  ],
  [
    "a constraint weakened",
    [
      "ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_amount_check",
      "ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount_check CHECK (amount > -100000)"
    ],
    "schema-differs",
    "constraint ledger_entry.ledger_entry_amount_check"
  ],
  ["an index dropped", ["DROP INDEX event_by_id"], "schema-differs", "index event_by_id"],
  [
    "an index no longer unique",
    ["DROP INDEX event_by_id", "CREATE INDEX event_by_id ON event (id)"],
    "schema-differs",
    "index event_by_id"
  ],
  [
    "a trigger dropped",
    ["DROP TRIGGER event_append_only ON event"],
    "schema-differs",
    "trigger event.event_append_only"
  ],
  [
    "a trigger switched off",
    ["ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only"],
    "schema-differs",
    "trigger ledger_entry.ledger_entry_append_only"
  ],
  [
    "a trigger for whoever does not replicate",
    ["ALTER TABLE seal ENABLE ALWAYS TRIGGER seal_append_only"],
    "schema-differs",
    "trigger seal.seal_append_only"
  ],
  [
    "a function rewritten",
    [
      "CREATE OR REPLACE FUNCTION phakhi_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
    ],
    "schema-differs",
    "function phakhi_refuse_change()"
  ],
  [
    "a function with other rights",
    ["ALTER FUNCTION phakhi_append(jsonb) SECURITY DEFINER"],
    "schema-differs",
    "function phakhi_append(jsonb)"
  ],
  [
    "a function added",
    ["CREATE FUNCTION lower(record text) RETURNS text LANGUAGE sql AS 'SELECT $1'"],
    "schema-differs",
    "function lower(text)"
  ],
  [
    "an operator added",
    ["CREATE OPERATOR === (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_eq)"],
    "schema-differs",
    "operator ===(uuid,uuid)"
  ],
  ["a rule", ["CREATE RULE quiet AS ON INSERT TO seal DO INSTEAD NOTHING"], "schema-differs", "rule seal.quiet"],
  [
    "a policy",
    ["ALTER TABLE event ENABLE ROW LEVEL SECURITY", "CREATE POLICY mine ON event USING (false)"],
    "schema-differs",
    "policy event.mine"
  ],
  ["a table of somebody's own", ["CREATE TABLE mine (n int)"], "schema-differs", "table mine"],
  [
    "a child whose rows are its parent's too",
    ["CREATE TABLE mine () INHERITS (record)"],
    "schema-differs",
    "table record"
  ],
  ["a table that a crash empties", ["ALTER TABLE idempotency SET UNLOGGED"], "schema-differs", "table idempotency"],
  ["a view", ["CREATE VIEW mine AS SELECT * FROM event"], "schema-differs", "view mine"],
  ["a type", ["CREATE DOMAIN mine AS text"], "schema-differs", "type mine"],
  [
    "statistics dropped",
    ["DO $$ BEGIN EXECUTE (SELECT 'DROP STATISTICS ' || min(stxname) FROM pg_statistic_ext); END $$"],
    "schema-differs",
    "statistics list_"
  ],
  [
    "a sequence that goes round",
    ["ALTER SEQUENCE event_position_seq MAXVALUE 9 CYCLE"],
    "schema-differs",
    "sequence event_position_seq"
  ],
  ["a counter set back", ["SELECT setval('event_position_seq', 1)"], "counter-behind", "sequence event_position_seq"],
  ["a table dropped", ["DROP TABLE personal"], "schema-differs", "table personal"],
  [
    "a migration that has not run",
    ["DELETE FROM phakhi_migration WHERE migration_id = 20"],
    "migration-differs",
    "phakhi_migration"
  ],
  [
    "a migration that nobody knows",
    ["INSERT INTO phakhi_migration (migration_id, name) VALUES (99, 'mine')"],
    "migration-differs",
    "phakhi_migration"
  ],
  [
    "a migration by another name",
    ["UPDATE phakhi_migration SET name = 'mine' WHERE migration_id = 3"],
    "migration-differs",
    "phakhi_migration"
  ],
  ["no table of migrations", ["DROP TABLE phakhi_migration"], "migration-differs", "phakhi_migration"]
]

class Undone extends Error {
  readonly _tag = "Undone"
}

/** That whoever changes what the tables are made of is found out. */
export const verifyingSchema = (name: string, store: TestStore) =>
  layer(Layer.provideMerge(SealAnchor.layerMemory, store), { excludeTestServices: true })(
    `What the tables are made of, on ${name}`,
    (it) => {
      it.effect("SEC-4 is named where somebody has changed it, and nothing of tables as the migrations make them", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const events = yield* EventStore
          for (let n = 0; n < 3; n++) yield* events.append(append([stream()]))
          const made = yield* schemaMadeBy(migrate)
          assert.deepStrictEqual((yield* verify({ made })).findings, [])
          const missed: Array<string> = []
          for (const [what, statements, kind, object] of alterations) {
            yield* sql
              .withTransaction(
                Effect.gen(function* () {
                  for (const text of statements) yield* sql.unsafe(text).unprepared
                  const { findings } = yield* verify({ made })
                  const named = findings.some((one) => one.kind === kind && one.object?.startsWith(object) === true)
                  if (!named) missed.push(`${what}: ${JSON.stringify(findings)}`)
                  return yield* Effect.fail(new Undone())
                })
              )
              .pipe(Effect.catchTag("Undone", () => Effect.void))
          }
          assert.deepStrictEqual(missed, [])
          // A counter is not set back with the transaction.
          yield* sql`SELECT setval('event_position_seq', (SELECT max(position) FROM event))`
          assert.deepStrictEqual((yield* verify({ made })).findings, [])
        })
      )
    }
  )
