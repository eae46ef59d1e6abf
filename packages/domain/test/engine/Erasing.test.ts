import { assert, it } from "@effect/vitest"
import { Effect, Layer, Result, Schema } from "effect"
import { ask } from "../../src/engine/Ask.ts"
import { Catalogue, joined } from "../../src/engine/Catalogue.ts"
import { erasing, erasingPerson } from "../../src/engine/Erasing.ts"
import { type Append, EventStore } from "../../src/engine/EventStore.ts"
import { encodeEvent } from "../../src/engine/Evolve.ts"
import { commandsOn } from "../../src/engine/Handler.ts"
import { listing } from "../../src/engine/Listing.ts"
import type { AnyRecordType } from "../../src/engine/OpenRecord.ts"
import { perform } from "../../src/engine/Perform.ts"
import { readerFor } from "../../src/engine/Reader.ts"
import { defineRecord } from "../../src/engine/Record.ts"
import { refuse } from "../../src/engine/refusals.ts"
import { AccountId, type Actor, accessOf, OrganisationId } from "../../src/kernel/Actor.ts"
import { agency as full, ownAgency } from "../../src/kernel/Audience.ts"
import { administrator } from "../../src/kernel/Grants.ts"
import { erasedText, personal } from "../../src/kernel/Personal.ts"
import type { Instant } from "../../src/kernel/ThaiDate.ts"
import { World } from "../journeys/World.ts"

const Visit = Schema.Struct({
  id: Schema.String,
  owner: OrganisationId,
  goesOn: Schema.Boolean,
  visitors: Schema.Array(personal({ name: Schema.String }))
})
type Visit = typeof Visit.Type
const Event = Schema.TaggedUnion({ Visited: Visit.fields })
type VisitEvent = typeof Event.Type

const mask = {
  id: full,
  owner: full,
  goesOn: full,
  visitors: { each: { subject: full, erasedAt: full, name: full } }
} as const

/** A kind of record that exists for these tests only: who came on a visit. */
const visitRecord = defineRecord({
  name: "visit",
  plural: "visits",
  label: { th: "การเยี่ยม", en: "visit" },
  State: Visit,
  Event,
  schemaVersion: 1,
  evolve: (_, { event: { _tag, ...visit } }) => visit,
  audiences: ownAgency,
  masks: { state: mask, events: { Visited: { seen: full, actor: full, data: mask } } },
  access: ({ owner }) => accessOf({ owner }),
  ...listing({
    columns: {},
    row: ({ visitors }: Visit) => ({
      title: visitors[0]?.name === undefined ? erasedText : { th: visitors[0].name },
      status: "held",
      columns: {},
      search: visitors.flatMap(({ name }) => name ?? [])
    })
  }),
  erasable: ({ goesOn }) => (goesOn ? refuse("AccountNotEnded", { status: "active" }) : Result.succeed(undefined))
})

const erase = commandsOn(visitRecord).change({
  ...erasingPerson,
  name: "visits.erase-person",
  summary: { th: "ลบข้อมูลผู้มาเยี่ยม", en: "Erase a visitor" },
  allow: [administrator],
  ...erasing(visitRecord)
})

const erased = visitRecord as unknown as AnyRecordType
const catalogue = new Catalogue({ ...joined([]), readers: [readerFor(erased)], handlers: [erase] })

const uuid = (group: number, n: number) =>
  `00000000-0000-4000-8${String(group).padStart(3, "0")}-${String(n).padStart(12, "0")}`
const agency = OrganisationId.make(uuid(1, 1))
const other = OrganisationId.make(uuid(1, 2))
const actor: Actor = {
  kind: "person",
  account: AccountId.make(uuid(2, 1)),
  organisation: agency,
  roles: ["agency-administrator"]
}
const gone = { subject: uuid(3, 1), name: "สมชาย" }
const stays = { subject: uuid(3, 2), name: "สมหญิง" }
const reason = "เจ้าของข้อมูลขอให้ลบ"
const at = "2026-11-02T03:00:00.000Z" as Instant

const visit = Effect.fnUntraced(function* (
  n: number,
  visitors: Visit["visitors"] | unknown,
  change: Partial<Visit> = {}
) {
  const store = yield* EventStore
  const state = { id: uuid(4, n), owner: agency, goesOn: false, visitors, ...change } as Visit
  yield* store.append([
    {
      at,
      actor,
      cause: { operation: "visits.note" },
      streams: [
        {
          record: "visit",
          stream: state.id,
          expectedVersion: 0,
          events: [
            encodeEvent(erased, uuid(5, n), {
              _tag: "Visited",
              ...state
            } as VisitEvent)
          ],
          state,
          access: visitRecord.access(state),
          row: visitRecord.row(state),
          postings: []
        }
      ],
      outbox: []
    }
  ])
  return state.id
})

const eraseIn = (id: string, subject = gone.subject) =>
  perform(catalogue, { operation: "visits.erase-person", id, input: { subject, reason }, actor, seen: "latest", at })

const visitorsOf = (id: string) =>
  Effect.map(
    EventStore.use((store) => store.load("visit", id)),
    (found) => (found._tag === "Some" ? (found.value.state as Visit).visitors : [])
  )

const nothing = { subject: gone.subject, erasedAt: at }

/** How many records were appended together, each time. */
const counted = () => {
  const sizes: Array<number> = []
  const layer = Layer.effect(
    EventStore,
    Effect.map(EventStore, (store) => ({
      ...store,
      append: (batch: ReadonlyArray<Append>) => {
        sizes.push(batch.flatMap(({ streams }) => streams).length)
        return store.append(batch)
      }
    }))
  ).pipe(Layer.provideMerge(World))
  return { sizes, layer }
}

it.effect("SEC-3 a person goes from every record of the owner at once; others, and other owners' records, stay", () => {
  const { layer, sizes } = counted()
  return Effect.gen(function* () {
    const here = yield* visit(1, [gone, stays])
    const there = yield* visit(2, [stays, gone, gone])
    const foreign = yield* visit(3, [gone], { owner: other })
    const without = yield* visit(4, [stays])
    const { data, version } = yield* eraseIn(here)
    assert.deepStrictEqual<unknown>((data as Visit).visitors, [nothing, stays])
    assert.strictEqual(version, 2)
    assert.strictEqual(sizes.at(-1), 2)
    assert.deepStrictEqual<unknown>(yield* visitorsOf(there), [stays, nothing, nothing])
    assert.deepStrictEqual<unknown>(yield* visitorsOf(foreign), [gone])
    assert.deepStrictEqual<unknown>(yield* visitorsOf(without), [stays])
    const history = yield* ask(catalogue, { operation: "visits.history", id: there, input: {}, actor })
    const [last, first] = (history as { data: ReadonlyArray<{ type: string; data: unknown; actor: unknown }> }).data
    assert.deepInclude(last, { type: "PersonalDataErased", actor, data: { subject: gone.subject, reason } })
    assert.notInclude(JSON.stringify(first), gone.name)
    const list = (search: string) => ask(catalogue, { operation: "visits.list", input: { search }, actor })
    assert.deepInclude(yield* list(gone.name), { total: 0 })
    assert.deepInclude(yield* list(erasedText.th), { total: 1 })
    assert.deepInclude(yield* list(stays.name), { total: 3 })
  }).pipe(Effect.provide(layer))
})

it.effect("SEC-3 whoever is erased is erased once, and only from a record that holds them", () =>
  Effect.gen(function* () {
    const id = yield* visit(1, [gone, stays])
    yield* eraseIn(id)
    assert.deepInclude(yield* Effect.flip(eraseIn(id)), { _tag: "PersonalDataGone", facts: { at: "2026-11-02" } })
    const unknown = yield* Effect.flip(eraseIn(id, uuid(3, 9)))
    assert.deepInclude(unknown, { _tag: "PersonUnknown", rule: "SEC-3", field: "/subject" })
    const { actions } = yield* eraseIn(id, stays.subject)
    assert.deepInclude(actions[0], { operation: "visits.erase-person", allowed: false })
  }).pipe(Effect.provide(World))
)

it.effect("SEC-3 each person in a record is offered by name", () =>
  Effect.gen(function* () {
    const id = yield* visit(1, [gone, stays])
    const view = yield* ask(catalogue, { operation: "visits.get", id, input: {}, actor })
    const { actions } = view as {
      actions: ReadonlyArray<{ target?: { value: unknown; label: unknown }; allowed: boolean }>
    }
    assert.deepStrictEqual(
      actions.map(({ allowed, target }) => [target?.value, target?.label, allowed]),
      [gone, stays].map(({ name, subject }) => [subject, { th: name, en: name }, true])
    )
  }).pipe(Effect.provide(World))
)

it.effect("SEC-3 nobody is erased anywhere as long as one record of the owner still needs them", () =>
  Effect.gen(function* () {
    const id = yield* visit(1, [gone])
    const needed = yield* visit(2, [gone], { goesOn: true })
    assert.strictEqual((yield* Effect.flip(eraseIn(id)))._tag, "AccountNotEnded")
    for (const one of [id, needed]) assert.deepStrictEqual<unknown>(yield* visitorsOf(one), [gone])
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-3 a person in more records than one transaction takes is erased in several; the record at hand is the last",
  () => {
    const { layer, sizes } = counted()
    return Effect.gen(function* () {
      for (let n = 2; n <= 452; n++) yield* visit(n, [gone])
      const here = yield* visit(1, [gone])
      sizes.length = 0
      yield* eraseIn(here)
      assert.deepStrictEqual(sizes.length, 3)
      assert.strictEqual(
        sizes.reduce((sum, size) => sum + size, 0),
        452
      )
      for (const size of sizes) assert.isAtMost(size, 201)
      const { whereNamed } = yield* EventStore
      assert.deepStrictEqual(yield* whereNamed(gone.subject, [agency], 10), [])
    }).pipe(Effect.provide(layer))
  }
)
