import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { ask } from "../../src/engine/Ask.ts"
import type { AnyMask, EventMask } from "../../src/engine/Mask.ts"
import type { View } from "../../src/engine/View.ts"
import type { SeenBy } from "../../src/kernel/Audience.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"
import { withBids as catalogue } from "./Bid.ts"
import { counter, samplesOf } from "./Marked.ts"
import { kept, organisation, other, platform, reaching, shownIn, textsIn } from "./Places.ts"

/** Its own party, among others, for what an organisation sees of its own part. */
const withOwn = (wire: unknown): unknown => {
  const { parties, ...rest } = wire as { readonly parties?: ReadonlyArray<object> }
  return parties === undefined
    ? wire
    : { ...rest, parties: [...parties, { organisation, as: "candidate", reason: "own-reason-marker" }] }
}

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
      const { access, actor } = reaching(type.name, name)

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
