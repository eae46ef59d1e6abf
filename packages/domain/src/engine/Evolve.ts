import { Schema } from "effect"
import { agency } from "../kernel/Audience.ts"
import { type PersonalIn, type PersonalValue, SubjectId } from "../kernel/Personal.ts"
import type { Instant } from "../kernel/ThaiDate.ts"
import type { Recorded, StoredEvent } from "./Event.ts"
import type { NewEvent } from "./EventStore.ts"
import type { EventMask } from "./Mask.ts"
import type { RecordType } from "./Record.ts"
import { eventCodec } from "./RecordCodec.ts"

interface Tagged {
  readonly _tag: string
}
type AnyRecordType = RecordType<string, unknown, Tagged>

/** What every kind of record accepts beside its own events: the personal data of one person is gone from it, for good. */
export const PersonalDataErased = Schema.TaggedStruct("PersonalDataErased", {
  subject: SubjectId,
  reason: Schema.String
})
export type PersonalDataErased = typeof PersonalDataErased.Type

/** That somebody was erased, and who, is for the agency alone. */
export const erasureMask = {
  seen: agency,
  actor: agency,
  data: { subject: agency, reason: agency }
} as const satisfies EventMask<PersonalDataErased>

const isErasure = (event: Tagged): event is PersonalDataErased => event._tag === "PersonalDataErased"

const ofEngine = eventCodec(PersonalDataErased as unknown as Parameters<typeof eventCodec>[0])

const codecFor = (type: AnyRecordType, event: Tagged) => (isErasure(event) ? ofEngine : type.codec.event)

const personalPlaces = (inEvent: PersonalIn | undefined, wire: unknown): NonNullable<NewEvent["personal"]> => {
  const found = new Map<string, string>()
  inEvent?.(wire, (value, place) => {
    if (value.erasedAt === undefined) found.set(place, value.subject)
    return value
  })
  return [...found].map(([place, subject]) => ({ place, subject }))
}

/** What is appended of an event in wire form: its data, and the places of personal data in it. */
export const newEvent = (
  type: AnyRecordType,
  event: Pick<NewEvent, "data" | "id" | "schemaVersion" | "type">
): NewEvent => {
  const { data, id, schemaVersion, type: tag } = event
  const personal = personalPlaces(type.codec.personalInEvent, { _tag: tag, ...data })
  return { id, type: tag, schemaVersion, data, ...(personal.length === 0 ? {} : { personal }) }
}

/** An event in the form in which it is stored. */
export const encodeEvent = (type: AnyRecordType, id: string, event: Tagged): NewEvent => {
  const { _tag, ...data } = codecFor(type, event).encode(event)
  return newEvent(type, { id, type: _tag, schemaVersion: type.schemaVersion, data })
}

/** A stored event as a record type folds it. */
export const decodeEvent = (
  type: AnyRecordType,
  { actor, at, data, type: tag }: Pick<StoredEvent, "actor" | "at" | "data" | "type">
): Recorded<Tagged> => {
  const wire = { _tag: tag, ...data }
  return { event: codecFor(type, wire).decode(wire), at: at as Instant, actor }
}

const withoutSubject =
  (subject: string, erasedAt: Instant) =>
  (value: PersonalValue): PersonalValue =>
    value.subject === subject ? { subject, erasedAt } : value

/** The state after an event: the record type folds its own, the engine what every record accepts. */
export const evolve = (type: AnyRecordType, state: unknown, recorded: Recorded<Tagged>): unknown => {
  const { at, event } = recorded
  if (!isErasure(event)) return type.evolve(state, recorded)
  const { personalInState } = type.codec
  return personalInState === undefined ? state : personalInState(state, withoutSubject(event.subject, at))
}

/** The events among those of a decision by which personal data is erased. */
export const erasuresIn = (events: ReadonlyArray<Tagged>): ReadonlyArray<PersonalDataErased> => events.filter(isErasure)

/** The people in a state, each with all the personal data that it holds of them, erased or not. */
export const peopleIn = (type: AnyRecordType, state: unknown): ReadonlyMap<string, ReadonlyArray<PersonalValue>> => {
  const found = new Map<string, Array<PersonalValue>>()
  type.codec.personalInState?.(state, (value) => {
    found.set(value.subject, [...(found.get(value.subject) ?? []), value])
    return value
  })
  return found
}
