import { Effect, Option, Result } from "effect"
import { type Actor, organisationOf } from "../kernel/Actor.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import { type Append, EventStore } from "./EventStore.ts"
import type { PersonalDataErased } from "./Evolve.ts"
import { busy, load, type OpenRecord, orBusy } from "./OpenRecord.ts"

/** How many records one transaction takes at most. */
const mostTogether = 200

interface Elsewhere<Folded> {
  readonly catalogue: Catalogue
  readonly erasure: PersonalDataErased
  /** The record that the person is erased from, and whose owner decides how far that reaches. */
  readonly main: Pick<OpenRecord, "access" | "id" | "type">
  readonly actor: Actor
  readonly erasing: (opened: OpenRecord) => Folded
  readonly appending: (folded: ReadonlyArray<Folded>) => Append
}

/**
 * The other records of the same owner, and of the actor's own organisation, in which the person is erased with this one.
 * Where there are more than one transaction takes, whole transactions of them go first; the record at hand goes with the
 * last, so that an erasure that was cut off is still offered there, and goes on where it stopped.
 */
export const foldElsewhere = Effect.fnUntraced(function* <Folded>(reach: Elsewhere<Folded>) {
  const { actor, appending, catalogue, erasing, erasure, main } = reach
  const store = yield* EventStore
  const owners = [...new Set([main.access.owner, organisationOf(actor)].filter((owner) => owner !== null))]
  while (true) {
    const naming = yield* orBusy(store.whereNamed(erasure.subject, owners, mostTogether + 1))
    const others = naming.filter(({ id, record }) => record !== main.type.name || id !== main.id)
    const folded: Array<Folded> = []
    // In the order of the kinds of record, so that an account that has not ended refuses before anything is erased.
    for (const { id, record } of others.slice(0, mostTogether)) {
      const type = readerOf(catalogue, record)?.type
      const found = type === undefined ? Option.none<OpenRecord>() : yield* load(type, id)
      if (Option.isNone(found)) continue
      const { state } = found.value
      yield* Effect.fromResult(found.value.type.erasable?.(state) ?? Result.succeed(undefined))
      folded.push(erasing(found.value))
    }
    if (naming.length <= mostTogether) return folded
    yield* store.append([appending(folded)]).pipe(
      Effect.catchTags({
        // Whatever moved is found again, and decided again. A batch has neither a key nor a deadline, nor anyone's standing.
        Moved: () => Effect.void,
        StandingLost: () => Effect.void,
        KeyTaken: () => Effect.void,
        DeadlinePassed: () => Effect.void,
        StoreBusy: () => Effect.fail(busy())
      })
    )
  }
})
