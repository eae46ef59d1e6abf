import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import {
  type Append,
  type Deadline,
  EventStore,
  type Group,
  type StatedAppend,
  type StreamAppend
} from "@phakhi/domain/engine/EventStore"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import { type Instant, toMillis } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, type Layer, Option } from "effect"
import { append, event, stream } from "./Sample.ts"

export const guardOn = ({ record, stream: id }: StreamAppend, version = 1) => ({ record, stream: id, version })
export const next = (one: StreamAppend, version = 1): StreamAppend => ({
  ...one,
  expectedVersion: version,
  events: [event("Changed")]
})

const longAgo = "2020-01-01T00:00:00.000Z" as Instant
const farAway = "2999-01-01T00:00:00.000Z" as Instant

export const outcomeOf = <A, R>(appended: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.match(appended, { onSuccess: () => "appended", onFailure: ({ _tag }) => _tag })

/** What every store must hold a batch against, in memory and on both databases. */
export const guards = (name: string, store: Layer.Layer<EventStore>) =>
  describe(`Guards on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      const attempt = (written: ReadonlyArray<StreamAppend>, change: Partial<Append>) =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const outcome = yield* outcomeOf(events.append(append(written, change)))
          const versions = yield* Effect.forEach(written, ({ record, stream: id }) => events.load(record, id))
          return [outcome, ...versions.map((found) => Option.getOrUndefined(found)?.version ?? 0)]
        })
      const made = Effect.gen(function* () {
        const one = stream()
        yield* (yield* EventStore).append(append([one]))
        return one
      })

      it.effect("SEC-2: an append holds while what it relied on is as it was read", () =>
        Effect.gen(function* () {
          const relied = yield* made
          assert.deepStrictEqual(yield* attempt([stream()], { guards: [guardOn(relied)] }), ["appended", 1])
        })
      )

      it.effect("SEC-2: what it relied on has moved, or was never there: nothing is appended", () =>
        Effect.gen(function* () {
          const relied = yield* made
          yield* (yield* EventStore).append(append([next(relied)]))
          const written = yield* made
          assert.deepStrictEqual(yield* attempt([next(written)], { guards: [guardOn(relied)] }), ["Moved", 1])
          assert.deepStrictEqual(yield* attempt([stream()], { guards: [guardOn(relied)] }), ["Moved", 0])
          assert.deepStrictEqual(yield* attempt([stream()], { guards: [guardOn(stream())] }), ["Moved", 0])
        })
      )

      it.effect("SEC-2: each append of a batch is held against its own guards", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [written, relied, moved] = [yield* made, yield* made, yield* made]
          yield* events.append(append([next(moved)]))
          const batch = (guard: StreamAppend) => [
            ...append([next(written)], { guards: [guardOn(relied)] }),
            ...append([next(written, 2)], { guards: [guardOn(guard)] })
          ]
          assert.strictEqual(yield* outcomeOf(events.append(batch(moved))), "Moved")
          assert.strictEqual(Option.getOrThrow(yield* events.load("mission", written.stream)).version, 1)
          assert.strictEqual(yield* outcomeOf(events.append(batch(relied))), "appended")
        })
      )

      it.effect("SEC-2: what one append relies on and a later one of the batch writes is checked once", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [written, both] = [yield* made, yield* made]
          const batch = [
            ...append([next(written)], { guards: [guardOn(both)] }),
            ...append([next(written, 2), next(both)])
          ]
          assert.strictEqual(yield* outcomeOf(events.append(batch)), "appended")
        })
      )

      const call = (): Group => ({ record: "sheet", column: "call", value: randomUUID() })
      const sheet = (group: Group, change: Partial<StatedAppend> = {}): StatedAppend => {
        const { row, ...one } = stream({ record: "sheet" })
        return { ...one, row: { ...row, columns: { call: group.value } }, joins: [group], ...change }
      }

      it.effect("SEC-2: all records of a kind with a column are read, whoever may see them, up to a bound", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const group = call()
          const secret = accessOf({})
          const sheets = Array.from({ length: 3 }, (_, n) => sheet(group, { access: secret, state: { n } }))
          for (const one of [...sheets, sheet(call())]) yield* events.append(append([one]))
          const found = yield* events.members(group, 10)
          const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)
          assert.deepStrictEqual(
            [...found].sort(byId),
            sheets.map(({ state, stream: id }) => ({ id, version: 1, state })).sort(byId)
          )
          assert.strictEqual((yield* events.members(group, 2)).length, 2)
          assert.deepStrictEqual(yield* events.members({ ...group, record: "mission" }, 10), [])
        })
      )

      it.effect("SEC-2: a record that has come into a group since it was read undoes what relied on the group", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const group = call()
          const relying = (members: number) => attempt([stream()], { groups: [{ ...group, members }] })
          assert.deepStrictEqual(yield* relying(0), ["appended", 1])
          yield* events.append(append([sheet(group)]))
          assert.deepStrictEqual(yield* relying(0), ["Moved", 0])
          assert.deepStrictEqual(yield* relying(1), ["appended", 1])
        })
      )

      it.effect("SEC-2: of two that come into a group which each read as empty, the second is turned away", () =>
        Effect.gen(function* () {
          const group = call()
          const first = () => attempt([sheet(group)], { groups: [{ ...group, members: 0 }] })
          assert.deepStrictEqual(
            [yield* first(), yield* first()],
            [
              ["appended", 1],
              ["Moved", 0]
            ]
          )
        })
      )

      const person = (status: string, roles: ReadonlyArray<string>): StatedAppend => {
        const one = stream()
        return { ...one, record: "person", state: { roles }, row: { ...one.row, status } }
      }
      const standingOf = (one: StreamAppend) => ({
        standing: { record: one.record, stream: one.stream.toUpperCase(), roles: ["executive"] }
      })

      it.effect("SEC-1: an append holds while whoever acts is let in with the roles that it was judged by", () =>
        Effect.gen(function* () {
          const people = {
            active: person("active", ["finance", "executive"]),
            less: person("active", ["finance"]),
            locked: person("locked", ["finance", "executive"]),
            unknown: person("active", [])
          }
          const events = yield* EventStore
          const { unknown: _, ...known } = people
          for (const one of Object.values(known)) yield* events.append(append([one]))
          const written = yield* made
          const as = (one: StreamAppend, to: StreamAppend) =>
            Effect.map(attempt([to], standingOf(one)), ([outcome]) => outcome)
          for (const onto of [stream, () => next(written)]) {
            assert.strictEqual(yield* as(people.less, onto()), "StandingLost")
            assert.strictEqual(yield* as(people.locked, onto()), "StandingLost")
          }
          assert.strictEqual(yield* as(people.active, next(written)), "appended")
          assert.strictEqual(yield* as(people.unknown, next(written, 2)), "appended", "as in a test of a store")
          assert.strictEqual(yield* as(people.locked, next(people.active)), "StandingLost", "on a person")
          assert.strictEqual(yield* as(people.active, next(people.active)), "appended", "on themselves")
        })
      )

      it.effect("SEC-1: those who act in a batch are judged as they stand before it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const changed = person("active", ["executive"])
          const locked = person("locked", ["executive"])
          yield* events.append(append([changed]))
          yield* events.append(append([locked]))
          const locking = (version: number) => next({ ...changed, row: locked.row }, version)
          const batch = (by: StreamAppend) => [...append([locking(1)]), ...append([locking(2)], standingOf(by))]
          assert.strictEqual(yield* outcomeOf(events.append(batch(locked))), "StandingLost")
          assert.strictEqual(Option.getOrThrow(yield* events.load("person", changed.stream)).version, 1)
          assert.strictEqual(yield* outcomeOf(events.append(batch(changed))), "appended")
        })
      )

      it.effect("SEC-2: a deadline is judged by the clock of the store, which is told", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const written = yield* made
          const judged = (deadline: Deadline) => attempt([next(written)], { deadlines: [deadline] })
          assert.deepStrictEqual(yield* judged({ before: longAgo }), ["DeadlinePassed", 1])
          assert.deepStrictEqual(yield* judged({ notBefore: farAway }), ["DeadlinePassed", 1])
          const { now } = yield* Effect.flip(
            Effect.catchTags(events.append(append([next(written)], { deadlines: [{ before: longAgo }] })), {
              Moved: Effect.die,
              StandingLost: Effect.die,
              KeyTaken: Effect.die,
              StoreBusy: Effect.die
            })
          )
          assert.isTrue(Number.isInteger(now) && now > toMillis(longAgo) && now < toMillis(farAway), String(now))
          assert.deepStrictEqual(yield* judged({ notBefore: longAgo }), ["appended", 2])
          assert.deepStrictEqual(
            yield* attempt([next(written, 2)], { deadlines: [{ notBefore: longAgo }, { before: farAway }] }),
            ["appended", 3]
          )
        })
      )
    })
  })
