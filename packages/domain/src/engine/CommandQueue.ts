import { Context, Deferred, Effect, Exit, Layer, Option, Result } from "effect"
import { hasAccount } from "../kernel/Actor.ts"
import type { Refusal } from "../kernel/Refusal.ts"
import { bangkokDay, fromMillis, type Instant } from "../kernel/ThaiDate.ts"
import { actorsOf } from "./Catalogue.ts"
import { type Decided, decideOn, type PendingCommand } from "./Decide.ts"
import { EventStore } from "./EventStore.ts"
import { type AnyRecordType, busy, load, type OpenRecord } from "./OpenRecord.ts"
import { RecordCache } from "./RecordCache.ts"
import { refusal } from "./refusals.ts"

/** What becomes of a command: the record after it; a refusal; or its key is taken, by the same request sent twice. */
type Outcome = Exit.Exit<OpenRecord, Refusal | "key-taken">

interface Queued {
  readonly command: PendingCommand
  /** The services of whoever sent it. */
  readonly services: Context.Context<EventStore | RecordCache>
  /** Interrupted when whoever sent it waits no longer; then it is not begun. */
  readonly outcome: Deferred.Deferred<OpenRecord, Refusal | "key-taken">
}

/** How often a command is decided again because its record has changed, before the store counts as busy. */
const attempts = 12
/** How many commands are appended together at most. */
const mostTogether = 32

interface Answered {
  readonly queued: Queued
  readonly exit: Exit.Exit<Decided, Refusal>
}

/** Whoever sent it acts as the very record that it changes. */
const isOnOneself = ({ context: { actor }, handler, request }: PendingCommand): boolean =>
  handler.type.standing !== undefined && hasAccount(actor) && actor.account.toLowerCase() === request.id?.toLowerCase()

/**
 * Decides one command after the other, each on the record as the one before would leave it. A defect in a decision
 * befalls its own command alone.
 */
const decideRound = Effect.fnUntraced(function* (before: OpenRecord | undefined, round: ReadonlyArray<Queued>) {
  const answered: Array<Answered> = []
  let taken = 0
  let current = before
  let latest: Instant | undefined
  for (const queued of round) {
    if (yield* Deferred.isDone(queued.outcome)) {
      taken++
      continue
    }
    // Who asks for all records of a kind must find there what was decided before.
    if (current !== before && queued.command.handler.many !== undefined) break
    // Whoever acts is held as they stand before the whole append.
    if (current !== before && isOnOneself(queued.command)) break
    const { now } = queued.command.context
    // Commands wait in the order in which they came, whatever the clock said to each.
    const command = latest !== undefined && now < latest ? atTime(queued.command, latest) : queued.command
    const exit = yield* Effect.exit(Effect.provideContext(decideOn(command, current), queued.services))
    answered.push({ queued, exit })
    taken++
    if (Exit.isFailure(exit)) continue
    current = exit.value.after
    latest = command.context.now
    // It is appended before the next command is decided.
    if (exit.value.changesMore) break
  }
  return { answered, taken }
})

const settle = ({ outcome }: Queued, exit: Outcome) => Deferred.done(outcome, exit)

const appendAll = Effect.fnUntraced(function* (decided: ReadonlyArray<Decided>) {
  const store = yield* EventStore
  const appended = yield* store.append(decided.map(({ append }, index) => append(index === decided.length - 1))).pipe(
    Effect.as("appended" as const),
    Effect.catchTags({
      Moved: () => Effect.succeed("moved" as const),
      StandingLost: () => Effect.succeed("lost" as const),
      DeadlinePassed: ({ now }) => Effect.succeed({ now }),
      KeyTaken: () => Effect.succeed("taken" as const),
      StoreBusy: () => Effect.succeed("busy" as const)
    })
  )
  const last = decided.at(-1)
  if (appended === "appended" && last !== undefined) (yield* RecordCache).keep(last.after)
  return appended
})

const atTime = (command: PendingCommand, now: Instant): PendingCommand => ({
  ...command,
  context: { ...command.context, now, today: bangkokDay(now) }
})

/**
 * The same commands at the time of the store, which is what counts where a deadline is near. A replay says itself when
 * something happened, but not before what has happened to the record already.
 */
const atTimeOfStore = (millis: number, round: ReadonlyArray<Queued>): ReadonlyArray<Queued> => {
  const now = Option.getOrThrow(fromMillis(millis))
  return round.map((queued) =>
    queued.command.request.at === undefined || round.length === 1
      ? { ...queued, command: atTime(queued.command, now) }
      : queued
  )
}

/** The same command by what the account of whoever sent it is now; who is not let in any more is not signed in. */
const asTheyStand = Effect.fnUntraced(function* (queued: Queued) {
  const { catalogue, context, request } = queued.command
  const { actor } = context
  const type = actorsOf(catalogue)?.type
  if (!hasAccount(actor) || type?.standing === undefined) return queued
  const found = yield* load(type, actor.account)
  const roles = Option.isSome(found) ? type.standing(found.value.state) : undefined
  if (roles === undefined) return yield* Effect.fail(refusal("NotSignedIn", { operation: request.operation }))
  const now = { ...actor, roles: actor.roles.filter((role) => roles.includes(role)) }
  return { ...queued, command: { ...queued.command, context: { ...context, actor: now } } }
})

/** Carries out as many of the commands as go together; answers how many that were. */
const carryOut = Effect.fnUntraced(function* (
  type: AnyRecordType,
  id: string | undefined,
  asked: ReadonlyArray<Queued>
) {
  let round = asked
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = id === undefined ? Option.none<OpenRecord>() : yield* load(type, id)
    const { answered, taken } = yield* decideRound(Option.getOrUndefined(before), round)
    const decided = answered.flatMap(({ exit }) => (Exit.isSuccess(exit) ? [exit.value] : []))
    const appended = decided.length === 0 ? ("appended" as const) : yield* appendAll(decided)
    if (appended === "moved") continue
    if (typeof appended === "object") {
      round = atTimeOfStore(appended.now, round)
      continue
    }
    if (appended === "lost" && round.length === 1) {
      const again = yield* Effect.result(Effect.forEach(round, asTheyStand))
      if (Result.isSuccess(again)) {
        round = again.success
        continue
      }
      for (const queued of round) yield* settle(queued, Exit.fail(again.failure))
      return taken
    }
    if ((appended === "taken" || appended === "lost") && round.length > 1) {
      for (const queued of round.slice(0, taken)) yield* carryOutOne(type, id, queued)
      return taken
    }
    for (const { exit, queued } of answered) {
      if (appended === "taken") yield* settle(queued, Exit.fail("key-taken"))
      else if (appended === "busy" && Exit.isSuccess(exit)) yield* settle(queued, Exit.fail(busy()))
      else
        yield* settle(
          queued,
          Exit.map(exit, ({ after }) => after)
        )
    }
    return taken
  }
  for (const queued of round) yield* settle(queued, Exit.fail(busy()))
  return round.length
})

const carryOutOne = (
  type: AnyRecordType,
  id: string | undefined,
  queued: Queued
): Effect.Effect<number, Refusal, EventStore | RecordCache> => carryOut(type, id, [queued])

/**
 * Carries out commands in their turn. Commands on one record wait for one another within this process, are decided one
 * by one, and are appended together, so that many callers of one record do not keep undoing each other's work. Other
 * processes are met by the expected version, as ever.
 *
 * Each queue is served by a fiber of the scope of this service. When the scope closes, whoever still waits is told that
 * the store is busy.
 */
export class CommandQueue extends Context.Service<
  CommandQueue,
  {
    readonly carryOut: (
      command: PendingCommand
    ) => Effect.Effect<OpenRecord, Refusal | "key-taken", EventStore | RecordCache>
  }
>()("@phakhi/domain/CommandQueue") {}

const turnAway = (queued: ReadonlyArray<Queued>) =>
  Effect.forEach(queued, (one) => settle(one, Exit.fail(busy())), { discard: true })

const make = Effect.gen(function* () {
  const scope = yield* Effect.scope
  const queues = new Map<string, Array<Queued>>()
  let isClosed = false
  yield* Effect.addFinalizer(() =>
    Effect.suspend(() => {
      isClosed = true
      return turnAway([...queues.values()].flat())
    })
  )

  /** Serves a queue until it is empty; a defect of an append goes to those who were appended together. */
  const serve = (type: AnyRecordType, id: string, key: string, queue: Array<Queued>) => {
    let round: ReadonlyArray<Queued> = []
    const all = Effect.gen(function* () {
      while (queue.length > 0) {
        round = queue.splice(0, mostTogether)
        const [first] = round
        if (first === undefined) break
        const exit = yield* Effect.exit(Effect.provideContext(carryOut(type, id, round), first.services))
        if (Exit.isSuccess(exit)) queue.unshift(...round.slice(exit.value))
        else for (const { outcome } of round) yield* Deferred.failCause(outcome, exit.cause)
      }
      queues.delete(key)
    })
    return Effect.onInterrupt(all, () => turnAway([...round, ...queue]))
  }

  return CommandQueue.of({
    carryOut: Effect.fnUntraced(function* (command) {
      const { handler, request } = command
      const queued: Queued = {
        command,
        services: yield* Effect.context<EventStore | RecordCache>(),
        outcome: yield* Deferred.make<OpenRecord, Refusal | "key-taken">()
      }
      if (handler.operation.target === "new") {
        yield* carryOutOne(handler.type, undefined, queued)
        return yield* Deferred.await(queued.outcome)
      }
      if (isClosed) return yield* Effect.fail(busy())
      const id = request.id ?? ""
      const key = `${handler.type.name}/${id}`
      return yield* Effect.uninterruptibleMask((restore) =>
        Effect.gen(function* () {
          const waiting = queues.get(key)
          const queue = waiting ?? []
          queue.push(queued)
          if (waiting === undefined) {
            queues.set(key, queue)
            yield* Effect.forkIn(serve(handler.type, id, key, queue), scope)
          }
          return yield* Effect.onInterrupt(restore(Deferred.await(queued.outcome)), () =>
            Deferred.interrupt(queued.outcome)
          )
        })
      )
    })
  })
})

export const layer: Layer.Layer<CommandQueue> = Layer.effect(CommandQueue, make)
