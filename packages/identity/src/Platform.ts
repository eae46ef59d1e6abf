import { createHash } from "node:crypto"
import { Platform } from "@phakhi/domain/engine/Platform"
import { Layer } from "effect"
import { uuidV7Unsafe } from "effect/crypto/SecureRandom"

/** Fresh ids in the order of their making, and SHA-256. */
export const layer: Layer.Layer<Platform> = Layer.succeed(Platform, {
  newId: () => uuidV7Unsafe(),
  digest: (text) => createHash("sha256").update(text).digest("hex")
})
