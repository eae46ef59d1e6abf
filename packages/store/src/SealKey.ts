import { createHmac, randomBytes } from "node:crypto"
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { Context, Effect, Layer, Schema } from "effect"
import { type FolderUnusable, makeFolder, unusable } from "./Folder.ts"

const minimum = 32

/** The key is too short to seal with. */
export class BadSealKey extends Schema.TaggedError<BadSealKey>()("BadSealKey", { where: Schema.String }) {
  get wording(): Wording {
    return {
      th: `กุญแจผนึกใน ${this.where} สั้นเกินไป ต้องมีอย่างน้อย ${minimum} ตัวอักษร ถ้าไฟล์เสียหาย ให้นำสำเนาที่เก็บไว้กลับมา`,
      en: `The seal key in ${this.where} must hold at least ${minimum} characters. If the file is damaged, put back the copy that you kept.`
    }
  }
  override get message(): string {
    return this.wording.en
  }
}

/** One key: what it makes of a text, and what tells it from another. */
export interface Keyed {
  readonly hmac: (text: string) => string
  /** Says whether two stores hold the same key, and nothing else about it. */
  readonly fingerprint: string
}

/**
 * The secret that seals and personal data's digests are keyed with. It is kept outside the database: whoever can write
 * to the tables cannot make a seal.
 */
export class SealKey extends Context.Service<
  SealKey,
  Keyed & {
    /** The keys before it, the oldest first: what they signed is checked with them, and nothing is signed any more. */
    readonly before: ReadonlyArray<Keyed>
  }
>()("@phakhi/store/SealKey") {}

/** The key of one secret. */
export const keyedWith = (secret: string): Keyed => {
  const hmac = (text: string): string => createHmac("sha256", secret).update(text).digest("hex")
  return { hmac, fingerprint: hmac("phakhi seal key") }
}

/** The keys of a store, the newest first. */
const fromSecrets = (secrets: ReadonlyArray<string>) => {
  const [newest, ...older] = secrets.map(keyedWith)
  if (newest === undefined) throw new Error("a store has a key")
  return SealKey.of({ ...newest, before: older.reverse() })
}

/** A key a line, the newest first. White space around one, such as the end of its line, is no part of it. */
const check = (written: string, where: string): Effect.Effect<ReadonlyArray<string>, BadSealKey> => {
  const secrets = written.split("\n").map((line) => line.trim())
  const kept = secrets.filter((secret) => secret !== "")
  return kept.length > 0 && kept.every((secret) => secret.length >= minimum)
    ? Effect.succeed(kept)
    : Effect.fail(new BadSealKey({ where }))
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT"
const isThere = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "EEXIST"

const readOrCreate = (path: string): string => {
  try {
    return readFileSync(path, "utf8").trim()
  } catch (cause) {
    if (!isAbsent(cause)) throw cause
  }
  makeFolder(dirname(path))
  try {
    writeFileSync(path, `${newSecret()}\n`, { mode: 0o600, flag: "wx" })
  } catch (cause) {
    if (!isThere(cause)) throw cause
  }
  return readFileSync(path, "utf8").trim()
}

export const layerSecret = (secret: string): Layer.Layer<SealKey, BadSealKey> =>
  Layer.effect(SealKey, Effect.map(check(secret, "PHAKHI_SEAL_KEY"), fromSecrets))

/** Reads the key from a file that only its owner may read, and makes one the first time. */
export const layerFile = (path: string): Layer.Layer<SealKey, BadSealKey | FolderUnusable> =>
  Layer.effect(
    SealKey,
    Effect.try({ try: () => readOrCreate(path), catch: (cause) => unusable(path, cause) }).pipe(
      Effect.flatMap((secret) => check(secret, path)),
      Effect.map(fromSecrets)
    )
  )

/** The key in a setting. */
export const secretIn = (written: string, where: string): Effect.Effect<string, BadSealKey> =>
  Effect.map(check(written, where), ([secret = ""]) => secret)

/** A new key, as it is written. */
const newSecret = (): string => randomBytes(32).toString("hex")

const next = (path: string): string => `${path}.next`

/** Puts a new key beside the file of the keys, or finds the one that a change that was cut off has put there. */
export const layNext = (path: string): Effect.Effect<string, BadSealKey | FolderUnusable> =>
  Effect.try({
    try: () => readOrCreate(next(path)),
    catch: (cause) => unusable(next(path), cause)
  }).pipe(Effect.flatMap((secret) => secretIn(secret, next(path))))

/** Makes the key that was laid beside them the newest of a store, where the store says that it is. */
export const takeNext = <E, R>(
  path: string,
  isRecorded: (fingerprint: string) => Effect.Effect<boolean, E, R>
): Effect.Effect<void, BadSealKey | FolderUnusable | E, R> =>
  Effect.gen(function* () {
    if (!existsSync(next(path))) return
    const secret = yield* layNext(path)
    if (!(yield* isRecorded(keyedWith(secret).fingerprint))) return
    yield* Effect.try({
      try: () => {
        const known = readFileSync(path, "utf8")
        // Where it was cut off between the two, the file has the key already.
        if (known.split("\n")[0]?.trim() !== secret) {
          writeFileSync(`${path}.new`, `${secret}\n${known}`, { mode: 0o600, flush: true })
          renameSync(`${path}.new`, path)
        }
        rmSync(next(path))
      },
      catch: (cause) => unusable(path, cause)
    })
  })

/** A key that is forgotten with the process, for a store in memory. */
export const layerForgotten: Layer.Layer<SealKey> = Layer.sync(SealKey, () => fromSecrets([newSecret()]))
