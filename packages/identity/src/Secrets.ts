import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from "node:crypto"

const alphabet = "abcdefghijkmnpqrstuvwxyz23456789"

/** 32 random bytes, written in 43 characters. */
export const newSecret = (): string => randomBytes(32).toString("base64url")

export const newPrefix = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("")

/** What is kept of a secret: SHA-256 of its bytes. 256 random bits need neither salt nor stretching. */
export const hashOf = (secret: string): string => hash("sha256", Buffer.from(secret, "base64url"), "hex")

const signatureOf = (value: string, secret: string): string =>
  createHmac("sha256", secret).update(value).digest("base64")

/** A value that nobody else can make up, for a cookie. */
export const signed = (value: string, secret: string): string => `${value}.${signatureOf(value, secret)}`

/** The value inside a signed cookie, if the signature is ours. */
export const unsigned = (cookie: string, secret: string): string | null => {
  const dot = cookie.lastIndexOf(".")
  if (dot < 1) return null
  const value = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1))
  const right = Buffer.from(signatureOf(value, secret))
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}
