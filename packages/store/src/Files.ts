import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { KnownFile } from "@phakhi/domain/engine/Files"
import { Context, Effect, Layer, Option, Schema, type Scope, Stream } from "effect"
import { kindOf } from "./Contents.ts"
import { makeFolder } from "./Folder.ts"

export class FileTooLarge extends Schema.TaggedError<FileTooLarge>()("FileTooLarge", { limit: Schema.Int }) {}

/** The content is of none of the accepted kinds, whatever its name says: see `kindOf`. */
export class FileTypeRefused extends Schema.TaggedError<FileTypeRefused>()("FileTypeRefused", {
  type: Schema.String
}) {}

/** The disk refused: full, read-only, gone. */
export class FilesFailed extends Schema.TaggedError<FilesFailed>()("FilesFailed", { reason: Schema.String }) {}

/** What is kept under a digest is not what it says: somebody, or the disk, has changed it. */
export class FileDamaged extends Schema.TaggedError<FileDamaged>()("FileDamaged", { digest: Schema.String }) {
  get reason(): string {
    return `the file ${this.digest} is not what was stored: see verify`
  }
  get reasonTh(): string {
    return `ไฟล์ ${this.digest} ไม่ตรงกับที่เก็บไว้ ดูด้วย phakhi verify`
  }
}

export interface Limits {
  readonly maxBytes?: number
  readonly types?: ReadonlyArray<string>
}

export interface KeptFile {
  readonly size: number
  readonly content: Stream.Stream<Uint8Array, FilesFailed | FileDamaged>
}

/** Evidence kept by content: what is stored under a digest can neither change nor be stored twice. */
export class Files extends Context.Service<
  Files,
  {
    /** What else is to be kept with an accepted file is kept by `keeping`, around what it is handed to keep the file. */
    readonly put: <E, E2 = never, R = never>(
      content: Stream.Stream<Uint8Array, E>,
      keeping?: (file: KnownFile, keep: Effect.Effect<void, FilesFailed>) => Effect.Effect<unknown, E2 | FilesFailed, R>
    ) => Effect.Effect<KnownFile, FileTooLarge | FileTypeRefused | FilesFailed | E | E2, R>
    /** Takes back what was accepted once, whatever is accepted today. */
    readonly readmit: <E>(
      content: Stream.Stream<Uint8Array, E>
    ) => Effect.Effect<{ readonly digest: string; readonly size: number }, FilesFailed | E>
    /** Read once before it is served, and again as it is: a file that is not what was stored is not given. */
    readonly get: (digest: string) => Effect.Effect<Option.Option<KeptFile>, FilesFailed | FileDamaged>
    readonly remove: (digest: string) => Effect.Effect<void, FilesFailed>
    readonly list: Effect.Effect<ReadonlyArray<string>, FilesFailed>
    /** Whether what is kept under a digest still is what it says. */
    readonly state: (digest: string) => Effect.Effect<"whole" | "changed" | "missing", FilesFailed>
  }
>()("@phakhi/store/Files") {}

export const defaultMaxBytes = 20 * 1024 * 1024

export const defaultTypes: ReadonlyArray<string> = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "text/plain"
]

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

const attempt = <A>(use: () => Promise<A>): Effect.Effect<A, FilesFailed> =>
  Effect.tryPromise({
    try: use,
    catch: (cause) => new FilesFailed({ reason: cause instanceof Error ? cause.message : String(cause) })
  })

const write = <E>(path: string, content: Stream.Stream<Uint8Array, E>, limit: number) =>
  Effect.acquireUseRelease(
    attempt(() => open(path, "wx", 0o600)),
    (file) =>
      Effect.gen(function* () {
        const hash = createHash("sha256")
        let size = 0
        yield* Stream.runForEach(content, (chunk): Effect.Effect<void, FileTooLarge | FilesFailed> => {
          size += chunk.byteLength
          if (size > limit) return Effect.fail(new FileTooLarge({ limit }))
          hash.update(chunk)
          return attempt(() => file.writeFile(chunk))
        })
        yield* attempt(() => file.sync())
        return { digest: hash.digest("hex"), size }
      }),
    (file) => Effect.promise(() => file.close())
  )

const exists = (path: string): Promise<number | null> =>
  stat(path).then(
    (found) => found.size,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return null
      throw cause
    }
  )

/** The digest of what is there, taken as it passes by; null where nothing is. */
const digestOf = async (path: string): Promise<string | null> => {
  if ((await exists(path)) === null) return null
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest("hex")
}

/** Holds back each part until the next has come: of a file that changed on its way, the end is never given. */
const whole = async function* (path: string, digest: string) {
  const hash = createHash("sha256")
  let held: Uint8Array | undefined
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    if (held !== undefined) yield held
    held = chunk
  }
  if (hash.digest("hex") !== digest) throw new FileDamaged({ digest })
  if (held !== undefined) yield held
}

const make = (folder: string, limits: Limits): Files["Service"] => {
  const maxBytes = limits.maxBytes ?? defaultMaxBytes
  const types = limits.types ?? defaultTypes
  const pathOf = (digest: string): string => join(folder, digest.slice(0, 2), digest)
  /** Writes beside the others first, so that a file is there whole or not at all. */
  const arrive = <A, E, R>(use: (path: string) => Effect.Effect<A, E, R>): Effect.Effect<A, E | FilesFailed, R> =>
    Effect.gen(function* () {
      yield* attempt(async () => makeFolder(folder))
      const arriving = join(folder, `arriving-${randomUUID()}`)
      return yield* use(arriving).pipe(Effect.ensuring(Effect.promise(() => rm(arriving, { force: true }))))
    })
  const settle = (arriving: string, digest: string) =>
    attempt(async () => {
      await mkdir(join(folder, digest.slice(0, 2)), { recursive: true })
      await rename(arriving, pathOf(digest))
    })
  return {
    put: (content, keeping = (_, keep) => keep) =>
      arrive((arriving) =>
        Effect.gen(function* () {
          const { digest, size } = yield* write(arriving, content, maxBytes)
          const type = yield* attempt(() => kindOf(arriving))
          if (!types.includes(type)) return yield* new FileTypeRefused({ type })
          const file = { digest, size, type }
          yield* keeping(file, settle(arriving, digest))
          return file
        })
      ),
    readmit: (content) =>
      arrive((arriving) =>
        write(arriving, content, Number.POSITIVE_INFINITY).pipe(
          Effect.catchTag("FileTooLarge", Effect.die),
          Effect.tap(({ digest }) => settle(arriving, digest))
        )
      ),
    get: (digest) =>
      Effect.gen(function* () {
        const path = pathOf(digest)
        const found = isDigest(digest) ? yield* attempt(() => digestOf(path)) : null
        if (found === null) return Option.none()
        if (found !== digest) return yield* new FileDamaged({ digest })
        return Option.some({
          size: (yield* attempt(() => exists(path))) ?? 0,
          content: Stream.fromAsyncIterable(whole(path, digest), (cause) =>
            cause instanceof FileDamaged ? cause : new FilesFailed({ reason: String(cause) })
          )
        })
      }),
    remove: (digest) => attempt(() => (isDigest(digest) ? rm(pathOf(digest), { force: true }) : Promise.resolve())),
    state: (digest) =>
      attempt(async () => {
        const found = isDigest(digest) ? await digestOf(pathOf(digest)) : null
        return found === null ? "missing" : found === digest ? "whole" : "changed"
      }),
    list: attempt(async () => {
      const names = await readdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === "ENOENT") return []
        throw cause
      })
      return names
        .map((name) => name.slice(name.lastIndexOf("/") + 1))
        .filter(isDigest)
        .sort()
    })
  }
}

const forgotten: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "phakhi-files-"))),
  (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
)

/** Files in `<folder>/files`; without a folder they are gone when the layer closes. */
export const layer = (folder: string | undefined, limits: Limits = {}): Layer.Layer<Files> =>
  Layer.effect(
    Files,
    Effect.map(folder === undefined ? forgotten : Effect.succeed(join(folder, "files")), (path) => make(path, limits))
  )
