import { migrator } from "@phakhi/store/Migrations"
import { codeRowsOfBefore } from "@phakhi/store/RowCodes"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { codedTables } from "./CodedRows.ts"
import { publishTopic } from "./Topics.ts"

const statements = (...texts: ReadonlyArray<string>): Effect.Effect<void, unknown, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.forEach(texts, (text) => sql.unsafe(text), { discard: true }))

const webhooks = statements(
  `CREATE TABLE webhook_endpoint (
    id uuid PRIMARY KEY,
    owner uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    topics text[] NOT NULL,
    secret text NOT NULL,
    previous_secret text,
    previous_until timestamptz(3),
    failures int NOT NULL DEFAULT 0,
    created_at timestamptz(3) NOT NULL,
    disabled_at timestamptz(3),
    disabled_because text,
    CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
    CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
  )`,
  `CREATE INDEX webhook_endpoint_by_owner ON webhook_endpoint (owner, created_at, id)`,
  `CREATE TABLE webhook_delivery (
    id uuid PRIMARY KEY,
    endpoint uuid NOT NULL REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
    message uuid NOT NULL,
    topic text NOT NULL,
    body text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    tries int NOT NULL DEFAULT 0,
    last_status int,
    last_error text,
    delivered_at timestamptz(3),
    given_up_at timestamptz(3),
    UNIQUE (message, endpoint)
  )`,
  `CREATE INDEX webhook_delivery_by_endpoint ON webhook_delivery (endpoint, created_at, id)`,
  `CREATE INDEX webhook_delivery_by_age ON webhook_delivery (created_at)`
)

/**
 * Every event of a record is told to the endpoints of its owner: the message is written with the event, in the same
 * transaction, and only where somebody listens. It says what happened and no more: no state, and nobody's name.
 */
const publishing = statements(
  `CREATE FUNCTION phakhi_webhook_topic(record text, event text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT record || '.' || lower(regexp_replace(CASE WHEN starts_with(event, initcap(record))
      THEN substr(event, length(record) + 1) ELSE event END, '([a-z0-9])([A-Z])', '\\1-\\2', 'g'))
  $$`,
  `CREATE FUNCTION phakhi_publish() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM webhook_endpoint WHERE disabled_at IS NULL) THEN
        INSERT INTO outbox (topic, key, owner, payload, created_at, due)
        SELECT '${publishTopic}', 'webhooks of ' || r.owner, r.owner, jsonb_build_object('owner', r.owner,
            'topic', phakhi_webhook_topic(e.record, e.type), 'data', jsonb_build_object('record', e.record, 'id', e.stream,
              'version', e.version, 'event', e.type, 'operation', e.cause->>'operation',
              'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), now(), now()
        FROM fresh e JOIN record r ON r.record = e.record AND r.id = e.stream
        WHERE EXISTS (SELECT FROM webhook_endpoint w WHERE w.owner = r.owner AND w.disabled_at IS NULL)
        ORDER BY e.position;
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER event_is_published AFTER INSERT ON event REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION phakhi_publish()`
)

/** An endpoint carries a code made with the key: nobody turns one elsewhere who only writes to the database. */
const codedEndpoints = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE webhook_endpoint ADD COLUMN code text`
  yield* codeRowsOfBefore(sql, yield* SealKey, codedTables)
})

/** Runs beside the store's own migrations, counted in a table of its own. */
export const migrate = migrator("phakhi_outbound_migration", {
  "0001_webhooks": webhooks,
  "0002_publishing": publishing,
  "0003_coded_endpoints": codedEndpoints
})
