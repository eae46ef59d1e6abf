import { createHmac, randomBytes } from "node:crypto"

const prefix = "whsec_"

/** 32 random bytes, as Standard Webhooks writes them. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString("base64")}`

export interface Signed {
  readonly id: string
  readonly seconds: number
  readonly body: string
}

const signature = (secret: string, { body, id, seconds }: Signed): string =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice(prefix.length), "base64"))
    .update(`${id}.${seconds}.${body}`)
    .digest("base64")}`

/** The headers by which the receiver knows sender and message: one signature for each secret that is valid now. */
export const signedHeaders = (secrets: ReadonlyArray<string>, signed: Signed) => ({
  "webhook-id": signed.id,
  "webhook-timestamp": String(signed.seconds),
  "webhook-signature": secrets.map((secret) => signature(secret, signed)).join(" ")
})
