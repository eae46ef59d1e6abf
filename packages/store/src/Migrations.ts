import { recordTypes } from "@phakhi/domain/catalogue"
import { Role } from "@phakhi/domain/kernel/Actor"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { searchText } from "@phakhi/domain/kernel/SearchText"
import { Effect, Record, Schema } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { appendFunction, SqlState } from "./AppendFunction.ts"
import { holdFunction } from "./HoldFunction.ts"
import { keepListIndexes } from "./ListIndexes.ts"
import { refreshStatistics } from "./Statistics.ts"
import { taskFunction } from "./TaskFunction.ts"
import { isForOthers, isForRole, order } from "./Tasks.ts"

/** Runs statements one by one: neither driver takes several in one prepared call. */
const statements = (...texts: ReadonlyArray<string>): Effect.Effect<void, unknown, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.forEach(texts, (text) => sql.unsafe(text), { discard: true }))

const records = statements(
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
  `CREATE TABLE record (
    record text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    version int NOT NULL CHECK (version > 0),
    head_hash text NOT NULL,
    state jsonb NOT NULL,
    owner uuid,
    parties uuid[] NOT NULL,
    candidates uuid[] NOT NULL,
    assigned jsonb NOT NULL,
    recused uuid[] NOT NULL,
    opens_at timestamptz(3),
    public boolean NOT NULL,
    title_th text NOT NULL,
    title_en text,
    status text COLLATE "C" NOT NULL,
    columns jsonb NOT NULL,
    sort_keys jsonb NOT NULL,
    search text NOT NULL,
    search_further text NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    due date,
    refresh_at timestamptz(3),
    PRIMARY KEY (record, id)
  ) WITH (fillfactor = 85, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05)`,
  `CREATE INDEX record_refresh ON record (refresh_at) WHERE refresh_at IS NOT NULL`,
  `CREATE INDEX record_owner ON record (owner)`,
  `CREATE INDEX record_parties ON record USING gin (parties)`,
  `CREATE INDEX record_candidates ON record USING gin (candidates)`,
  `CREATE INDEX record_assigned ON record USING gin (assigned jsonb_path_ops)`,
  `CREATE INDEX record_search ON record USING gin (search gin_trgm_ops)`,
  `CREATE INDEX record_search_further ON record USING gin (search_further gin_trgm_ops) WHERE search_further <> ''`
)

const events = statements(
  `CREATE TABLE event (
    record text COLLATE "C" NOT NULL,
    stream uuid NOT NULL,
    version int NOT NULL CHECK (version > 0),
    id uuid NOT NULL,
    type text NOT NULL,
    schema_version int NOT NULL,
    at timestamptz(3) NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    actor jsonb NOT NULL,
    cause jsonb NOT NULL,
    data jsonb NOT NULL,
    personal jsonb,
    postings jsonb,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    position bigserial NOT NULL,
    PRIMARY KEY (record, stream, version)
  )`,
  `CREATE UNIQUE INDEX event_by_id ON event (id)`,
  `CREATE UNIQUE INDEX event_by_position ON event (position)`,
  `CREATE TABLE personal (
    event uuid NOT NULL,
    place text COLLATE "C" NOT NULL,
    subject uuid NOT NULL,
    data jsonb,
    erased_at timestamptz(3),
    erasure text,
    PRIMARY KEY (event, place),
    CHECK ((data IS NULL) = (erased_at IS NOT NULL) AND (erased_at IS NULL) = (erasure IS NULL))
  )`,
  `CREATE INDEX personal_by_subject ON personal (subject) WHERE erased_at IS NULL`,
  `CREATE TABLE seal (
    batch int PRIMARY KEY,
    at timestamptz(3) NOT NULL,
    upto bigint NOT NULL,
    streams int NOT NULL,
    previous text NOT NULL,
    seal text NOT NULL
  )`,
  `CREATE TABLE seal_head (
    batch int NOT NULL,
    record text COLLATE "C" NOT NULL,
    stream uuid NOT NULL,
    version int NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (batch, record, stream)
  )`,
  `CREATE INDEX seal_head_by_stream ON seal_head (record, stream, version)`
)

/** What records wait for, kept with them: the questions of what is due and for whom read this table alone. */
const tasks = statements(
  `CREATE TABLE task (
    record text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    key text COLLATE "C" NOT NULL,
    operation text NOT NULL,
    target jsonb,
    words_th text NOT NULL,
    words_en text NOT NULL,
    organisation uuid,
    roles text[] NOT NULL,
    account uuid,
    except_for text[] NOT NULL,
    since timestamptz(3) NOT NULL,
    due date,
    reminded text COLLATE "C",
    place int NOT NULL,
    PRIMARY KEY (record, id, key)
  ) WITH (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05)`,
  `CREATE INDEX task_of_organisation ON task (organisation, ${order})`,
  ...Role.literals.map(
    (role) =>
      `CREATE INDEX task_for_${role.replaceAll("-", "_")} ON task (organisation, ${order}) WHERE ${isForRole(role)}`
  ),
  `CREATE INDEX task_of_account ON task (account) WHERE account IS NOT NULL`,
  `CREATE INDEX task_due ON task (due) WHERE due IS NOT NULL`,
  taskFunction
)

/** What people are told, and how they want to be told. A message of the outbox is told to each of them once. */
const notifications = statements(
  `CREATE TABLE notification (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account uuid NOT NULL,
    source uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    at timestamptz(3) NOT NULL,
    words_th text NOT NULL,
    words_en text NOT NULL,
    about_th text,
    about_en text,
    record text COLLATE "C",
    record_id uuid,
    operation text,
    target jsonb,
    read_at timestamptz(3),
    mailed_at timestamptz(3),
    UNIQUE (account, source)
  )`,
  `CREATE INDEX notification_of_account ON notification (account, at DESC, id)`,
  `CREATE INDEX notification_to_mail ON notification (account) WHERE read_at IS NULL AND mailed_at IS NULL`,
  `CREATE TABLE notification_setting (
    account uuid PRIMARY KEY,
    mail text COLLATE "C" NOT NULL CHECK (mail IN ('off', 'each', 'daily')),
    muted text[] NOT NULL,
    digested_on date
  )`
)

const guarded = `(account LIKE 'source:%' OR account LIKE 'commitment:%')`

const ledger = statements(
  `CREATE TABLE ledger_entry (
    record text COLLATE "C" NOT NULL,
    stream uuid NOT NULL,
    version int NOT NULL,
    line int NOT NULL,
    debit text COLLATE "C" NOT NULL,
    credit text COLLATE "C" NOT NULL CHECK (credit <> debit),
    amount bigint NOT NULL CHECK (amount > 0),
    at timestamptz(3) NOT NULL,
    PRIMARY KEY (record, stream, version, line)
  )`,
  `CREATE INDEX ledger_entry_by_debit ON ledger_entry (debit)`,
  `CREATE INDEX ledger_entry_by_credit ON ledger_entry (credit)`,
  `CREATE TABLE ledger_balance (
    account text COLLATE "C" PRIMARY KEY,
    balance bigint NOT NULL,
    CONSTRAINT ledger_balance_not_overdrawn CHECK (balance >= 0 OR NOT ${guarded})
  ) WITH (fillfactor = 50)`
)

const requests = statements(
  `CREATE TABLE idempotency (
    sender text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    operation text NOT NULL,
    digest text NOT NULL,
    record text NOT NULL,
    stream uuid NOT NULL,
    version int NOT NULL,
    at timestamptz(3) NOT NULL,
    PRIMARY KEY (sender, key)
  )`,
  `CREATE TABLE outbox (
    n bigserial PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    topic text NOT NULL,
    key text COLLATE "C",
    owner uuid,
    payload jsonb NOT NULL,
    created_at timestamptz(3) NOT NULL,
    due timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0,
    done_at timestamptz(3),
    failed_at timestamptz(3),
    last_error text,
    CHECK (done_at IS NULL OR failed_at IS NULL)
  )`,
  `CREATE INDEX outbox_due ON outbox (due, n) WHERE done_at IS NULL AND failed_at IS NULL`,
  `CREATE INDEX outbox_by_key ON outbox (key, n) WHERE key IS NOT NULL AND done_at IS NULL AND failed_at IS NULL`,
  `CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL`,
  `CREATE INDEX outbox_failed ON outbox (owner, n) WHERE failed_at IS NOT NULL`
)

/** One row for each run of the clock: up to which slot it went, and after which it began. */
const clock = statements(
  `CREATE TABLE tick (
    slot timestamptz(3) PRIMARY KEY,
    follows timestamptz(3),
    at timestamptz(3) NOT NULL,
    CHECK (follows < slot)
  )`
)

const immutable = statements(
  `CREATE FUNCTION phakhi_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '${SqlState.appendOnly}';
    END $$`,
  ...["event", "ledger_entry", "seal", "seal_head"].map(
    (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION phakhi_refuse_change()`
  )
)

/** Who looks after an organisation, and who administers one, is read off every row. */
const boundaries = statements(
  `UPDATE record SET parties = '{}' WHERE record IN ('organisation', 'account')`,
  `UPDATE record SET columns = columns || jsonb_build_object('administers', state->>'organisation')
   WHERE record = 'account' AND status <> 'ended' AND state->'roles' @> '["agency-administrator"]'`
)

/** A list sorts by the day that something is due, as by any other text; a mission's own day says no more than it. */
const listedDue = statements(
  `ALTER TABLE record ALTER COLUMN due TYPE text COLLATE "C" USING due::text`,
  "DROP FUNCTION phakhi_put_tasks(text, uuid, jsonb, timestamptz)",
  taskFunction,
  `UPDATE record SET columns = columns - 'due', sort_keys = sort_keys - 'due' WHERE record = 'mission'`
)

/**
 * Tasks that stay as they are are not written again: their digest stands with their record. What others have to do on an
 * agency's records is read in its order, as are the agency's own tasks.
 */
const tasksOfOwners = statements(
  "ALTER TABLE record ADD COLUMN tasks_digest text",
  "ALTER TABLE task ADD COLUMN owner uuid",
  "UPDATE task t SET owner = r.owner FROM record r WHERE r.record = t.record AND r.id = t.id",
  `CREATE INDEX task_for_others ON task (owner, ${order}) WHERE ${isForOthers}`,
  "DROP FUNCTION phakhi_put_tasks(text, uuid, jsonb, timestamptz)",
  taskFunction,
  "DROP FUNCTION phakhi_append(jsonb)",
  appendFunction
)

/** What has waited since before the clock did anything by itself is looked at by its next run. */
const onTheClock = statements(
  `UPDATE record SET refresh_at = now() WHERE (record = 'account' AND state ? 'proposal')
    OR (record = 'organisation' AND state->'claim'->>'_tag' = 'Stated')`
)

/**
 * Tasks name the organisation of whoever is waited for by name, and the mandate that they ask for; what was told is known
 * by its task. Partnerships that have not come to their end are stated anew by the next runs of the clock.
 */
const toldOnce = statements(
  "ALTER TABLE task ADD COLUMN mandate text",
  'ALTER TABLE notification ADD COLUMN task text COLLATE "C", ADD COLUMN stage text COLLATE "C"',
  "CREATE INDEX notification_of_task ON notification (record_id, task) WHERE task IS NOT NULL",
  "DROP FUNCTION phakhi_put_tasks(text, uuid, jsonb, timestamptz)",
  taskFunction,
  `UPDATE record SET refresh_at = now() WHERE (record = 'partnership' AND status IN ('Running', 'Suspended', 'Terminated'))
    OR (record = 'organisation' AND EXISTS (SELECT FROM task t WHERE t.record = record.record AND t.id = record.id))`
)

/** SEC-3: neither a record's title nor a mail server's answer is kept where an erasure does not reach it. */
const noCopies = statements(
  "ALTER TABLE notification DROP COLUMN about_th, DROP COLUMN about_en",
  `UPDATE outbox SET last_error = regexp_replace(last_error, '[^[:space:]<>"''()]+@[^[:space:]<>"''()]+', '…@…', 'g')
   WHERE last_error LIKE '%@%'`
)

/** SEC-1: whoever acts is held as they were let in. */
const actorHeld = statements("DROP FUNCTION phakhi_hold(jsonb)", holdFunction)

/** A notification stands with the one mail that tells it; read ones are found by when they were read, to be tidied. */
const mailedOnce = statements(
  "ALTER TABLE notification ADD COLUMN mailed_with uuid",
  "CREATE INDEX notification_by_mail ON notification (mailed_with) WHERE mailed_with IS NOT NULL",
  "CREATE INDEX notification_by_reading ON notification (read_at) WHERE read_at IS NOT NULL"
)

/**
 * A task says whether its record declares since when it waits: what is asked anew is told anew. What is outdated is looked
 * for kind by kind. Partnerships are stated anew, as more of what they wait for is asked of somebody; so are proposals that
 * were open before accounts were listed by the day they are due.
 */
const toldAnew = statements(
  "ALTER TABLE task ADD COLUMN since_declared boolean NOT NULL DEFAULT FALSE",
  "DROP FUNCTION phakhi_put_tasks(text, uuid, jsonb, timestamptz)",
  taskFunction,
  "DROP INDEX record_refresh",
  "CREATE INDEX record_refresh ON record (record, refresh_at, id) WHERE refresh_at IS NOT NULL",
  `UPDATE record SET refresh_at = now() WHERE (record = 'partnership' AND status IN ('Running', 'Suspended', 'Terminated'))
    OR (record = 'account' AND state ? 'proposal' AND due IS NULL)`
)

/** SEC-6: what people can be assigned as is listed by itself; whom their own agency alone assigns is shown to no other. */
const dutiesListed = statements(
  `UPDATE record SET
     public = status = 'active' AND state->'roles' ?| ARRAY['evaluator', 'panel-member'],
     columns = columns || jsonb_strip_nulls(jsonb_build_object(
       'duties', (SELECT jsonb_agg(role ORDER BY n) FROM jsonb_array_elements_text(state->'roles') WITH ORDINALITY AS x (role, n)
         WHERE role IN ('evaluator', 'auditor', 'panel-member')),
       'resting', CASE WHEN jsonb_array_length(state->'resting') > 0 THEN state->'resting' END))
   WHERE record = 'account'`
)

/**
 * An event carries a code made with the key outside the database, and a seal the log that it covers and what the sealer
 * refused. Events before this have none: seals made before it speak for them.
 */
const signed = statements(
  "ALTER TABLE event ADD COLUMN mac text",
  "ALTER TABLE seal ADD COLUMN log text, ADD COLUMN refused jsonb",
  "DROP FUNCTION phakhi_append(jsonb)",
  appendFunction
)

/** What looks the same is found the same: words for searching that were spelled otherwise are folded anew. */
const foundAlike = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const atOnce = 1000
  let after: { readonly record: string; readonly id: string } = {
    record: "",
    id: "00000000-0000-0000-0000-000000000000"
  }
  for (;;) {
    const rows = yield* sql<{ record: string; id: string; search: string; further: string }>`
      SELECT record, id, search, search_further AS further FROM record
      WHERE (record, id) > (${after.record}, ${after.id}::uuid) ORDER BY record, id LIMIT ${atOnce}`
    for (const { further, id, record, search } of rows) {
      const folded = { search: searchText([search]), further: searchText([further]) }
      if (folded.search === search && folded.further === further) continue
      yield* sql`UPDATE record SET search = ${folded.search}, search_further = ${folded.further}
        WHERE record = ${record} AND id = ${id}::uuid`
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = last
  }
})

/** What people have typed and not sent: their own, beside the log. */
const drafts = statements(
  `CREATE TABLE draft (
    account uuid NOT NULL,
    operation text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    part text COLLATE "C" NOT NULL,
    typed jsonb NOT NULL,
    kept_at timestamptz(3) NOT NULL,
    PRIMARY KEY (account, operation, record_id, part)
  )`,
  "CREATE INDEX draft_by_age ON draft (kept_at)"
)

/** The changes of the key: after which seal, and up to which place in the log, the one before it signed. */
const changedKeys = statements(
  `CREATE TABLE seal_key (
    n int PRIMARY KEY,
    batch int NOT NULL,
    upto bigint NOT NULL,
    fingerprint text NOT NULL,
    code text NOT NULL
  )`,
  `CREATE TRIGGER seal_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_key
    FOR EACH STATEMENT EXECUTE FUNCTION phakhi_refuse_change()`
)

/**
 * SEC-1: a file is reached through the records that hold it, and until then it is its uploader's. What was uploaded before
 * and given to no record is nobody's: it is uploaded again.
 */
const heldFiles = statements(
  `CREATE TABLE upload (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    digest text COLLATE "C" NOT NULL,
    account uuid NOT NULL,
    organisation uuid,
    size bigint NOT NULL,
    type text NOT NULL,
    at timestamptz(3) NOT NULL,
    taken_at timestamptz(3)
  )`,
  "CREATE UNIQUE INDEX upload_waiting ON upload (account, digest) WHERE taken_at IS NULL",
  "CREATE INDEX upload_of_organisation ON upload (organisation) WHERE taken_at IS NULL",
  "CREATE INDEX upload_by_day ON upload (account, at)",
  "CREATE INDEX upload_by_digest ON upload (digest)",
  `CREATE TABLE record_file (
    digest text COLLATE "C" NOT NULL,
    record text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    size bigint NOT NULL,
    type text NOT NULL,
    PRIMARY KEY (digest, record, id)
  )`,
  `INSERT INTO record_file (digest, record, id, size, type)
   SELECT DISTINCT ON (f->>'digest', record, id) f->>'digest', record, id, (f->>'size')::bigint, f->>'type' FROM (
     SELECT record, stream AS id, data->'evidence' AS f FROM event WHERE type = 'EvidenceAttached'
     UNION ALL SELECT record, stream, data->'grounds'->'letter' FROM event WHERE type = 'ClaimStated'
     UNION ALL SELECT e.record, e.stream, p.data->'content' FROM event e JOIN personal p ON p.event = e.id
       WHERE e.type = 'ClaimStated'
   ) given WHERE f->>'digest' IS NOT NULL`,
  "DROP FUNCTION phakhi_append(jsonb)",
  appendFunction
)

/** Nothing happens to a record before what has happened to it. */
const timeGoesOn = statements("DROP FUNCTION phakhi_append(jsonb)", appendFunction)

/** A seal says that rows which let somebody in, or send something out, carried codes when it was made. */
const codedRows = statements("ALTER TABLE seal ADD COLUMN coded boolean")

const steps = {
  "0001_records": records,
  "0002_events": events,
  "0003_ledger": ledger,
  "0004_requests": requests,
  "0005_immutable": immutable,
  "0006_append": statements(appendFunction, holdFunction),
  "0007_clock": clock,
  "0008_tasks": tasks,
  "0009_notifications": notifications,
  "0010_boundaries": boundaries,
  "0011_listed_due": listedDue,
  "0012_tasks_of_owners": tasksOfOwners,
  "0013_on_the_clock": onTheClock,
  "0014_told_once": toldOnce,
  "0015_no_copies": noCopies,
  "0016_actor_held": actorHeld,
  "0017_mailed_once": mailedOnce,
  "0018_told_anew": toldAnew,
  "0019_duties_listed": dutiesListed,
  "0020_signed": signed,
  "0021_found_alike": foundAlike,
  "0022_drafts": drafts,
  "0023_changed_keys": changedKeys,
  "0025_held_files": heldFiles,
  "0026_time_goes_on": timeGoesOn,
  "0027_coded_rows": codedRows
}

/** The name of the table in which this package's migrations are counted. */
export const table = "phakhi_migration"

/** A newer version of the program has written here: this one would not understand what it finds. */
export class StoreNewer extends Schema.TaggedError<StoreNewer>()("StoreNewer", {
  found: Schema.String,
  known: Schema.String
}) {
  get wording(): Wording {
    const { found, known } = this
    return {
      th: `ข้อมูลนี้เขียนโดย Phakhi รุ่นที่ใหม่กว่า (โครงสร้าง ${found} โปรแกรมนี้รู้จักถึง ${known}) ใช้โปรแกรมรุ่นที่เขียนหรือใหม่กว่า ยังไม่มีการเปลี่ยนแปลงใด ๆ`,
      en: `A newer version of Phakhi has written here (its schema is ${found}; this program knows up to ${known}). Use that version or a newer one. Nothing was changed.`
    }
  }
  override get message(): string {
    return this.wording.en
  }
}

const numberOf = (name: string): number => Number.parseInt(name, 10)

/** Brings a schema to this version of the program, unless it is ahead of it; two that start at once do it once. */
export const migrator = <Needs = never>(
  counted: string,
  migrations: Record<string, Effect.Effect<void, unknown, SqlClient.SqlClient | Needs>>
): Effect.Effect<void, Migrator.MigrationError | SqlError.SqlError | StoreNewer, SqlClient.SqlClient | Needs> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [there] = yield* sql<{ there: boolean }>`SELECT to_regclass(${counted}) IS NOT NULL AS there`
    const names = Object.keys(migrations)
    if (there?.there === true) {
      const [newest] = yield* sql<{ id: number; name: string }>`SELECT migration_id AS id, name FROM ${sql(counted)}
        ORDER BY migration_id DESC LIMIT 1`
      const known = names.at(-1) ?? ""
      if (newest !== undefined && newest.id > numberOf(known)) {
        const found = `${String(newest.id).padStart(4, "0")}_${newest.name}`
        return yield* new StoreNewer({ found, known })
      }
      if (newest?.id === numberOf(known)) return
    }
    const services = yield* Effect.context<Needs>()
    const loader = Migrator.fromRecord(Record.map(migrations, Effect.provideContext(services)))
    yield* Migrator.make({})({ loader, table: counted })
  })

/** Brings the database to this version of the program, and its indexes in line with the lists of the record types. */
export const migrate = Effect.andThen(
  migrator(table, steps),
  Effect.andThen(keepListIndexes(recordTypes), refreshStatistics)
)
