import { hash } from "node:crypto"
import type { NewEvent } from "@phakhi/domain/engine/EventStore"
import { valueAt, withValueAt } from "@phakhi/domain/kernel/Personal"
import canonicalize from "canonicalize"
import type { Keyed } from "./SealKey.ts"

/** One personal value of an event: where it is in the data, whose it is, and the keyed digest of it. */
export type PersonalDigest = readonly [place: string, subject: string, digest: string]

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
  /** What stands for the personal data that is kept outside the chain. */
  readonly personal?: ReadonlyArray<PersonalDigest>
  /** The ledger movements that were made with it, `[debit, credit, satang]` each. */
  readonly postings?: ReadonlyArray<readonly [string, string, string]>
}

export const sha256 = (text: string): string => hash("sha256", text, "hex")

/** RFC 8785: the same value has the same text whatever the order of its keys. */
export const canonical = (value: unknown): string => canonicalize(value) ?? "null"

/** `canonical` of an envelope whose actor and cause are canonical already: the same few come again and again. */
const canonicalEnvelope = (envelope: Envelope, actor: string, cause: string): string => {
  const { record, stream, version, id, type, schemaVersion, at, recordedAt, data, personal, postings } = envelope
  const people = personal === undefined ? "" : `"personal":${canonical(personal)},`
  const ledger = postings === undefined ? "" : `"postings":${canonical(postings)},`
  return (
    `{"actor":${actor},"at":${JSON.stringify(at)},"cause":${cause},"data":${canonical(data)},` +
    `"id":${JSON.stringify(id)},${people}${ledger}"record":${JSON.stringify(record)},` +
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

/** Only who holds the key can have appended the event: record, stream and version stand in its digest. */
export const eventMac = (key: Keyed, digest: string): string => key.hmac(`phakhi event ${digest}`)

export type Data = { readonly [field: string]: unknown }

/** A personal value as it is kept beside its event. */
export interface Kept {
  readonly event: string
  readonly place: string
  readonly subject: string
  readonly data: Data
}

/** Nobody can guess a value from its digest without the key; the same value has another one elsewhere. */
export const personalDigest = (key: Keyed, { data, event, place, subject }: Kept): string =>
  key.hmac(canonical({ data, event, place, subject }))

/** Stands in place of an erased value, so that only who holds the key can have erased it. */
export const erasureMark = (key: Keyed, { event, place, subject }: Omit<Kept, "data">, at: string): string =>
  key.hmac(canonical({ erased: at, event, place, subject }))

/**
 * Keeps personal data outside the chained payload: the payload says of whom it is, and carries a keyed digest of each
 * value, so that erasing the value leaves the chain whole.
 */
export const withoutPersonal = (
  key: Keyed,
  { data, id: event, personal = [] }: Pick<NewEvent, "data" | "id" | "personal">
): { readonly data: Data; readonly kept: ReadonlyArray<Kept>; readonly digests: ReadonlyArray<PersonalDigest> } => {
  const kept = personal.map(({ place, subject }): Kept => {
    const { subject: _, ...values } = valueAt(data, place) as Data
    return { event, place, subject: subject.toLowerCase(), data: values }
  })
  return {
    data: kept.reduce((before, { place, subject }) => withValueAt(before, place, { subject }), data),
    kept,
    digests: kept.map((one) => [one.place, one.subject, personalDigest(key, one)])
  }
}

/** What is kept of personal data beside an event: the value, or since when it is erased. */
export interface Beside {
  readonly place: string
  readonly subject: string
  readonly data: Data | null
  readonly erasedAt: string | null
}

/** The data of an event with its personal data put back, as far as it is not erased. */
export const withPersonal = (data: Data, beside: ReadonlyArray<Beside>): Data =>
  beside.reduce(
    (before, { data: values, erasedAt, place, subject }) =>
      withValueAt(before, place, erasedAt === null ? { subject, ...values } : { subject, erasedAt }),
    data
  )
