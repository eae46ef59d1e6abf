import { createHmac, randomBytes } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
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

const fromSecret = (secret: string) => {
  const hmac = (text: string): string => createHmac("sha256", secret).update(text).digest("hex")
  return SealKey.of({ hmac, fingerprint: hmac("phakhi seal key") })
}

/** White space around a key, such as the end of its line, is no part of it. */
const check = (written: string, where: string): Effect.Effect<string, BadSealKey> => {
  const secret = written.trim()
  return secret.length >= minimum ? Effect.succeed(secret) : Effect.fail(new BadSealKey({ where }))
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
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" })
  } catch (cause) {
    if (!isThere(cause)) throw cause
  }
  return readFileSync(path, "utf8").trim()
}

export const layerSecret = (secret: string): Layer.Layer<SealKey, BadSealKey> =>
  Layer.effect(SealKey, Effect.map(check(secret, "PHAKHI_SEAL_KEY"), fromSecret))

/** Reads the key from a file that only its owner may read, and makes one the first time. */
export const layerFile = (path: string): Layer.Layer<SealKey, BadSealKey | FolderUnusable> =>
  Layer.effect(
    SealKey,
    Effect.try({ try: () => readOrCreate(path), catch: (cause) => unusable(path, cause) }).pipe(
      Effect.flatMap((secret) => check(secret, path)),
      Effect.map(fromSecret)
    )
  )

/** A key that is forgotten with the process, for a store in memory. */
export const layerForgotten: Layer.Layer<SealKey> = Layer.sync(SealKey, () =>
  fromSecret(randomBytes(32).toString("hex"))
)
