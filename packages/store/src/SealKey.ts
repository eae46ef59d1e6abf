import { createHmac, randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { Context, Effect, Layer, Schema } from "effect"

/** The key is missing, too short, or lies open to other users of the machine. */
export class BadSealKey extends Schema.TaggedError<BadSealKey>()("BadSealKey", { reason: Schema.String }) {
  override get message(): string {
    return this.reason
  }
}

/**
 * The secret that seals and personal data's digests are keyed with. It is kept outside the database: whoever can write
 * to the tables cannot make a seal.
 */
export class SealKey extends Context.Service<
  SealKey,
  {
    readonly hmac: (text: string) => string
    /** Says whether two stores hold the same key, and nothing else about it. */
    readonly fingerprint: string
  }
>()("@phakhi/store/SealKey") {}

const minimum = 32

const fromSecret = (secret: string) => {
  const hmac = (text: string): string => createHmac("sha256", secret).update(text).digest("hex")
  return SealKey.of({ hmac, fingerprint: hmac("phakhi seal key") })
}

const check = (secret: string, where: string): Effect.Effect<string, BadSealKey> =>
  secret.length >= minimum
    ? Effect.succeed(secret)
    : Effect.fail(new BadSealKey({ reason: `${where} must hold at least ${minimum} characters` }))

const isAbsent = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT"
const isThere = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "EEXIST"

const readOrCreate = (path: string): string => {
  try {
    return readFileSync(path, "utf8").trim()
  } catch (cause) {
    if (!isAbsent(cause)) throw cause
  }
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" })
  } catch (cause) {
    if (!isThere(cause)) throw cause
  }
  return readFileSync(path, "utf8").trim()
}

export const layerSecret = (secret: string): Layer.Layer<SealKey, BadSealKey> =>
  Layer.effect(SealKey, Effect.map(check(secret, "PHAKHI_SEAL_KEY"), fromSecret))

/** Reads the key from a file that only its owner may read, and makes one the first time. */
export const layerFile = (path: string): Layer.Layer<SealKey, BadSealKey> =>
  Layer.effect(
    SealKey,
    Effect.suspend(() => Effect.map(check(readOrCreate(path), path), fromSecret))
  )

/** A key that is forgotten with the process, for a store in memory. */
export const layerForgotten: Layer.Layer<SealKey> = Layer.sync(SealKey, () =>
  fromSecret(randomBytes(32).toString("hex"))
)
