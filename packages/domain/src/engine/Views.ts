import { actorShown, organisationOf } from "../kernel/Actor.ts"
import type { AudienceName } from "../kernel/Audience.ts"
import type { SeenEvent, StoredEvent } from "./Event.ts"
import type { Seen } from "./EventStore.ts"
import { erasureMask } from "./Evolve.ts"
import { type AnyMask, collectPeople, type EventMask, type Projection, projectionFor } from "./Mask.ts"
import type { RecordType } from "./Record.ts"

type AnyRecordType = RecordType<string, unknown, { readonly _tag: string }>
type AnyEventMask = EventMask<{ readonly _tag: string }>

/** Who asks, as far as what they are shown depends on it. */
export interface Looking {
  readonly audience: AudienceName
  readonly organisation: string | null
}

interface ShownEvent {
  readonly seen: boolean
  readonly actor: boolean
  readonly data: Projection
}

/** What one audience is shown of a kind of record. */
interface View {
  readonly state: Projection
  readonly events: ReadonlyMap<string, ShownEvent>
  /** What an organisation is shown of an event that it brought about itself. */
  readonly ownEvents: ReadonlyMap<string, ShownEvent>
  /** How a store is told which events are shown. */
  readonly types: ReadonlyArray<string>
  readonly ownTypes: ReadonlyArray<string>
}

/** What every audience of a kind of record is shown: of its state, of what happened to it, and whom it names. */
export interface Views {
  readonly state: (wire: unknown, looking: Looking) => unknown
  readonly event: (stored: StoredEvent, looking: Looking) => SeenEvent | undefined
  /** Which events a store answers with; undefined where that is all of them. */
  readonly seen: (looking: Looking) => Seen | undefined
  /** The accounts that a state or an event names, as it is shown. */
  readonly people: (shown: {
    readonly state?: unknown
    readonly events?: ReadonlyArray<SeenEvent>
  }) => ReadonlyArray<string>
}

const shownEvent = (mask: AnyEventMask, audience: AudienceName, own: boolean): ShownEvent => {
  const sees = (names: AnyEventMask["seen"]) => names.includes(audience) || (own && names.includes("own"))
  return {
    seen: sees(mask.seen),
    actor: sees(mask.actor),
    data: projectionFor(mask.data as AnyMask, audience, own)
  }
}

/** The masks of all that can happen to a record: its own events, and what every record accepts. */
const masksOf = (type: AnyRecordType): { readonly [tag: string]: AnyEventMask } => ({
  PersonalDataErased: erasureMask as AnyEventMask,
  ...(type.masks.events as { readonly [tag: string]: AnyEventMask })
})

const viewFor = (type: AnyRecordType, audience: AudienceName): View => {
  const masks = Object.entries(masksOf(type))
  const shown = (own: boolean) => new Map(masks.map(([tag, mask]) => [tag, shownEvent(mask, audience, own)] as const))
  const events = shown(false)
  const ownEvents = shown(true)
  const typesOf = (of: ReadonlyMap<string, ShownEvent>) => [...of].flatMap(([tag, { seen }]) => (seen ? [tag] : []))
  return {
    state: projectionFor(type.masks.state as AnyMask, audience),
    events,
    ownEvents,
    types: typesOf(events),
    ownTypes: typesOf(ownEvents)
  }
}

/**
 * An event as it is shown. Only the agency itself is told the key of the request and the hashes: a short value that is
 * hidden could be guessed from its hash.
 */
const redacted = (stored: StoredEvent, { actor, data }: ShownEvent, looking: Looking): SeenEvent => {
  const { cause, hash: _, prevHash: __, ...event } = stored
  return {
    ...event,
    actor: actorShown(stored.actor, actor),
    cause: { operation: cause.operation },
    data: (data(stored.data, looking.organisation) ?? {}) as SeenEvent["data"]
  }
}

export const viewsOf = (type: AnyRecordType): Views => {
  const views = new Map(type.audiences.map(({ name }) => [name, viewFor(type, name)] as const))
  const masks = masksOf(type)
  return {
    state: (wire, { audience, organisation }) => views.get(audience)?.state(wire, organisation) ?? {},
    event: (stored, looking) => {
      const view = views.get(looking.audience)
      const own = looking.organisation !== null && organisationOf(stored.actor) === looking.organisation
      const shown = (own ? view?.ownEvents : view?.events)?.get(stored.type)
      if (shown === undefined || !shown.seen) return undefined
      return looking.audience === "full" ? stored : redacted(stored, shown, looking)
    },
    seen: ({ audience, organisation }) => {
      const view = views.get(audience)
      if (view === undefined) return { types: [] }
      if (view.types.length === view.events.size) return undefined
      return organisation === null || view.ownTypes.length === view.types.length
        ? { types: view.types }
        : { types: view.types, own: { organisation, types: view.ownTypes } }
    },
    people: ({ events = [], state }) => {
      const found = collectPeople(type.masks.state as AnyMask, state, new Set())
      for (const { actor, data, type: tag } of events) {
        if ("account" in actor && actor.account !== undefined) found.add(actor.account)
        const mask = masks[tag]
        if (mask !== undefined) collectPeople(mask.data as AnyMask, data, found)
      }
      return [...found]
    }
  }
}
