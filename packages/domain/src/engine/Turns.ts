import { Deferred, Effect, Exit, Option, Result } from "effect"
import { bangkokDay, fromMillis } from "../kernel/ThaiDate.ts"
import type { Refusal } from "../rules/Refusals.ts"
import { type Decided, decideOn, type Waiting } from "./Decide.ts"
import { EventStore } from "./EventStore.ts"
import { type AnyRecordType, busy, keep, load, type Opened } from "./Opened.ts"

/** What becomes of a command: the record after it; a refusal; or a key that a twin has stored in the meantime. */
export type Outcome = Result.Result<Opened, Refusal | "key-taken">

interface Place {
  readonly waiting: Waiting
  readonly outcome: Deferred.Deferred<Opened, Refusal | "key-taken">
}

interface Queue {
  readonly places: Array<Place>
  served: boolean
}

/** As often as the record may move under a decision before the store counts as busy. */
const attempts = 12
/** As many commands as are appended together. */
const together = 32

interface Round {
  readonly outcomes: ReadonlyArray<Result.Result<Decided, Refusal>>
  readonly taken: number
}

/** Decides one command after the other, each on the record as the one before would leave it. */
const decideRound = Effect.fnUntraced(function* (before: Opened | undefined, places: ReadonlyArray<Place>) {
  const outcomes: Array<Result.Result<Decided, Refusal>> = []
  let current = before
  for (const { waiting } of places) {
    // Who asks for all records of a kind must find there what was decided before.
    if (current !== before && waiting.handler.many !== undefined) break
    const outcome = yield* Effect.result(decideOn(waiting, current))
    outcomes.push(outcome)
    if (Result.isFailure(outcome)) continue
    current = outcome.success.after
    // What changes other records too is appended before the next command is decided.
    if (outcome.success.reaches) break
  }
  return { outcomes, taken: outcomes.length } satisfies Round
})

const settle = (place: Place, outcome: Outcome) =>
  Result.isSuccess(outcome)
    ? Deferred.succeed(place.outcome, outcome.success)
    : Deferred.fail(place.outcome, outcome.failure)

const appendAll = Effect.fnUntraced(function* (decided: ReadonlyArray<Decided>) {
  const store = yield* EventStore
  const appended = yield* store.append(decided.map(({ append }, index) => append(index === decided.length - 1))).pipe(
    Effect.as("appended" as const),
    Effect.catchTags({
      Moved: () => Effect.succeed("moved" as const),
      DeadlinePassed: ({ now }) => Effect.succeed({ now }),
      KeyTaken: () => Effect.succeed("taken" as const),
      StoreBusy: () => Effect.succeed("busy" as const)
    })
  )
  const last = decided.at(-1)
  if (appended === "appended" && last !== undefined) keep(store, last.after)
  return appended
})

/** The same commands at the time of the store, which is what counts where a deadline is near. */
const atTimeOfStore = (millis: number, places: ReadonlyArray<Place>): ReadonlyArray<Place> => {
  const now = Option.getOrThrow(fromMillis(millis))
  return places.map((place) => {
    const { context, request } = place.waiting
    return request.at === undefined
      ? { ...place, waiting: { ...place.waiting, context: { ...context, now, today: bangkokDay(now) } } }
      : place
  })
}

/** Carries out as many of the commands as go together; answers how many that were. */
const carryOut = Effect.fnUntraced(function* (
  type: AnyRecordType,
  id: string | undefined,
  asked: ReadonlyArray<Place>
) {
  let places = asked
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = id === undefined ? Option.none<Opened>() : yield* load(type, id)
    const { outcomes, taken } = yield* decideRound(Option.getOrUndefined(before), places)
    const decided = outcomes.flatMap((outcome) => (Result.isSuccess(outcome) ? [outcome.success] : []))
    const appended = decided.length === 0 ? ("appended" as const) : yield* appendAll(decided)
    if (appended === "moved") continue
    if (typeof appended === "object") {
      places = atTimeOfStore(appended.now, places)
      continue
    }
    if (appended === "taken" && places.length > 1) {
      for (const place of places.slice(0, taken)) yield* carryOutOne(type, id, place)
      return taken
    }
    for (const [index, outcome] of outcomes.entries()) {
      const place = places[index]
      if (place === undefined) continue
      if (appended === "taken") yield* settle(place, Result.fail("key-taken"))
      else if (appended === "busy" && Result.isSuccess(outcome)) yield* settle(place, Result.fail(busy()))
      else
        yield* settle(
          place,
          Result.map(outcome, ({ after }) => after)
        )
    }
    return taken
  }
  for (const place of places) yield* settle(place, Result.fail(busy()))
  return places.length
})

const carryOutOne = (
  type: AnyRecordType,
  id: string | undefined,
  place: Place
): Effect.Effect<number, Refusal, EventStore> => carryOut(type, id, [place])

const queues = new WeakMap<EventStore["Service"], Map<string, Queue>>()

const queuesOf = (store: EventStore["Service"]): Map<string, Queue> => {
  const known = queues.get(store) ?? new Map<string, Queue>()
  queues.set(store, known)
  return known
}

/** Serves a queue until it is empty; a defect goes to those whom it befell. */
const serve = Effect.fnUntraced(function* (type: AnyRecordType, id: string, queue: Queue) {
  const store = yield* EventStore
  while (queue.places.length > 0) {
    const places = queue.places.slice(0, together)
    const exit = yield* Effect.exit(carryOut(type, id, places))
    if (Exit.isSuccess(exit)) {
      queue.places.splice(0, exit.value)
      continue
    }
    queue.places.splice(0, places.length)
    for (const { outcome } of places) yield* Deferred.failCause(outcome, exit.cause)
  }
  queue.served = false
  queuesOf(store).delete(`${type.name}/${id}`)
})

/**
 * Carries out a command in its turn. Commands on one record wait for one another within this process, are decided one
 * by one, and are appended together, so that many callers of one record do not keep undoing each other's work. Other
 * processes are met by the expected version, as ever.
 */
export const inTurn = Effect.fnUntraced(function* (waiting: Waiting) {
  const { handler, request } = waiting
  const outcome = yield* Deferred.make<Opened, Refusal | "key-taken">()
  const place: Place = { waiting, outcome }
  if (handler.operation.target === "new") {
    yield* carryOutOne(handler.type, undefined, place)
    return yield* Deferred.await(outcome)
  }
  const id = request.id ?? ""
  const store = yield* EventStore
  const key = `${handler.type.name}/${id}`
  const queue = queuesOf(store).get(key) ?? { places: [], served: false }
  queuesOf(store).set(key, queue)
  queue.places.push(place)
  if (!queue.served) {
    queue.served = true
    yield* Effect.forkDetach(serve(handler.type, id, queue))
  }
  return yield* Deferred.await(outcome)
})
