import { Effect, Layer } from "effect"
import { EventStore, type NewEvent } from "../../src/engine/EventStore.ts"
import type { AnyMask } from "../../src/engine/Mask.ts"
import { Platform } from "../../src/engine/Platform.ts"
import type { Reader } from "../../src/engine/Reader.ts"
import type { Row } from "../../src/engine/Record.ts"
import {
  type Access,
  AccountId,
  type Actor,
  accessOf,
  OrganisationId,
  type Person,
  type Role
} from "../../src/kernel/Actor.ts"
import type { AudienceName, SeenBy } from "../../src/kernel/Audience.ts"
import { Instant } from "../../src/kernel/ThaiDate.ts"
import { isMarker } from "./Marked.ts"

export const organisation = OrganisationId.make("10000000-0000-4000-8000-000000000001")
export const other = OrganisationId.make("10000000-0000-4000-8000-000000000002")
export const account = AccountId.make("20000000-0000-4000-8000-000000000001")

/** Someone of each audience, and a record that they reach as such. */
export const acting = (roles: ReadonlyArray<Role>, of = organisation): Person => ({
  kind: "person",
  account,
  organisation: of,
  roles
})
interface Reaching {
  readonly actor: Actor | null
  readonly access: Access
}

const byAudience: { readonly [Name in AudienceName]?: Reaching } = {
  full: { actor: acting(["agency-administrator"]), access: accessOf({ owner: organisation }) },
  // Of partnerships as a partner, of the registry as the agency that looks after the organisation.
  party: {
    actor: acting(["partner-editor", "programme-officer"]),
    access: accessOf({ owner: other, parties: [organisation] })
  },
  candidate: {
    actor: acting(["partner-editor"]),
    access: accessOf({ owner: other, parties: [organisation], candidates: [organisation] })
  },
  assigned: {
    actor: acting(["panel-member"]),
    access: accessOf({ owner: other, assigned: [{ account, role: "panel-member", from: null, until: null }] })
  },
  // Nobody is named to whoever is to judge blindly; nobody looks into what is sealed.
  blind: {
    actor: acting(["panel-member"]),
    access: accessOf({
      owner: other,
      opensAt: Instant.make("1969-12-31T00:00:00.000Z"),
      assigned: [{ account, role: "panel-member", from: null, until: null }]
    })
  },
  sealed: {
    actor: acting(["programme-officer"]),
    access: accessOf({ owner: organisation, opensAt: Instant.make("2026-11-21T03:00:00.000Z") })
  },
  public: { actor: null, access: accessOf({ owner: other, public: true }) }
}

/** Of accounts, whoever chooses whom to assign is of any agency. */
export const reaching = (record: string, name: AudienceName): Reaching =>
  record === "account" && name === "candidate"
    ? { actor: acting(["programme-officer"]), access: accessOf({ owner: other, public: true }) }
    : (byAudience[name] ?? { actor: null, access: accessOf({}) })

const seenBy = (mask: AnyMask): SeenBy | undefined => {
  if (Array.isArray(mask)) return mask as SeenBy
  return "person" in mask && Array.isArray(mask.person) ? (mask.person as SeenBy) : undefined
}

interface Place {
  readonly path: ReadonlyArray<string>
  readonly seen: SeenBy
  readonly own: boolean
  readonly person: boolean
}

/** Every value of a record with who sees it, read off the mask one place at a time. */
export const placesOf = (
  mask: AnyMask,
  wire: unknown,
  path: ReadonlyArray<string> = [],
  own = false
): ReadonlyArray<Place> => {
  const seen = seenBy(mask)
  if (wire === undefined || wire === null) return []
  if (seen !== undefined) return [{ path, seen, own, person: !Array.isArray(mask) }]
  const fields = wire as { readonly [name: string]: unknown }
  if ("each" in mask) {
    const { each, ownBy } = mask as { readonly each: AnyMask; readonly ownBy?: string }
    return Object.entries(fields).flatMap(([name, item]) => {
      const isOwn = ownBy !== undefined && (item as { readonly [name: string]: unknown })[ownBy] === organisation
      return placesOf(each, item, [...path, name], own || isOwn)
    })
  }
  const inner = "cases" in mask ? (mask.cases as { readonly [tag: string]: object })[String(fields["_tag"])] : mask
  return Object.entries(inner ?? {}).flatMap(([name, part]) =>
    placesOf(part as AnyMask, fields[name], [...path, name], own)
  )
}

const at = (wire: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((found, name) => (found as { readonly [name: string]: unknown } | undefined)?.[name], wire)

export const textsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (isMarker(value)) found.add(value)
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) textsIn(one, found)
  return found
}

/** The markers of the places that an audience sees. */
export const shownIn = (mask: AnyMask, wire: unknown, audience: AudienceName, own = false): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const place of placesOf(mask, wire, [], own)) {
    if (place.seen.includes(audience) || (place.own && place.seen.includes("own"))) textsIn(at(wire, place.path), found)
  }
  return found
}

export const platform = Layer.succeed(Platform, {
  newId: () => crypto.randomUUID(),
  digest: (text) => text
})

const emptyRow: Row = {
  title: { th: "ทดสอบ" },
  status: "open",
  columns: {},
  keys: {},
  search: "",
  searchFurther: ""
}

export const kept = (
  { type }: Reader,
  access: Access,
  state: unknown,
  by: OrganisationId,
  events: ReadonlyArray<Omit<NewEvent, "id" | "schemaVersion">>,
  row: Row = emptyRow,
  id: string = crypto.randomUUID()
) =>
  Effect.gen(function* () {
    yield* (yield* EventStore).append([
      {
        at: "2026-11-21T03:00:00.000Z",
        actor: { kind: "person", account, organisation: by, roles: ["partner-editor"] },
        cause: { operation: "visits.make", key: "key-marker" },
        streams: [
          {
            record: type.name,
            stream: id,
            expectedVersion: 0,
            events: events.map((event) => ({ ...event, id: crypto.randomUUID(), schemaVersion: 1 })),
            state,
            access,
            row,
            postings: []
          }
        ],
        outbox: []
      }
    ])
    return id
  })

/** The accounts that an audience is shown as people. */
export const peopleShownIn = (mask: AnyMask, wire: unknown, audience: AudienceName): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { own, path, person, seen } of placesOf(mask, wire))
    if (person && (seen.includes(audience) || (own && seen.includes("own")))) textsIn(at(wire, path), found)
  return found
}
