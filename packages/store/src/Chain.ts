import { hash } from "node:crypto"
import canonicalize from "canonicalize"
import type { SealKey } from "./SealKey.ts"

/** What an event's digest covers: its envelope without the hashes, personal data already replaced. */
export interface Envelope {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
  readonly at: string
  readonly recordedAt: string
  readonly actor: unknown
  readonly cause: unknown
  readonly data: unknown
  /** The ledger movements that were made with it, `[debit, credit, satang]` each. */
  readonly postings?: ReadonlyArray<readonly [string, string, string]>
}

export const sha256 = (text: string): string => hash("sha256", text, "hex")

/** RFC 8785: the same value has the same text whatever the order of its keys. */
export const canonical = (value: unknown): string => canonicalize(value) ?? "null"

/** `canonical` of an envelope whose actor and cause are canonical already: the same few come again and again. */
const canonicalEnvelope = (envelope: Envelope, actor: string, cause: string): string => {
  const { record, stream, version, id, type, schemaVersion, at, recordedAt, data, postings } = envelope
  const ledger = postings === undefined ? "" : `"postings":${canonical(postings)},`
  return (
    `{"actor":${actor},"at":${JSON.stringify(at)},"cause":${cause},"data":${canonical(data)},` +
    `"id":${JSON.stringify(id)},${ledger}"record":${JSON.stringify(record)},` +
    `"recordedAt":${JSON.stringify(recordedAt)},"schemaVersion":${schemaVersion},` +
    `"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)},"version":${version}}`
  )
}

/** sha-256 over the canonical JSON of the envelope. */
export const digestOf = (
  envelope: Envelope,
  actor: string = canonical(envelope.actor),
  cause: string = canonical(envelope.cause)
): string => sha256(canonicalEnvelope(envelope, actor, cause))

/** The hash before a stream's first event. */
export const genesis = "0".repeat(64)

export const chained = (previous: string, digest: string): string => sha256(previous + digest)

export type Data = { readonly [field: string]: unknown }

/**
 * Keeps personal data outside the chained payload: the payload carries a digest that nobody can guess a value from
 * without the key, and that differs per event, so that erasing the value leaves the chain whole.
 */
export const withoutPersonal = (
  key: SealKey["Service"],
  event: { readonly id: string; readonly data: Data }
): { readonly data: Data; readonly personal?: unknown } =>
  Object.hasOwn(event.data, "personal") && event.data["personal"] !== undefined
    ? {
        data: { ...event.data, personal: personalDigest(key, event.id, event.data["personal"]) },
        personal: event.data["personal"]
      }
    : { data: event.data }

export const personalDigest = (key: SealKey["Service"], event: string, personal: unknown): string =>
  key.hmac(canonical({ event, personal }))

/** Stands in place of an erased value, so that only who holds the key can have erased it. */
export const erasureMark = (key: SealKey["Service"], event: string, at: string): string =>
  key.hmac(canonical({ erased: at, event }))
