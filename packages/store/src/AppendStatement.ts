import type { Append } from "@phakhi/domain/engine/EventStore"
import { payload } from "./AppendPayload.ts"
import { held } from "./Holding.ts"
import type { Statement } from "./Listing.ts"
import type { Keyed } from "./SealKey.ts"

/** One after the other in the order given, in one statement and so in one transaction. */
const appendText = `SELECT phakhi_append(value) FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (value, n)`

/** The same, once everything that the batch rests on is held and found as it was read. */
const heldAppendText = `WITH held AS MATERIALIZED (SELECT phakhi_hold($2::jsonb))
  SELECT phakhi_append(value) FROM held, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (value, n)`

/** The one statement that writes a batch, whole or not at all. */
export const appendStatement = (key: Keyed, batch: ReadonlyArray<Append>, now: number): Statement => {
  const text = `[${batch.map((append) => payload(key, append, now)).join(",")}]`
  const holds = held(batch)
  return holds === undefined ? { text: appendText, params: [text] } : { text: heldAppendText, params: [text, holds] }
}
