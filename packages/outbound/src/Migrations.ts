import { migrator } from "@phakhi/store/Migrations"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

const statements = (...texts: ReadonlyArray<string>): Effect.Effect<void, unknown, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.forEach(texts, (text) => sql.unsafe(text), { discard: true }))

const webhooks = statements(
  `CREATE TABLE webhook_endpoint (
    id uuid PRIMARY KEY,
    owner uuid NOT NULL,
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

/** Runs beside the store's own migrations, counted in a table of its own. */
export const migrate = migrator("phakhi_outbound_migration", { "0001_webhooks": webhooks })
