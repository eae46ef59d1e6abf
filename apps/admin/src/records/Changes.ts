import type { SeenEvent } from "@phakhi/domain/engine/Event"
import { decodeEvent, evolve } from "@phakhi/domain/engine/Evolve"
import type { RecordType } from "@phakhi/domain/engine/Record"
import type { Actor, SeenActor } from "@phakhi/domain/kernel/Actor"
import type { LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { Option, Schema } from "effect"

type AnyRecordType = RecordType<string, unknown, { readonly _tag: string }>

export interface Change {
  /** The place in the record, outermost name first. */
  readonly path: ReadonlyArray<string>
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface Happening {
  readonly event: SeenEvent
  /** Of all events that the act brought about. */
  readonly types: ReadonlyArray<string>
  readonly changes: ReadonlyArray<Change>
}

const flat = (value: unknown, path: ReadonlyArray<string>, into: Map<string, string>): Map<string, string> => {
  if (value === undefined || value === null) return into
  if (typeof value !== "object") {
    into.set(path.join("\u0000"), String(value))
    return into
  }
  const entries: ReadonlyArray<readonly [string, unknown]> = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item] as const)
    : Object.entries(value)
  for (const [name, inner] of entries) {
    // What a part is called, and whose it is, stands beside it; an id says nothing to whoever reads.
    if (name !== "id" && name !== "subject") flat(inner, [...path, name], into)
  }
  return into
}

/** What is different between two states in wire form, place by place. */
export const changesBetween = (before: unknown, after: unknown): ReadonlyArray<Change> => {
  const was = flat(before, [], new Map())
  const is = flat(after, [], new Map())
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((place) =>
    was.get(place) === is.get(place)
      ? []
      : [{ path: place.split("\u0000"), before: was.get(place), after: is.get(place) }]
  )
}

const isLocalized = (value: unknown): value is LocalizedText =>
  typeof value === "object" && value !== null && "th" in value && typeof value.th === "string"

const nameWithin = (value: unknown, into: Map<string, LocalizedText>): void => {
  if (typeof value !== "object" || value === null) return
  const { id, name, title } = value as { readonly [part: string]: unknown }
  const named = [name, title].find(isLocalized)
  if (typeof id === "string" && named !== undefined) into.set(id, named)
  for (const inner of Object.values(value)) nameWithin(inner, into)
}

/** What the events call their parts, such as indicators and activities, by the ids that later events know them by. */
export const namesOfParts = (events: ReadonlyArray<SeenEvent>): ReadonlyMap<string, LocalizedText> => {
  const names = new Map<string, LocalizedText>()
  for (const { data } of events) nameWithin(data, names)
  return names
}

/** Who acted, as the fold needs it; undefined where the reader is not told. */
const actorIn = (actor: SeenActor): Actor | undefined => {
  switch (actor.kind) {
    case "person":
      return actor.account === undefined ? undefined : { ...actor, account: actor.account }
    case "integration":
      return actor.account === undefined ? undefined : { ...actor, account: actor.account, key: actor.key ?? "" }
    case "system":
      return actor
    case "visitor":
      return actor.visitor === undefined ? undefined : { ...actor, visitor: actor.visitor }
  }
}

/**
 * Events that the store took together, from one operation of one actor, are one act, told once. Two requests at the same
 * moment that have no key of their own are told apart where the second says again what the first said.
 */
const isOneAct = (act: ReadonlyArray<SeenEvent>, other: SeenEvent): boolean =>
  act.every(
    ({ actor, at, cause, recordedAt, type }) =>
      cause.operation === other.cause.operation &&
      cause.key === other.cause.key &&
      (cause.key !== undefined || type !== other.type) &&
      at === other.at &&
      recordedAt === other.recordedAt &&
      JSON.stringify(actor) === JSON.stringify(other.actor)
  )

type Act<A> = readonly [A, ...ReadonlyArray<A>]

const inActs = <A>(all: ReadonlyArray<A>, eventOf: (one: A) => SeenEvent): ReadonlyArray<Act<A>> => {
  const acts: Array<[A, ...Array<A>]> = []
  for (const one of all) {
    const last = acts.at(-1)
    if (last !== undefined && isOneAct(last.map(eventOf), eventOf(one))) last.push(one)
    else acts.push([one])
  }
  return acts
}

/** The types of the events that the last act brought about. */
export const lastAct = (events: ReadonlyArray<SeenEvent>): ReadonlyArray<string> =>
  (inActs(events, (event) => event).at(-1) ?? []).map(({ type }) => type)

type Told = ReturnType<typeof decodeEvent> & { readonly shown: SeenEvent }

/** The events decoded, where the reader is shown all of them whole; undefined where something is missing. */
const whole = (type: AnyRecordType, events: ReadonlyArray<SeenEvent>): ReadonlyArray<Told> | undefined => {
  const told: Array<Told> = []
  for (const shown of events) {
    const actor = actorIn(shown.actor)
    if (actor === undefined || shown.version !== told.length + 1) return undefined
    const decoded = Option.liftThrowable(decodeEvent)(type, { ...shown, actor })
    if (Option.isNone(decoded)) return undefined
    told.push({ ...decoded.value, shown })
  }
  return told
}

/**
 * Folds the events as the domain does, and tells for each act what it changed. Where the reader is shown them in part,
 * each tells what it says itself.
 */
export const happenings = (type: AnyRecordType, events: ReadonlyArray<SeenEvent>): ReadonlyArray<Happening> => {
  const told = whole(type, events)
  if (told === undefined) {
    return inActs(events, (event) => event).map((act) => ({
      event: act[0],
      types: act.map(({ type }) => type),
      changes: changesBetween(undefined, Object.assign({}, ...act.map(({ data }) => data)))
    }))
  }
  const encode = Schema.encodeUnknownSync(type.State as Schema.Codec<unknown>)
  let state: unknown
  let shown: unknown
  return inActs(told, (one) => one.shown).map((act) => {
    for (const { shown: _, ...recorded } of act) state = evolve(type, state, recorded)
    const before = shown
    shown = encode(state)
    return {
      event: act[0].shown,
      types: act.map(({ shown: { type } }) => type),
      changes: changesBetween(before, shown)
    }
  })
}
