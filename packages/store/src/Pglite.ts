import { chmodSync } from "node:fs"
import { PGlite, type PGliteInterface, types } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { Effect, type Scope, Semaphore, Stream } from "effect"
import { Reactivity } from "effect/reactivity"
import { SqlClient, type SqlConnection, SqlError, Statement } from "effect/sql"
import { damaged, type FolderUnusable, makeFolder, ownMode } from "./Folder.ts"
import { preparing } from "./PreparedPglite.ts"
import { layerForgotten, type SealKey } from "./SealKey.ts"

/**
 * The one gate in front of an embedded database. A second client on the same instance would run its statements inside
 * somebody else's transaction, so whoever wants to talk to it takes this permit first.
 */
export type Gate = Semaphore.Semaphore

/** What a library that brings its own client (Kysely's dialect) needs of the embedded database. */
export interface SharedPglite {
  readonly closed: boolean
  readonly ready: boolean
  readonly waitReady: Promise<void>
  readonly query: PGliteInterface["query"]
  readonly transaction: PGliteInterface["transaction"]
  /** Does nothing: the database belongs to the layer that opened it. */
  readonly close: () => Promise<void>
}

export interface OpenDatabase {
  readonly client: SqlClient.SqlClient
  readonly shared: SharedPglite
  readonly gate: Gate
}

interface Failure {
  readonly code?: string
  readonly constraint?: string
  readonly message?: string
}

type Props = { readonly cause: unknown; readonly message: string; readonly operation: string }

const classify = ({ code = "", constraint = "unknown" }: Failure, props: Props): SqlError.SqlErrorReason => {
  if (code === "23505") return new SqlError.UniqueViolation({ ...props, constraint })
  if (code.startsWith("23")) return new SqlError.ConstraintError(props)
  if (code.startsWith("42")) return new SqlError.SqlSyntaxError(props)
  if (code === "40001") return new SqlError.SerializationError(props)
  if (code === "40P01") return new SqlError.DeadlockError(props)
  if (code === "55P03") return new SqlError.LockTimeoutError(props)
  if (code === "57014") return new SqlError.StatementTimeoutError(props)
  return new SqlError.UnknownError(props)
}

const toSqlError = (operation: string) => (cause: unknown) => {
  const failure: Failure = cause !== null && typeof cause === "object" ? cause : {}
  // The driver hangs the parameters on its errors, and errors are logged: personal data does not belong there.
  Reflect.deleteProperty(failure, "params")
  return new SqlError.SqlError({
    reason: classify(failure, { cause, message: failure.message ?? String(cause), operation })
  })
}

const compiler = Statement.makeCompiler({
  dialect: "pg",
  placeholder: (index) => `$${index}`,
  onIdentifier: Statement.defaultEscape('"'),
  onCustom: () => ["", []],
  onRecordUpdate: (marks, alias, columns, values, returning) => [
    `(values ${marks}) AS ${alias}${columns}${returning ? ` RETURNING ${returning[0]}` : ""}`,
    returning ? values.flat().concat(returning[1]) : values.flat()
  ]
})

const connect = (db: PGlite): SqlConnection.Connection => {
  const { anew, prepared } = preparing(db)
  const rows =
    (run: typeof anew): SqlConnection.Connection["execute"] =>
    (sql, params, transform) =>
      Effect.map(Effect.tryPromise({ try: () => run(sql, params, "object"), catch: toSqlError("execute") }), (found) =>
        transform ? transform(found) : found
      )
  const values =
    (run: typeof anew): SqlConnection.Connection["executeValues"] =>
    (sql, params) =>
      Effect.tryPromise({
        try: () => run(sql, params, "array") as Promise<Array<Array<unknown>>>,
        catch: toSqlError("executeValues")
      })
  const execute = rows(prepared)
  return {
    execute,
    executeUnprepared: rows(anew),
    executeValues: values(prepared),
    executeValuesUnprepared: values(anew),
    executeRaw: (sql, params) =>
      Effect.tryPromise({ try: () => db.query(sql, [...params]), catch: toSqlError("executeRaw") }),
    executeStream: (sql, params, transform) => Stream.fromIterableEffect(execute(sql, params, transform))
  }
}

/** An SQL client whose every statement and transaction passes the gate. */
export const make = Effect.fnUntraced(function* (db: PGlite, gate: Gate) {
  const connection = connect(db)
  const lease = Effect.uninterruptibleMask((restore) => Effect.as(restore(gate.takeScoped(1)), connection))
  const control = (conn: SqlConnection.Connection, sql: string) =>
    Effect.asVoid(conn.executeUnprepared(sql, [], undefined))
  return yield* SqlClient.make({
    acquirer: lease,
    transactionAcquirer: lease,
    borrower: (use) => gate.withPermit(use(connection)),
    compiler,
    driver: "pglite",
    // A COMMIT of an aborted transaction reports success here, unlike over the wire: the probe makes it fail.
    commit: (conn) => Effect.andThen(control(conn, "SELECT 1"), control(conn, "COMMIT")),
    onCommitFailure: (conn) => control(conn, "ROLLBACK"),
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    spanAttributes: [["db.system.name", "postgresql"]]
  })
})

/** The same database for a library that is not written with Effect, behind the same gate. */
export const sharedPglite = (db: PGliteInterface, gate: Gate): SharedPglite => {
  const through = <A>(use: () => Promise<A>): Promise<A> => Effect.runPromise(gate.withPermit(Effect.promise(use)))
  return {
    get closed() {
      return db.closed
    },
    get ready() {
      return db.ready
    },
    waitReady: db.waitReady,
    query: (sql, params, options) => through(() => db.query(sql, params, options)),
    transaction: (use) => through(() => db.transaction(use)),
    close: () => Promise.resolve()
  }
}

/** What an instance must be created with to give the rows that PostgreSQL gives, and to search. */
export const options = {
  parsers: { [types.DATE]: (text: string) => text, [types.INT8]: (text: string) => BigInt(text) },
  extensions: { pg_trgm }
}

/** Puts the gate in front of an instance that nobody else uses. */
export const fromInstance = (db: PGlite): Effect.Effect<OpenDatabase, never, Scope.Scope> =>
  Effect.gen(function* () {
    const gate = yield* Semaphore.make(1)
    const client = yield* make(db, gate)
    return { client, gate, shared: sharedPglite(db, gate) }
  }).pipe(Effect.provide(Reactivity.layer))

/** Migrates an instance that nobody else uses yet: tests begin as copies of it. */
export const migratedBy =
  (migrate: Effect.Effect<void, unknown, SqlClient.SqlClient | SealKey>) =>
  (db: PGlite): Promise<void> =>
    fromInstance(db).pipe(
      Effect.flatMap(({ client }) => Effect.provideService(migrate, SqlClient.SqlClient, client)),
      Effect.scoped,
      // There is nothing yet that a key would be needed for.
      Effect.provide(layerForgotten),
      Effect.runPromise
    )

const create = (dataDir: string | undefined): Effect.Effect<PGlite, FolderUnusable> =>
  dataDir === undefined
    ? Effect.promise(() => PGlite.create(options))
    : Effect.tryPromise({
        try: async () => {
          // The files in it are open to everybody, whatever the umask says: the folder around them must not be.
          makeFolder(dataDir)
          chmodSync(dataDir, ownMode)
          return await PGlite.create({ dataDir, ...options })
        },
        catch: (cause) => damaged(dataDir, cause)
      })

/** Opens the database in a folder, or in memory without one. The folder must be held by a `FolderLock`. */
export const open = (dataDir?: string): Effect.Effect<OpenDatabase, FolderUnusable, Scope.Scope> =>
  Effect.acquireRelease(create(dataDir), (db) => Effect.promise(() => db.close())).pipe(Effect.flatMap(fromInstance))
