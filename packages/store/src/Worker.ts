import { Cause, Duration, Effect, Exit, Fiber, FiberSet, Latch, type Scope } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import * as Outbox from "./Outbox.ts"
import { type Span, tick } from "./Tick.ts"

export interface WorkerOptions<R> {
  /** By topic. A message whose topic is not here is marked as failed. */
  readonly senders: { readonly [topic: string]: Outbox.Sender<R> }
  /** What the clock makes due; see `tick`. */
  readonly act: (span: Span) => Effect.Effect<void, unknown, R | SqlClient.SqlClient>
  readonly tickSeconds?: number
  /** How long to wait when there was nothing to do. */
  readonly pollMillis?: number
  /** How long one sending may take. */
  readonly sendSeconds?: number
  /** After this time others take over what a process had when it died. Longer than `sendSeconds`. */
  readonly leaseSeconds?: number
}

export interface Worker {
  /** Takes nothing new from now on. The scope waits for what is under way. */
  readonly stop: () => void
}

const mostAtOnce = 10
/** When the scope closes, what is being sent gets this long; then it is given back. */
const grace = Duration.seconds(5)
const longestPause = 30_000

const because = (reason: string) => new Outbox.Retry({ reason })

/** Sends one message that was claimed, and marks what came of it. */
export const attempt = <R>(
  message: Outbox.Outgoing,
  { sendSeconds = 15, senders }: Pick<WorkerOptions<R>, "senders" | "sendSeconds">
) => {
  const about = { outbox: message.id, topic: message.topic, tries: message.tries }
  const sender = Object.hasOwn(senders, message.topic) ? senders[message.topic] : undefined
  const giveUp = (reason: string) =>
    Effect.andThen(
      // The reason may name people: it is kept with the message, where administrators look it up.
      Effect.annotateLogs(Effect.logError("a message was given up"), about),
      Outbox.giveUp(message, reason, sender?.givenUp)
    )
  if (sender === undefined) return giveUp(`nobody sends messages of the topic ${message.topic}`)
  if (message.tries > Outbox.maxTries) return giveUp("the process ended while it was sent, again and again")
  const sending = sender.deliver(message).pipe(
    Effect.timeoutOrElse({
      duration: Duration.seconds(sendSeconds),
      orElse: () => Effect.fail(because(`no answer within ${sendSeconds} seconds`))
    }),
    Effect.catchDefect((defect) =>
      Effect.andThen(
        Effect.annotateLogs(Effect.logError("a sender broke", Cause.die(defect)), about),
        Effect.fail(because("an internal error; see the log"))
      )
    )
  )
  return Effect.uninterruptibleMask((restore) =>
    restore(sending).pipe(
      Effect.onInterrupt(() => Effect.ignore(Outbox.release(message))),
      Effect.matchEffect({
        onSuccess: () => Outbox.markDone(message),
        onFailure: (failed) =>
          failed._tag === "Permanent" || message.tries >= Outbox.maxTries
            ? giveUp(failed.reason)
            : Outbox.postpone(message, failed)
      })
    )
  )
}

/**
 * Runs clock and outbox until the scope closes. Whatever fails is logged and tried again after a pause that doubles up
 * to half a minute. Any number of processes may run one on the same database.
 */
export const start = <R>(
  options: WorkerOptions<R>
): Effect.Effect<Worker, never, Scope.Scope | SqlClient.SqlClient | R> =>
  Effect.gen(function* () {
    const { leaseSeconds = 30, pollMillis = 1000, tickSeconds = 60 } = options
    const leaving = yield* Latch.make()
    /** Opened when a message is dealt with: there is room for another, and its successor may be due. */
    const moved = yield* Latch.make()
    const underWay = yield* FiberSet.make<void, SqlError.SqlError>()

    const logged = <E>(what: string, exit: Exit.Exit<unknown, E>) =>
      Exit.isFailure(exit) && !Cause.hasInterruptsOnly(exit.cause)
        ? Effect.logError(`${what} failed`, exit.cause)
        : Effect.void

    const again = <E, R2>(what: string, step: Effect.Effect<void, E, R2>, sooner: Effect.Effect<unknown>) =>
      Effect.gen(function* () {
        let failures = 0
        while (!Latch.isOpen(leaving)) {
          const exit = yield* Effect.exit(step)
          yield* logged(what, exit)
          failures = Exit.isSuccess(exit) ? 0 : failures + 1
          const pause = Effect.sleep(Math.min(longestPause, pollMillis * 2 ** failures))
          yield* Effect.raceAllFirst([pause, leaving.await, ...(failures === 0 ? [sooner] : [])])
        }
      })

    const send = Effect.gen(function* () {
      yield* moved.close
      const room = mostAtOnce - (yield* FiberSet.size(underWay))
      if (room <= 0) return
      for (const message of yield* Outbox.claim({ limit: room, leaseSeconds })) {
        const done = Effect.onExit(attempt(message, options), (exit) =>
          Effect.andThen(logged("marking a message", exit), moved.open)
        )
        yield* FiberSet.run(underWay, done)
      }
    })

    const running = yield* Effect.forkDetach(
      Effect.all(
        [again("the outbox", send, moved.await), again("the clock", tick(tickSeconds, options.act), Effect.never)],
        { concurrency: "unbounded", discard: true }
      )
    )
    yield* Effect.addFinalizer(() =>
      Effect.gen(function* () {
        Latch.openUnsafe(leaving)
        const over = Effect.andThen(Fiber.await(running), FiberSet.awaitEmpty(underWay))
        yield* Effect.timeoutOption(over, grace)
        yield* Fiber.interrupt(running)
        // Whatever is still being sent is interrupted by the set's own finalizer, and given back.
      })
    )
    return { stop: () => void Latch.openUnsafe(leaving) }
  })
