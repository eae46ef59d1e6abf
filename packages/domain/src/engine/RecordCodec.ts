import { Schema } from "effect"
import { type PersonalIn, personalIn } from "../kernel/Personal.ts"
import { storedCodec } from "./Stored.ts"

interface Tagged {
  readonly _tag: string
}

type EventCodec = Schema.Codec<Tagged, Tagged>

export const eventCodec = (schema: EventCodec) => ({
  decode: Schema.decodeUnknownSync(schema),
  encode: Schema.encodeUnknownSync(schema)
})

/** How the records of a kind are read and written, worked out once from its schemas. */
export interface RecordCodec {
  readonly state: ReturnType<typeof storedCodec>
  readonly event: ReturnType<typeof eventCodec>
  /** Where a state, and an event, hold personal data; undefined where they hold none. */
  readonly personalInState: PersonalIn | undefined
  readonly personalInEvent: PersonalIn | undefined
}

export const recordCodec = (schemas: { readonly State: unknown; readonly Event: unknown }): RecordCodec => {
  const { Event, State } = schemas as { readonly State: Schema.Top; readonly Event: EventCodec }
  return {
    state: storedCodec(State),
    event: eventCodec(Event),
    personalInState: personalIn(State),
    personalInEvent: personalIn(Event)
  }
}
