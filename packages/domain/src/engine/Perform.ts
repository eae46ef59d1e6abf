import { Effect, Option } from "effect"
import { type Actor, isGrantFor, senderOf } from "../kernel/Actor.ts"
import { bangkokDay } from "../kernel/ThaiDate.ts"
import { type Catalogue, handlerOf } from "./Catalogue.ts"
import { CommandQueue } from "./CommandQueue.ts"
import { type Context, currentInstant } from "./Context.ts"
import { type Keyed, notPermitted, type PendingCommand, type Request } from "./Decide.ts"
import { EventStore } from "./EventStore.ts"
import { busy, encodeState, orBusy, stateAt, viewOf } from "./OpenRecord.ts"
import { Platform } from "./Platform.ts"
import { refusal } from "./refusals.ts"

export type { Request } from "./Decide.ts"

/**
 * Carries out one command: load, authorise, decide, append, in one transaction. Decides again when the record moved
 * in between; every refusal comes from a decision.
 */
const carryOut = Effect.fn("perform")(function* (catalogue: Catalogue, request: Request) {
  const handler = handlerOf(catalogue, request.operation)
  if (handler === undefined || (handler.operation.accompanied === true && request.along === undefined))
    return yield* Effect.fail(refusal("OperationUnknown", { operation: request.operation }))
  const { actor, key } = request
  if (actor === null) return yield* Effect.fail(refusal("NotSignedIn", { operation: request.operation }))
  if (!handler.operation.allow.some((grant) => isGrantFor(actor, grant)))
    return yield* Effect.fail(
      actor.kind === "visitor"
        ? refusal("NotSignedIn", { operation: request.operation })
        : notPermitted(handler.operation)
    )
  const platform = yield* Platform
  const now = request.at ?? (yield* currentInstant)
  const context: Context<Actor> = {
    actor,
    now,
    today: bangkokDay(now),
    newId: platform.newId,
    ...(key === undefined ? {} : { keyed: true })
  }
  const digested = () => platform.digest(JSON.stringify([request.operation, request.id ?? null, request.input]))
  const keyed = key === undefined ? undefined : { key, digest: digested() }
  const command: PendingCommand = { catalogue, handler, request, context, keyed }
  const queue = yield* CommandQueue
  const after = yield* Effect.catch(queue.carryOut(command), (refused) =>
    answeredBefore(command, refused === "key-taken" ? busy() : refused)
  )
  return { after, context }
})

/** Carries out one command and answers with the record as it is afterwards, as this caller sees it. */
export const perform = (catalogue: Catalogue, request: Request) =>
  Effect.map(carryOut(catalogue, request), ({ after, context }) => viewOf(catalogue, after, context, context))

/** The same for a caller who wants to know only which record it was and which version it has now. */
export const performBriefly = (catalogue: Catalogue, request: Request) =>
  Effect.map(carryOut(catalogue, request), ({ after: { id, type, version } }) => ({ record: type.name, id, version }))

/** A repeated command is refused or finds its key taken; then it gets the answer that was given the first time. */
const answeredBefore = Effect.fnUntraced(function* (
  { context, handler, keyed }: PendingCommand,
  refused: ReturnType<typeof busy>
) {
  const before = keyed === undefined ? Option.none() : yield* remembered(context, keyed)
  if (Option.isNone(before)) return yield* Effect.fail(refused)
  const { stream, version } = before.value
  const { type } = handler
  const state = yield* stateAt(type, stream, version)
  const wire = encodeState(type, state)
  const written = { value: state, wire }
  return { type, id: stream, version, state, access: type.access(state), wire, written, answers: new Map() }
})

const remembered = Effect.fnUntraced(function* ({ actor }: Context<Actor>, { digest, key }: Keyed) {
  const store = yield* EventStore
  const before = yield* orBusy(store.remembered(senderOf(actor), key))
  if (Option.isSome(before) && before.value.digest !== digest) return yield* Effect.fail(refusal("KeyReused", { key }))
  return before
})
