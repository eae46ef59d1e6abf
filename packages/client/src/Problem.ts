import type { Facts, RefusalKind } from "@phakhi/domain/kernel/Refusal"
import { Schema } from "effect"

/** Why there is no answer: refused by the other side, or the other side was not reached at all. */
export interface Problem {
  readonly tag: string
  readonly kind: RefusalKind | "unreachable"
  /** The rule that refuses; absent where nothing decided. */
  readonly rule?: string
  readonly facts: Facts
  readonly th: string
  readonly en: string
  /** JSON pointer of the input field at fault. */
  readonly field?: string
  readonly status?: number
  readonly requestId?: string
  /** Where a file of operations stopped. */
  readonly stopped?: { readonly line: number; readonly id: string | null; readonly operation: string | null }
}

const Kind = Schema.Literals([
  "malformed",
  "oversize",
  "unauthenticated",
  "forbidden",
  "missing",
  "unseen",
  "stale",
  "conflict",
  "rule",
  "busy",
  "full"
])

const Wire = Schema.Struct({
  code: Schema.String,
  kind: Kind,
  rule: Schema.optionalKey(Schema.Struct({ id: Schema.String })),
  facts: Schema.Record(Schema.String, Schema.Unknown),
  th: Schema.String,
  en: Schema.String,
  errors: Schema.optionalKey(Schema.Array(Schema.Struct({ pointer: Schema.String }))),
  requestId: Schema.optionalKey(Schema.String),
  line: Schema.optionalKey(Schema.Int),
  lineId: Schema.optionalKey(Schema.NullOr(Schema.String)),
  operation: Schema.optionalKey(Schema.NullOr(Schema.String))
})

const decode = Schema.decodeUnknownOption(Wire)

export const unreachable = (where: string, why: string): Problem => ({
  tag: "Unreachable",
  kind: "unreachable",
  facts: { where, why },
  th: `ติดต่อ ${where} ไม่ได้ (${why}) ตรวจที่อยู่และเครือข่ายแล้วลองใหม่`,
  en: `${where} cannot be reached (${why}). Check the address and the network, then try again.`
})

/** An answer that is not one of Phakhi's own problems: a proxy in between, or another server altogether. */
const foreign = (where: string, status: number): Problem => ({
  ...unreachable(where, `HTTP ${status}`),
  status
})

/** A refusal as the wire carries it (RFC 9457), back in the form in which it was decided. */
export const readProblem = (where: string, status: number, body: unknown): Problem => {
  const decoded = decode(body)
  if (decoded._tag === "None") return foreign(where, status)
  const { code, errors, facts, line, lineId = null, operation = null, requestId, rule, ...wording } = decoded.value
  const field = errors?.[0]?.pointer
  return {
    ...wording,
    tag: code,
    facts: facts as Facts,
    status,
    ...(rule === undefined ? {} : { rule: rule.id }),
    ...(field === undefined ? {} : { field }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(line === undefined ? {} : { stopped: { line, id: lineId, operation } })
  }
}
