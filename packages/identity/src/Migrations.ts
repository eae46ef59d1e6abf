import { migrator } from "@phakhi/store/Migrations"
import { codeRowsOfBefore } from "@phakhi/store/RowCodes"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { codedSince15, endings, links as linksOf } from "./CodedRows.ts"

const statements = (...texts: ReadonlyArray<string>): Effect.Effect<void, unknown, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.forEach(texts, (text) => sql.unsafe(text), { discard: true }))

/** The tables that better-auth expects under our names; a test holds the two equal. */
const login = statements(
  `CREATE TABLE login (
    "id" text NOT NULL PRIMARY KEY,
    "name" text NOT NULL,
    "email" text NOT NULL UNIQUE,
    "emailVerified" boolean NOT NULL,
    "image" text,
    "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
  )`,
  `CREATE TABLE login_session (
    "id" text NOT NULL PRIMARY KEY,
    "expiresAt" timestamptz NOT NULL,
    "token" text NOT NULL UNIQUE,
    "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamptz NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId" text NOT NULL REFERENCES login ("id") ON DELETE CASCADE
  )`,
  `CREATE TABLE login_credential (
    "id" text NOT NULL PRIMARY KEY,
    "accountId" text NOT NULL,
    "providerId" text NOT NULL,
    "userId" text NOT NULL REFERENCES login ("id") ON DELETE CASCADE,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    "scope" text,
    "password" text,
    "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamptz NOT NULL
  )`,
  `CREATE TABLE login_verification (
    "id" text NOT NULL PRIMARY KEY,
    "identifier" text NOT NULL,
    "value" text NOT NULL,
    "expiresAt" timestamptz NOT NULL,
    "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
  )`,
  `CREATE INDEX "login_session_userId_idx" ON login_session ("userId")`,
  `CREATE INDEX "login_credential_userId_idx" ON login_credential ("userId")`,
  `CREATE INDEX "login_verification_identifier_idx" ON login_verification ("identifier")`
)

const keys = statements(
  `CREATE TABLE api_key (
    id uuid PRIMARY KEY,
    prefix text NOT NULL UNIQUE,
    secret_hash text NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    scopes jsonb NOT NULL,
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    last_used_at timestamptz(3),
    revoked_at timestamptz(3)
  )`,
  `CREATE INDEX api_key_by_account ON api_key (account)`,
  `CREATE TABLE invitation (
    token_hash text PRIMARY KEY,
    account uuid NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    used_at timestamptz(3)
  )`,
  `CREATE INDEX invitation_by_account ON invitation (account)`
)

/**
 * Whatever channel locks or ends an account, its sessions, keys and open invitations end in the same transaction,
 * and do not come back when it is unlocked.
 */
const ending = statements(
  `CREATE FUNCTION phakhi_end_access() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM login_session WHERE "userId" = NEW.id::text;
      UPDATE api_key SET revoked_at = now() WHERE account = NEW.id AND revoked_at IS NULL;
      DELETE FROM invitation WHERE account = NEW.id AND used_at IS NULL;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_ends_access AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND NEW.status <> 'active' AND OLD.status = 'active')
    EXECUTE FUNCTION phakhi_end_access()`
)

/** Whether this store holds demonstration data: then a replay may say who acted and when. */
const installation = statements(
  `CREATE TABLE installation (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    demo boolean NOT NULL
  )`
)

/** Which files of demonstration data are in, by their digest: they are loaded once. */
const loadedData = statements(`ALTER TABLE installation ADD COLUMN loaded text`)

/** Whatever channel erases the personal data of an account, its login and what it named its keys go with it. */
const erasing = statements(
  `CREATE FUNCTION phakhi_erase_login() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM login WHERE "id" = NEW.id::text;
      UPDATE api_key SET name = '—' WHERE account = NEW.id;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_erases_login AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND OLD.columns ? 'email' AND NOT NEW.columns ? 'email')
    EXECUTE FUNCTION phakhi_erase_login()`
)

/**
 * A link that lets somebody in ends what let them in before. Who made it stands in the history of the account.
 */
const links = statements(
  `ALTER TABLE invitation DROP COLUMN created_by`,
  `CREATE TRIGGER account_is_linked AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND NEW.state->'linksIssued' IS DISTINCT FROM OLD.state->'linksIssued')
    EXECUTE FUNCTION phakhi_end_access()`
)

/**
 * The password ends with the rest of what let somebody in, so that nobody has it who came in by an earlier link. When the
 * roles of an account come back, whoever was confirmed is in: a link that is still open is in other hands.
 */
const handovers = statements(
  `CREATE FUNCTION phakhi_end_password() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM login_credential WHERE "userId" = NEW.id::text;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_link_ends_password AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND NEW.state->'linksIssued' IS DISTINCT FROM OLD.state->'linksIssued')
    EXECUTE FUNCTION phakhi_end_password()`,
  `CREATE FUNCTION phakhi_end_links() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM invitation WHERE account = NEW.id AND used_at IS NULL;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_roles_return AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND OLD.state ? 'resting' AND NOT NEW.state ? 'resting')
    EXECUTE FUNCTION phakhi_end_links()`
)

/**
 * A sign-in and a request for a key that were under way when a link was issued come to nothing, as the password they rest
 * on has ended. The password goes first: who still finds it is waited for, and what they made ends after it.
 */
const underWay = statements(
  `CREATE OR REPLACE FUNCTION phakhi_end_password() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM login_credential WHERE "userId" = NEW.id::text;
      DELETE FROM login_session WHERE "userId" = NEW.id::text;
      UPDATE api_key SET revoked_at = now() WHERE account = NEW.id AND revoked_at IS NULL;
      RETURN NULL;
    END $$`,
  `CREATE FUNCTION phakhi_rests_on_password() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM login_credential WHERE "userId" = NEW."userId" FOR SHARE;
      IF NOT FOUND THEN RETURN NULL; END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER session_rests_on_password BEFORE INSERT ON login_session FOR EACH ROW
    EXECUTE FUNCTION phakhi_rests_on_password()`
)

/**
 * Whoever is verified is in, and an account that its own organisation has linked is its own: a link that the inviting agency
 * left open, issued between a sign-in and the claim, ends then.
 */
const ownAccounts = statements(
  `CREATE TRIGGER account_is_of_its_own AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND OLD.state ? 'invitedFrom' AND NOT NEW.state ? 'invitedFrom')
    EXECUTE FUNCTION phakhi_end_links()`
)

/** Sessions are kept under a hash of their token, with a code that proves them; those from before end here. */
const hashedSessions = statements(
  `DELETE FROM login_session`,
  `ALTER TABLE login_session ADD COLUMN code text NOT NULL`
)

/** Who came in or tried to: personal data, kept for a time beside the log and gone with the rest of a person. */
const signIns = statements(
  `CREATE TABLE sign_in (
    id uuid PRIMARY KEY,
    account uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    outcome text NOT NULL,
    network text NOT NULL,
    agent text NOT NULL
  )`,
  `CREATE INDEX sign_in_by_account ON sign_in (account, at)`,
  `CREATE INDEX sign_in_by_time ON sign_in (at)`,
  `CREATE FUNCTION phakhi_erase_sign_ins() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM sign_in WHERE account = NEW.id;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_erases_sign_ins AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND OLD.columns ? 'email' AND NOT NEW.columns ? 'email')
    EXECUTE FUNCTION phakhi_erase_sign_ins()`
)

/** A second factor goes with the password: when a link is issued, and when the person is erased. */
const secondFactor = statements(
  `CREATE TABLE second_factor (
    account uuid PRIMARY KEY,
    secret text NOT NULL,
    last_step bigint NOT NULL,
    created_at timestamptz(3) NOT NULL,
    confirmed_at timestamptz(3)
  )`,
  `CREATE TABLE recovery_code (
    account uuid NOT NULL,
    hash text NOT NULL,
    used_at timestamptz(3),
    PRIMARY KEY (account, hash)
  )`,
  `CREATE FUNCTION phakhi_end_second_factor() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM second_factor WHERE account = NEW.id;
      DELETE FROM recovery_code WHERE account = NEW.id;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER account_link_ends_second_factor AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND NEW.state->'linksIssued' IS DISTINCT FROM OLD.state->'linksIssued')
    EXECUTE FUNCTION phakhi_end_second_factor()`,
  `CREATE TRIGGER account_erases_second_factor AFTER UPDATE ON record FOR EACH ROW
    WHEN (NEW.record = 'account' AND OLD.columns ? 'email' AND NOT NEW.columns ? 'email')
    EXECUTE FUNCTION phakhi_end_second_factor()`
)

/** A key names what it is for. One that named nothing was for everything, and says so now. */
const keysNameScopes = statements(
  `UPDATE api_key SET scopes = '["all"]' WHERE scopes = '[]'`,
  "ALTER TABLE api_key ADD CONSTRAINT api_key_is_for_something CHECK (jsonb_array_length(scopes) > 0)"
)

/**
 * Whatever lets somebody in carries a code made with the key, and says how often the log had ended such things by then. What
 * ends loses its code: to take the end back does not bring it back.
 */
const codedRows = Effect.andThen(
  statements(
    `ALTER TABLE login ADD COLUMN code text, ADD COLUMN "secondFactor" boolean NOT NULL DEFAULT false`,
    `ALTER TABLE login_credential ADD COLUMN code text, ADD COLUMN links int NOT NULL DEFAULT 0`,
    "ALTER TABLE api_key ADD COLUMN code text, ADD COLUMN endings int NOT NULL DEFAULT 0",
    "ALTER TABLE invitation ADD COLUMN code text, ADD COLUMN endings int NOT NULL DEFAULT 0",
    "ALTER TABLE second_factor ADD COLUMN code text",
    "ALTER TABLE recovery_code ADD COLUMN code text",
    "ALTER TABLE installation ADD COLUMN code text",
    `UPDATE login SET "secondFactor" = true WHERE "id" IN (
        SELECT account::text FROM second_factor WHERE confirmed_at IS NOT NULL)`,
    `UPDATE login_credential SET links = ${linksOf(`"userId"::uuid`)}`,
    `UPDATE api_key k SET endings = ${endings("k.account")}`,
    `UPDATE invitation i SET endings = ${endings("i.account")}`,
    `CREATE OR REPLACE FUNCTION phakhi_end_access() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM login_session WHERE "userId" = NEW.id::text;
          UPDATE api_key SET revoked_at = now(), code = NULL WHERE account = NEW.id AND revoked_at IS NULL;
          DELETE FROM invitation WHERE account = NEW.id AND used_at IS NULL;
          RETURN NULL;
        END $$`,
    `CREATE OR REPLACE FUNCTION phakhi_end_password() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM login_credential WHERE "userId" = NEW.id::text;
          DELETE FROM login_session WHERE "userId" = NEW.id::text;
          UPDATE api_key SET revoked_at = now(), code = NULL WHERE account = NEW.id AND revoked_at IS NULL;
          RETURN NULL;
        END $$`
  ),
  Effect.gen(function* () {
    yield* codeRowsOfBefore(yield* SqlClient.SqlClient, yield* SealKey, codedSince15)
  })
)

const migrations = {
  "0001_login": login,
  "0002_keys": keys,
  "0003_ending": ending,
  "0004_installation": installation,
  "0005_loaded_data": loadedData,
  "0006_erasing": erasing,
  "0007_links": links,
  "0008_handovers": handovers,
  "0009_under_way": underWay,
  "0010_own_accounts": ownAccounts,
  "0011_hashed_sessions": hashedSessions,
  "0012_sign_ins": signIns,
  "0013_second_factor": secondFactor,
  "0014_keys_name_scopes": keysNameScopes,
  "0015_coded_rows": codedRows
}

export const migrationCount = Object.keys(migrations).length

/** Runs beside the store's own migrations, counted in a table of its own. */
export const migrate = migrator("phakhi_identity_migration", migrations)
