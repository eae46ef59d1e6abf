import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** RFC 6238 as the apps on phones take it: SHA-1, six digits, a step of thirty seconds. */
const stepMillis = 30_000
const digits = 6

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

const base32 = (bytes: Buffer): string =>
  (
    [...bytes]
      .map((byte) => byte.toString(2).padStart(8, "0"))
      .join("")
      .match(/.{1,5}/gu) ?? []
  )
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("")

const bytesOf = (secret: string): Buffer =>
  Buffer.from(
    (
      [...secret]
        .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0"))
        .join("")
        .match(/.{8}/gu) ?? []
    ).map((eight) => Number.parseInt(eight, 2))
  )

/** 160 random bits, as one types them into an app. */
export const newTotpSecret = (): string => base32(randomBytes(20))

export const stepAt = (millis: number): number => Math.floor(millis / stepMillis)

export const codeAt = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0")
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The step that a code is of; a phone may be half a minute early or late. */
export const stepOf = (secret: string, code: string, now: number): number | undefined =>
  [0, -1, 1].map((off) => stepAt(now) + off).find((step) => same(codeAt(secret, step), code))

/** What a QR code tells an app. */
export const totpUri = (secret: string, email: string): string =>
  `otpauth://totp/Phakhi:${encodeURIComponent(email)}?${new URLSearchParams({ secret, issuer: "Phakhi" })}`
