import { Catalogue } from "@phakhi/domain/engine/Catalogue"
import * as CommandQueue from "@phakhi/domain/engine/CommandQueue"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import type { Handler } from "@phakhi/domain/engine/Handler"
import { type AnyRecordType, decodeState, load } from "@phakhi/domain/engine/OpenRecord"
import { perform } from "@phakhi/domain/engine/Perform"
import { RecordCache } from "@phakhi/domain/engine/RecordCache"
import { Effect, Layer, Option } from "effect"
import type { World } from "../World.ts"
import type { Meeting } from "./Meetings.ts"

type Question = Parameters<Handler["decide"]>[0]

/** Something that a command is told of other records, and how that stands in the store. */
interface Told {
  readonly name: string
  readonly kind: string
  readonly standing: Effect.Effect<unknown, unknown, EventStore | RecordCache>
}

const one = (name: string, type: AnyRecordType, id: string): Told => ({
  name,
  kind: type.name,
  standing: Effect.map(load(type, id), (found) => Option.getOrThrow(found).state)
})

const all = (name: string, type: AnyRecordType, column: string, value: string): Told => ({
  name,
  kind: type.name,
  standing: Effect.flatMap(EventStore, (store) => store.members({ record: type.name, column, value }, 1000)).pipe(
    Effect.map((members) => members.map((member) => ({ ...member, state: decodeState(type, member.state) })))
  )
})

/** The same handler, with everything that it is asked written down. */
const listening = (handler: Handler) => {
  const { decide, many, related } = handler
  const asked: Array<Question> = []
  const told: Array<Told> = []
  const heard: Handler = {
    ...handler,
    related: (...given) => {
      const references = related?.(...given) ?? {}
      for (const [name, to] of Object.entries(references))
        if (asked.length === 0 && to !== undefined) told.push(one(name, to.type, to.id))
      return references
    },
    many: (...given) => {
      const groups = many?.(...given) ?? {}
      for (const [name, { column, type, value }] of Object.entries(groups))
        if (asked.length === 0) told.push(all(name, type as unknown as AnyRecordType, column, value))
      return groups
    },
    decide: (question) => {
      asked.push(question)
      return decide(question)
    }
  }
  return { asked, heard, told }
}

export interface Met {
  readonly outcome: string
  /** What the command was told, before and after something happened, as the store had it. */
  readonly told: ReadonlyArray<{
    readonly name: string
    readonly kind: string
    readonly stood: readonly [unknown, unknown]
  }>
  /** What each decision of the command was told. */
  readonly heard: ReadonlyArray<{ readonly [name: string]: unknown }>
}

/** Carries out the command on a store that lets something happen between what it read and what it appends. */
export const metBy = (
  { run }: World,
  catalogue: Catalogue,
  handler: Handler,
  { between, id, input, person }: Meeting
): Promise<Met> => {
  const { asked, heard, told } = listening(handler)
  const stood: Array<ReadonlyArray<unknown>> = []
  const look = Effect.andThen(
    Effect.forEach(told, ({ standing }) => standing),
    (found) => Effect.sync(() => stood.push(found))
  )
  const meet = look.pipe(Effect.andThen(Effect.promise(between)), Effect.andThen(look), Effect.orDie)
  const command = Effect.gen(function* () {
    const real = yield* EventStore
    const cache = yield* RecordCache
    const store = EventStore.of({
      ...real,
      append: (batch) =>
        stood.length > 0
          ? real.append(batch)
          : Effect.andThen(
              meet.pipe(Effect.provideService(EventStore, real), Effect.provideService(RecordCache, cache)),
              real.append(batch)
            )
    })
    const request = { operation: handler.operation.name, input, actor: person.actor, seen: "latest" } as const
    return yield* perform(new Catalogue({ ...catalogue, handlers: [heard] }), {
      ...request,
      ...(id === undefined ? {} : { id }),
      ...(handler.operation.accompanied === true ? { along: Effect.void } : {})
    }).pipe(
      Effect.provideService(EventStore, store),
      // What comes in between is not to wait for the command that it comes between.
      Effect.provide(Layer.fresh(CommandQueue.layer)),
      Effect.match({ onSuccess: () => "accepted", onFailure: ({ _tag }) => _tag })
    )
  })
  return run(command).then((outcome) => ({
    outcome,
    told: told.map(({ kind, name }, index) => ({ name, kind, stood: [stood[0]?.[index], stood[1]?.[index]] })),
    heard: asked.map(({ many, related }) => ({ ...related, ...many }))
  }))
}
