import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { EventStore, type NewEvent } from "../../src/engine/EventStore.ts"
import type { AnyMask, EventMask } from "../../src/engine/Mask.ts"
import { Platform } from "../../src/engine/Platform.ts"
import { ask } from "../../src/engine/Read.ts"
import type { Reader } from "../../src/engine/Reader.ts"
import type { View } from "../../src/engine/View.ts"
import { type Access, AccountId, type Actor, accessOf, OrganisationId, type Role } from "../../src/kernel/Actor.ts"
import type { AudienceName, SeenBy } from "../../src/kernel/Audience.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"
import { counter, isMarker, samplesOf } from "./Marked.ts"

const organisation = OrganisationId.make("10000000-0000-4000-8000-000000000001")
const other = OrganisationId.make("10000000-0000-4000-8000-000000000002")
const account = AccountId.make("20000000-0000-4000-8000-000000000001")

/** Someone of each audience, and a record that they reach as such. */
const acting = (roles: ReadonlyArray<Role>, of = organisation): Actor => ({
  kind: "person",
  account,
  organisation: of,
  roles
})
const reaching: { readonly [Name in AudienceName]?: { readonly actor: Actor | null; readonly access: Access } } = {
  full: { actor: acting(["agency-administrator"]), access: accessOf({ owner: organisation }) },
  party: { actor: acting(["partner-editor"]), access: accessOf({ owner: other, parties: [organisation] }) },
  candidate: {
    actor: acting(["partner-editor"]),
    access: accessOf({ owner: other, parties: [organisation], candidates: [organisation] })
  },
  assigned: {
    actor: acting(["panel-member"]),
    access: accessOf({ owner: other, assigned: [{ account, role: "panel-member", from: null, until: null }] })
  },
  public: { actor: null, access: accessOf({ owner: other, public: true }) }
}

const seenBy = (mask: AnyMask): SeenBy | undefined => {
  if (Array.isArray(mask)) return mask as SeenBy
  return "person" in mask && Array.isArray(mask.person) ? (mask.person as SeenBy) : undefined
}

interface Place {
  readonly path: ReadonlyArray<string>
  readonly seen: SeenBy
  readonly own: boolean
}

/** Every value of a record with who sees it, read off the mask one place at a time. */
const placesOf = (
  mask: AnyMask,
  wire: unknown,
  path: ReadonlyArray<string> = [],
  own = false
): ReadonlyArray<Place> => {
  const seen = seenBy(mask)
  if (wire === undefined || wire === null) return []
  if (seen !== undefined) return [{ path, seen, own }]
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

const textsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (isMarker(value)) found.add(value)
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) textsIn(one, found)
  return found
}

/** The markers of the places that an audience sees. */
const shownIn = (mask: AnyMask, wire: unknown, audience: AudienceName, own = false): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const place of placesOf(mask, wire, [], own)) {
    if (place.seen.includes(audience) || (place.own && place.seen.includes("own"))) textsIn(at(wire, place.path), found)
  }
  return found
}

const platform = Layer.succeed(Platform, {
  newId: () => crypto.randomUUID(),
  digest: (text) => text
})

/** Its own party, among others, for what an organisation sees of its own part. */
const withOwn = (wire: unknown): unknown => {
  const { parties, ...rest } = wire as { readonly parties?: ReadonlyArray<object> }
  return parties === undefined
    ? wire
    : { ...rest, parties: [...parties, { organisation, as: "candidate", reason: "own-reason-marker" }] }
}

const kept = (
  { type }: Reader,
  access: Access,
  state: unknown,
  by: OrganisationId,
  events: ReadonlyArray<Omit<NewEvent, "id" | "schemaVersion">>
) =>
  Effect.gen(function* () {
    const id = crypto.randomUUID()
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
            row: { title: { th: "ทดสอบ" }, status: "open", columns: {}, keys: {}, search: "", searchFurther: "" },
            postings: []
          }
        ],
        outbox: []
      }
    ])
    return id
  })

const surroundings = Layer.merge(layerMemory, platform)

describe.each(catalogue.readers.map((reader) => [reader.type.name, reader] as const))(
  "what is shown of a %s",
  (_, reader) => {
    const { type } = reader
    const mask = type.masks.state as AnyMask
    const masks = type.masks.events as unknown as {
      readonly [tag: string]: EventMask<{ readonly _tag: string }> | undefined
    }

    for (const { name } of type.audiences) {
      const { access, actor } = reaching[name] ?? { access: accessOf({}), actor: null }

      it.effect(`SEC-1: to ${name}: of its state exactly what the mask has`, () =>
        Effect.gen(function* () {
          for (const sample of samplesOf(type.State.ast, counter())) {
            // Whoever is not signed in has no part of their own.
            const wire = actor === null ? sample : withOwn(sample)
            const id = yield* kept(reader, access, wire, other, [])
            const view = (yield* ask(catalogue, { operation: `${type.plural}.get`, id, input: {}, actor })) as View
            assert.deepStrictEqual(textsIn(view), shownIn(mask, wire, name))
          }
        }).pipe(Effect.provide(surroundings))
      )

      for (const [whose, by] of [
        ["another organisation", other],
        ["the own organisation", organisation]
      ] as const)
        it.effect(`SEC-1: to ${name}: of what ${whose} did exactly what the masks have`, () =>
          Effect.gen(function* () {
            const own = actor !== null && by === organisation
            const events = samplesOf(type.Event.ast, counter()).map((event) => {
              const { _tag, ...data } = event as { readonly _tag: string; readonly [field: string]: unknown }
              return { type: _tag, data }
            })
            const sees = (names: SeenBy | undefined) =>
              names !== undefined && (names.includes(name) || (own && names.includes("own")))
            const expected = events.filter((event) => sees(masks[event.type]?.seen))
            const id = yield* kept(reader, access, samplesOf(type.State.ast, counter())[0], by, events)
            const seen: Array<{ readonly type: string; readonly data: object; readonly actor: object }> = []
            let before: number | undefined
            do {
              const page = (yield* ask(catalogue, {
                operation: `${type.plural}.history`,
                id,
                input: { limit: 7, ...(before === undefined ? {} : { before }) },
                actor
              }).pipe(Effect.orDie)) as {
                readonly data: typeof seen
                readonly next: string | null
                readonly total: number
              }
              assert.strictEqual(page.total, expected.length)
              seen.push(...page.data)
              before = page.next === null ? undefined : Number(page.next)
            } while (before !== undefined)
            assert.deepStrictEqual(
              seen.map((event) => event.type),
              expected.map((event) => event.type).reverse()
            )
            for (const [index, event] of seen.entries()) {
              const stored = expected.at(-1 - index)
              const eventMask = masks[event.type]
              assert.deepStrictEqual(textsIn(event.data), shownIn(eventMask?.data as AnyMask, stored?.data, name, own))
              assert.strictEqual("account" in event.actor, sees(eventMask?.actor))
              assert.strictEqual(JSON.stringify(event).includes("key-marker"), name === "full")
              assert.strictEqual("hash" in event, name === "full")
            }
          }).pipe(Effect.provide(surroundings))
        )
    }
  }
)
