import { createHmac } from "node:crypto"

/** What is kept of a session, so that reading the table opens none, and writing to it without the key makes none. */
export interface SessionKey {
  /** What stands in the table for a token. */
  readonly kept: (token: string) => string
  /** Proves that a row was made here, for this account and until then. */
  readonly codeOf: (kept: string, account: string, expires: number) => string
}

/** A key from outside the database. */
export const sessionKey = (key: string): SessionKey => {
  const hmac = (...parts: ReadonlyArray<string | number>) =>
    createHmac("sha256", key).update(parts.join("\n")).digest("base64url")
  return {
    kept: (token) => hmac("token", token),
    codeOf: (kept, account, expires) => hmac("row", kept, account, expires)
  }
}
