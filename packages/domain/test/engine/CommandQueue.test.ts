import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber, Layer, Option, Result, Scope } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { Catalogue, handlerOf } from "../../src/engine/Catalogue.ts"
import { type Engine, onStore } from "../../src/engine/Engine.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { load, stateAt } from "../../src/engine/OpenRecord.ts"
import { perform } from "../../src/engine/Perform.ts"
import type { Platform } from "../../src/engine/Platform.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, invite, organisation, World } from "../journeys/World.ts"
import { agency, giveRoles } from "../parties/Accounts.ts"

it.effect("MON-2 two hundred callers of one commitment are decided in turn, and never exceed it", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* journey("contracting", "before-money")
    const outcomes = yield* Effect.forEach(
      Array.from({ length: 200 }, (_, index) => index),
      () =>
        Effect.result(
          act(
            people.finance,
            "disbursements.prepare",
            { tranche: 1, amount: baht("10000.00"), again: true },
            partnership
          )
        ),
      { concurrency: "unbounded" }
    )
    const refused = outcomes.flatMap((outcome) => (Result.isFailure(outcome) ? [outcome.failure._tag] : []))
    assert.strictEqual(outcomes.length - refused.length, 60)
    assert.deepStrictEqual([...new Set(refused)], ["TrancheExceeded"])
    const versions = outcomes.flatMap((outcome) => (Result.isSuccess(outcome) ? [outcome.success.version] : []))
    assert.strictEqual(new Set(versions).size, 60, "each caller sees the record as it was after its own command")
    const replayed = (yield* stateAt(partnershipRecord as never, partnership, Math.max(...versions))) as Partnership
    assert.strictEqual(replayed.funding.disbursements.length, 60)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 of commands that are appended together each is held to what it relied on itself", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* journey("contracting", "announced")
    const organisations = yield* Effect.forEach(["หนึ่ง", "สอง", "สาม"], (th) =>
      organisation(th, "civil-society", "foundation")
    )
    const keeper = yield* invite(organisations[1] ?? assert.fail(), "partner-administrator")
    const services = yield* Effect.context<Engine | Platform>()
    const real = yield* EventStore
    const deactivated = act(keeper, "organisations.deactivate", { reason: "เลิก" }, organisations[1])
    const sizes: Array<number> = []
    const store = EventStore.of({
      ...real,
      append: (batch) => {
        sizes.push(batch.length)
        return sizes.length === 1
          ? Effect.andThen(Effect.provideContext(Effect.orDie(deactivated), services), real.append(batch))
          : real.append(batch)
      }
    })
    const outcomes = yield* Effect.forEach(
      organisations,
      (named) =>
        Effect.result(act(people.officer, "partners.name", { organisation: named, as: "third-party" }, partnership)),
      { concurrency: "unbounded" }
    ).pipe(Effect.provideService(EventStore, store))
    assert.deepStrictEqual(
      outcomes.map((outcome) => (Result.isFailure(outcome) ? outcome.failure._tag : "accepted")),
      ["accepted", "OrganisationInactive", "accepted"]
    )
    assert.deepStrictEqual(sizes, [3, 2], "three together, of which one moved; then the two that still held")
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 who is locked does not act on their own account, though both were asked for at once", () =>
  Effect.gen(function* () {
    const { one, two } = yield* agency
    yield* giveRoles(one, two, "agency-administrator", "finance")
    const asked = (actor: Person, operation: string, input: object) =>
      Effect.result(perform(catalogue, { operation, id: two.account, input, actor, seen: "latest" }))
    const [locked, confirmed] = yield* Effect.all(
      [asked(one, "accounts.lock", { reason: "ลาออก" }), asked(two, "accounts.confirm-proposal", {})],
      { concurrency: "unbounded" }
    )
    assert.isTrue(Result.isSuccess(locked))
    assert.strictEqual(Result.isFailure(confirmed) ? confirmed.failure._tag : "confirmed", "NotSignedIn")
  }).pipe(Effect.provide(World))
)

/** A partnership, and three organisations that can be named in it at the same time. */
const naming = Effect.gen(function* () {
  const { partnership, people } = yield* journey("contracting", "announced")
  const organisations = yield* Effect.forEach(["หนึ่ง", "สอง", "สาม"], (th) =>
    organisation(th, "civil-society", "foundation")
  )
  const name = (index: number) =>
    act(people.officer, "partners.name", { organisation: organisations[index], as: "third-party" }, partnership)
  const named = Effect.map(load(partnershipRecord as never, partnership), (found) => {
    const { parties } = Option.getOrThrow(found).state as Partnership
    return organisations.map((one) => parties.some(({ organisation }) => organisation === one))
  })
  return { name, named, officer: people.officer, organisations, partnership }
})

/** The store around, whose appends begin with `first`. */
const appending = <A, E>(first: Effect.Effect<A, E>) =>
  Effect.map(EventStore, (real) =>
    EventStore.of({ ...real, append: (batch) => Effect.andThen(Effect.orDie(first), real.append(batch)) })
  )

it.effect("a command whose sender has gone is not begun, and those behind it are carried out", () =>
  Effect.gen(function* () {
    const { name, named } = yield* naming
    const begun = yield* Deferred.make<void>()
    const released = yield* Deferred.make<void>()
    const store = yield* appending(Effect.andThen(Deferred.succeed(begun, undefined), Deferred.await(released)))
    const sent = (index: number) => Effect.forkChild(Effect.provideService(name(index), EventStore, store))
    const first = yield* sent(0)
    yield* Deferred.await(begun)
    const gone = yield* sent(1)
    const last = yield* sent(2)
    yield* Effect.yieldNow
    yield* Fiber.interrupt(gone)
    yield* Deferred.succeed(released, undefined)
    yield* Fiber.join(first)
    yield* Fiber.join(last)
    assert.deepStrictEqual(yield* named, [true, false, true])
  }).pipe(Effect.provide(World))
)

it.effect("a defect in a decision befalls its own command alone", () =>
  Effect.gen(function* () {
    const { named, officer, organisations, partnership } = yield* naming
    const handler = handlerOf(catalogue, "partners.name")
    assert.isDefined(handler)
    const failing = new Catalogue({
      ...catalogue,
      handlers: [
        {
          ...handler,
          decide: (asked) => {
            if ((asked.input as { readonly organisation: string }).organisation === organisations[1])
              throw new Error("planted")
            return handler.decide(asked)
          }
        }
      ]
    })
    const exits = yield* Effect.forEach(
      organisations,
      (named) =>
        Effect.exit(
          perform(failing, {
            operation: "partners.name",
            id: partnership,
            input: { organisation: named, as: "third-party" },
            actor: officer,
            seen: "latest"
          })
        ),
      { concurrency: "unbounded" }
    )
    assert.deepStrictEqual(exits.map(Exit.isSuccess), [true, false, true])
    assert.deepStrictEqual(yield* named, [true, false, true])
  }).pipe(Effect.provide(World))
)

it.effect("a defect of the store goes to those who were appended together, and the queue goes on", () =>
  Effect.gen(function* () {
    const { name, named } = yield* naming
    let appends = 0
    const store = yield* appending(
      Effect.suspend(() => (++appends === 1 ? Effect.die(new Error("planted")) : Effect.void))
    )
    const together = Effect.forEach([0, 1], (index) => Effect.exit(name(index)), { concurrency: "unbounded" })
    const exits = yield* Effect.provideService(together, EventStore, store)
    assert.deepStrictEqual(exits.map(Exit.isFailure), [true, true])
    yield* Effect.provideService(name(2), EventStore, store)
    assert.deepStrictEqual(yield* named, [false, false, true])
  }).pipe(Effect.provide(World))
)

it.effect("whoever waits when the scope closes is told that the store is busy, and so is whoever comes after", () =>
  Effect.gen(function* () {
    const { name } = yield* naming
    const begun = yield* Deferred.make<void>()
    const stuck = yield* appending(Effect.andThen(Deferred.succeed(begun, undefined), Effect.never))
    const scope = yield* Scope.make()
    const engine = yield* Layer.buildWithScope(onStore(Layer.succeed(EventStore, stuck)), scope)
    const sent = (index: number) => Effect.flip(Effect.provideContext(name(index), engine))
    const waiting = yield* Effect.forkChild(Effect.forEach([0, 1], sent, { concurrency: "unbounded" }))
    yield* Deferred.await(begun)
    yield* Scope.close(scope, Exit.void)
    assert.deepStrictEqual(
      (yield* Fiber.join(waiting)).map(({ _tag }) => _tag),
      ["StoreBusy", "StoreBusy"]
    )
    assert.strictEqual((yield* sent(2))._tag, "StoreBusy")
  }).pipe(Effect.provide(World))
)
