import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { SealKey } from "./SealKey.ts"

const algorithm = "aes-256-gcm"
const nonceLength = 12
const tagLength = 16

const opened = (own: Buffer, owner: string, bytes: Buffer): string | null => {
  try {
    const decipher = createDecipheriv(algorithm, own, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-tagLength))
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()])
    return text.toString("utf8")
  } catch {
    return null
  }
}

/**
 * Secrets that must be readable again, to sign with or to be mailed: encrypted under a key that is made from the seal key and is not in
 * the database. What is sealed for one owner of a secret cannot be opened for another.
 */
export const sealedSecrets = (key: SealKey["Service"], purpose = "phakhi webhook secrets") => {
  const [own, ...before] = [key, ...key.before].map(({ hmac }) => Buffer.from(hmac(purpose), "hex")) as [
    Buffer,
    ...ReadonlyArray<Buffer>
  ]
  return {
    seal: (owner: string, secret: string): string => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv(algorithm, own, nonce).setAAD(Buffer.from(owner))
      return Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64url"
      )
    },
    /** Null where it was sealed with a key that this store never had or for another owner, or was changed. */
    open: (owner: string, sealed: string): string | null => {
      const bytes = Buffer.from(sealed, "base64url")
      if (bytes.length < nonceLength + tagLength) return null
      return [own, ...before].reduce<string | null>((text, one) => text ?? opened(one, owner, bytes), null)
    }
  }
}
