import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { problemOf } from "@phakhi/domain/catalogue"
import { ask } from "@phakhi/domain/engine/Ask"
import { type Catalogue, offeredIn } from "@phakhi/domain/engine/Catalogue"
import { byOperator } from "@phakhi/domain/engine/Context"
import { DemoMark, layerMemory as layerMemoryMark } from "@phakhi/domain/engine/DemoMark"
import { layerMemory } from "@phakhi/domain/engine/MemoryStore"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { perform } from "@phakhi/domain/engine/Perform"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Actor } from "@phakhi/domain/kernel/Actor"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { replay } from "@phakhi/domain/replay/Replay"
import type { Line, ReplayStopped } from "@phakhi/domain/replay/ReplayFile"
import { type Caller, lookUp, missingScope, parseKey } from "@phakhi/identity/Caller"
import { codedTables as ofIdentity } from "@phakhi/identity/CodedRows"
import { marks } from "@phakhi/identity/Installation"
import { migrate } from "@phakhi/identity/Migrations"
import * as Platform from "@phakhi/identity/Platform"
import { codedTables as ofOutbound } from "@phakhi/outbound/CodedRows"
import { migrate as migrateOutbound } from "@phakhi/outbound/Migrations"
import { defaultTypes } from "@phakhi/store/Files"
import { migrate as migrateStore } from "@phakhi/store/Migrations"
import { sealNow } from "@phakhi/store/Seal"
import { SealKey } from "@phakhi/store/SealKey"
import * as Store from "@phakhi/store/Store"
import { isUnreachable, wordingOf } from "@phakhi/store/Unopened"
import { upload } from "@phakhi/store/Uploads"
import { Effect, Layer, Result, Stream } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Channel, Run } from "./Channel.ts"
import { broken, type Failure, refused } from "./Failure.ts"
import { type Io, type Settings, say } from "./Io.ts"

/** Where the store is, as every process of this installation finds it. */
export const storeConfig = ({ databaseUrl, folder, line }: Settings, { env }: Pick<Io, "env">): Store.StoreConfig => {
  const sealKey = env["PHAKHI_SEAL_KEY"]
  return {
    folder: resolve(folder),
    holder: { command: `phakhi ${line}` },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(sealKey === undefined ? {} : { sealKey })
  }
}

const isConnection = ({ reason }: SqlError.SqlError): boolean => reason._tag === "ConnectionError"

const migrateBesides = Effect.andThen(migrate, migrateOutbound)

/** The tables whose rows carry codes, for who looks at all of them. */
export const codedTables = [...ofIdentity, ...ofOutbound]

/** Makes all tables that this program keeps, in an empty database. */
export const migrateAll = Effect.andThen(migrateStore, migrateBesides)

const inStore = Layer.effect(
  DemoMark,
  Effect.gen(function* () {
    yield* migrateBesides
    return marks(yield* SqlClient.SqlClient, yield* SealKey, isConnection)
  })
)

const layerOf = (settings: Settings, io: Pick<Io, "env">) =>
  Layer.merge(inStore, Platform.layer).pipe(Layer.provideMerge(Store.layer(storeConfig(settings, io))))

export type Services = Layer.Success<ReturnType<typeof layerOf>>
type LayerFailure = Layer.Error<ReturnType<typeof layerOf>>

const failureOf = (error: LayerFailure, { databaseUrl }: Settings): Failure => {
  if (error._tag === "FolderLocked") return { _tag: "Locked", folder: error.folder, holder: error.holder }
  const said = wordingOf(error, databaseUrl)
  return error._tag === "SqlError" && isUnreachable(error)
    ? refused({ tag: "Unreachable", kind: "unreachable", facts: {}, ...said })
    : { _tag: "Broken", code: error._tag, ...said }
}

type Outside = Pick<Io, "env" | "err">

const begins = ({ databaseUrl, folder }: Settings): boolean =>
  databaseUrl === undefined && !existsSync(join(resolve(folder), "database"))

/** A mistyped folder would otherwise look like an empty one. */
const newStore = ({ folder, language }: Settings): string =>
  `${say(language, `สร้างที่เก็บข้อมูลใหม่ที่ ${resolve(folder)}`, `A new store was made in ${resolve(folder)}`)}\n`

/** Opens the store for the time of one effect. */
export const withStore = <A, R extends Services>(
  settings: Settings,
  io: Outside,
  effect: Effect.Effect<A, Failure, R>
): Effect.Effect<A, Failure, Exclude<R, Services>> => {
  const isNew = begins(settings)
  const tell = Effect.sync(() => {
    if (isNew && !settings.json) io.err(newStore(settings))
  })
  const told = Effect.andThen(tell, Effect.result(effect))
  return Effect.flatMap(Effect.result(Effect.provide(told, layerOf(settings, io))), (opened) =>
    Result.isFailure(opened) ? Effect.fail(failureOf(opened.failure, settings)) : Effect.fromResult(opened.success)
  )
}

const wording = (refusal: Refusal): Failure => refused(problemOf(refusal))

const notSignedIn = (operation: string) => Effect.fail(wording(refusal("NotSignedIn", { operation })))

/** Whom the key in the environment speaks for: nobody without one, and never anyone a flag names. */
export const callerOf = Effect.fnUntraced(function* (key: string | undefined, operation: string) {
  if (key === undefined) return null
  const credentials = parseKey(key)
  if (credentials === null) return yield* notSignedIn(operation)
  const sql = yield* SqlClient.SqlClient
  const found = yield* Effect.orDie(lookUp(sql, yield* SealKey, credentials, undefined))
  return found === null ? yield* notSignedIn(operation) : found.caller
})

/** The caller where there must be one, for what is not an operation of the catalogue. */
export const callerFor = Effect.fnUntraced(function* (key: string | undefined, operation: string) {
  const caller = yield* callerOf(key, operation)
  if (caller === null) return yield* notSignedIn(operation)
  yield* Effect.mapError(Effect.fromResult(permit(caller, operation, undefined)), wording)
  return caller
})

const permit = (
  caller: Caller | null,
  operation: string,
  declared: Operation | undefined
): Result.Result<void, Refusal> => {
  const scope = caller === null ? null : missingScope(caller, operation, declared)
  return scope === null ? Result.succeed(undefined) : Result.fail(refusal("KeyScopeMissing", { operation, scope }))
}

/** Runs an effect with the store at hand. */
export type Using = <A>(effect: Effect.Effect<A, Failure, Services>) => Effect.Effect<A, Failure>

const stoppedAt = ({ id, line, operation, refusal }: ReplayStopped): Failure => ({
  _tag: "Refused",
  problem: problemOf(refusal),
  line: { line, id, operation }
})

const emptyStore = Layer.mergeAll(layerMemory, layerMemoryMark, Platform.layer)

/** A file that is only tried where no store is yet: on an empty one, of which nothing stays. */
const tried = (catalogue: Catalogue, run: Run) =>
  replay(catalogue, { ...run, actor: null }).pipe(Effect.mapError(stoppedAt), Effect.provide(emptyStore))

/** The operations carried out in this process. An embedded folder is sealed after each change: nobody else would. */
export const open = (settings: Settings, io: Outside, catalogue: Catalogue): Channel => {
  const channel = channelIn(settings, catalogue, (effect) => withStore(settings, io, effect))
  return {
    ...channel,
    run: (request) => (request.dryRun && begins(settings) ? tried(catalogue, request) : channel.run(request))
  }
}

/** The same in a store that is open already. */
export const channelIn = ({ databaseUrl, key }: Settings, catalogue: Catalogue, using: Using): Channel => {
  const byName = new Map<string, Operation>(offeredIn(catalogue).map((operation) => [operation.name, operation]))
  const identified = Effect.fnUntraced(function* (operation: string) {
    const caller = yield* callerOf(key, operation)
    yield* Effect.mapError(Effect.fromResult(permit(caller, operation, byName.get(operation))), wording)
    return caller?.actor ?? null
  })
  const sealed = databaseUrl === undefined ? Effect.orDie(Effect.asVoid(sealNow)) : Effect.void
  return {
    perform: ({ by, operator, ...request }) =>
      using(
        Effect.gen(function* () {
          const act = (actor: Actor | null) => perform(catalogue, { ...request, actor })
          const view =
            by === undefined
              ? yield* Effect.mapError(
                  act(operator === undefined ? yield* identified(request.operation) : byOperator(operator)),
                  wording
                )
              : yield* (yield* Effect.promise(() => import("./InPerson.ts"))).actInPerson(by, act)
          yield* sealed
          return view
        })
      ),
    ask: (request) =>
      using(
        Effect.gen(function* () {
          const actor = yield* identified(request.operation)
          return yield* Effect.mapError(ask(catalogue, { ...request, actor }), wording)
        })
      ),
    run: (request) =>
      using(
        Effect.gen(function* () {
          const caller = yield* callerOf(key, "run")
          // A line that does not say who acts is the caller's: then the key must be for it.
          const may = ({ as, op }: Pick<Line, "as" | "op">) =>
            as === undefined ? permit(caller, op, byName.get(op)) : Result.void
          return yield* replay(catalogue, { ...request, actor: caller?.actor ?? null, may }).pipe(
            Effect.mapError(stoppedAt),
            Effect.ensuring(request.dryRun ? Effect.void : sealed)
          )
        })
      ),
    putFile: (content) =>
      using(
        Effect.gen(function* () {
          const { actor } = yield* callerFor(key, "files.put")
          const stored = yield* upload(Stream.make(content), actor).pipe(
            Effect.catchTags({
              FileTooLarge: ({ limit }) => Effect.fail(wording(refusal("BodyTooLarge", { limit }))),
              FileTypeRefused: ({ type }) =>
                Effect.fail(wording(refusal("FileTypeRefused", { type, accepted: [...defaultTypes] }))),
              UploadsSpent: (refused) => Effect.fail(wording(refused)),
              UploadsWaiting: (refused) => Effect.fail(wording(refused)),
              SqlError: Effect.die,
              FilesFailed: ({ reason }) =>
                Effect.fail(broken(`เก็บไฟล์ไม่ได้: ${reason}`, `The file cannot be kept: ${reason}`))
            })
          )
          return stored.digest
        })
      )
  }
}
