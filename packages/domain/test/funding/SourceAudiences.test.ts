import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { View } from "../../src/engine/View.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import { journey } from "../journeys/Journey.ts"
import { invite, World } from "../journeys/World.ts"

const sourceFor = Effect.fnUntraced(function* (actor: Actor) {
  const rows = (yield* ask(catalogue, { operation: "sources.list", input: {}, actor })) as {
    readonly data: ReadonlyArray<{ readonly id: string }>
  }
  const id = rows.data[0]?.id ?? ""
  return ((yield* ask(catalogue, { operation: "sources.get", id, input: {}, actor })) as View).data
})

describe("a source of money", () => {
  it.effect(
    "SEC-6 says which partnerships it pays for to the agency's office, not to its evaluators and auditors",
    () =>
      Effect.gen(function* () {
        const { agency, partnership, people } = yield* journey("contracting", "before-money")
        assert.include(JSON.stringify(yield* sourceFor(people.finance)), partnership)
        const evaluator = yield* invite(agency, "evaluator", "inside")
        for (const who of [people.auditor, evaluator]) {
          const seen = yield* sourceFor(who)
          assert.containsAllKeys(seen, ["title", "amount"])
          assert.notInclude(JSON.stringify(seen), partnership)
        }
      }).pipe(Effect.provide(World))
  )
})
