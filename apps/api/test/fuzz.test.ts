import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { offeredIn } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { runs } from "@phakhi/testing/Runs"
import { Arbitrary, Effect, Schema } from "effect"
import { type Busy, openBusyAgency } from "./BusyAgency.ts"
import type { World } from "./World.ts"

/**
 * Every operation with inputs made from its own schema, right and wrong, by people of every role of a busy agency, on
 * records at every stage: no answer is an accident, and each is one that the description declares.
 */

const cases = Number(process.env["PHAKHI_FUZZ_CASES"] ?? runs(8, 2))
const seed = Number(process.env["PHAKHI_FUZZ_SEED"] ?? 2569)

interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>
}

let world: World
let document: Document
let people: Busy["people"]
let ids: Busy["ids"]

beforeAll(async () => {
  ;({ ids, people, world } = await openBusyAgency())
  document = (await (await world.app.request("/openapi.json")).json()) as Document
})
afterAll(() => world.close())

const tally = new Map<number, number>()

/** Small numbers in a row that anybody can make again from the seed. */
const numbers = (from: number) => {
  let state = from >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const oddities: ReadonlyArray<unknown> = [
  null,
  "",
  "\u0000",
  "\ud800",
  -1,
  1e308,
  "9".repeat(400),
  [],
  {},
  { __proto__: null, constructor: 1 },
  "<script>",
  "'; DROP TABLE record; --",
  "0190b3a2-0000-7000-8000-000000000000",
  { amount: "-1.00", currency: "THB" },
  "2569-13-45"
]

/** Puts something odd in one place of a value. */
const mutated = (value: unknown, next: (below: number) => number): unknown => {
  const odd = oddities[next(oddities.length)]
  if (value === null || typeof value !== "object") return odd
  const keys = Object.keys(value)
  const key = keys[next(keys.length)]
  if (key === undefined || next(4) === 0) return Array.isArray(value) ? [...value, odd] : { ...value, colour: odd }
  const part = mutated((value as Record<string, unknown>)[key], next)
  return Array.isArray(value) ? value.map((one, at) => (String(at) === key ? part : one)) : { ...value, [key]: part }
}

/** Of a long form with many texts most samples hold one that is not a text of ours. */
const manyFields = 100

const inputsOf = (operation: Operation): Promise<ReadonlyArray<unknown>> => {
  const schema = operation.input as unknown as Schema.Codec<unknown>
  return Effect.runPromise(
    Effect.map(
      Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: cases, seed, maxDiscards: cases * manyFields }),
      (values) => values.map((value) => Schema.encodeSync(schema)(value))
    )
  )
}

const asQuery = (input: unknown): string => {
  const entries = input !== null && typeof input === "object" ? Object.entries(input) : []
  return new URLSearchParams(
    entries.map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value.toWellFormed() : JSON.stringify(value)
    ])
  ).toString()
}

describe.each(offeredIn(catalogue).map((operation) => [operation.name, operation] as const))(
  "fuzz %s",
  (_, operation) => {
    it("answers whatever it is sent with a declared answer", async () => {
      const { method, path } = routeOf(operation)
      const declared = document.paths[path]?.[method.toLowerCase()]?.responses ?? {}
      const next = numbers(seed + operation.name.length)
      const known = ids.get(operation.record ?? "") ?? []
      for (const right of await inputsOf(operation)) {
        for (const input of [right, mutated(right, next), mutated(mutated(right, next), next)]) {
          const id = known[next(known.length)] ?? "none"
          const key = path.includes("{id}") && known.length === 0 ? (input as { readonly id?: unknown } | null)?.id : id
          const target = path.replace(
            "{id}",
            encodeURIComponent(typeof key === "string" && key !== "" ? key.toWellFormed() : id)
          )
          const by = people[next(people.length)]!
          const headers = operation.type === "command" ? { "if-match": "*" } : {}
          const response =
            method === "GET"
              ? await by(method, `${target}?${asQuery(input)}`)
              : await by(method, target, JSON.stringify(input), headers)
          const text = await response.text()
          tally.set(response.status, (tally.get(response.status) ?? 0) + 1)
          const told = `${operation.name} ${target} ${JSON.stringify(input)?.slice(0, 2000)} answered ${response.status} ${text.slice(0, 500)}`
          assert.isBelow(response.status, 500, told)
          assert.property(declared, String(response.status), told)
          if (response.status >= 400) {
            const problem = JSON.parse(text) as Record<string, unknown>
            assert.isTrue(typeof problem["code"] === "string" && typeof problem["th"] === "string", told)
            assert.notMatch(`${problem["th"]}${problem["en"]}`, /undefined|\[object/, told)
          }
        }
      }
    })
  }
)

it("the inputs went deep: some were carried out, some refused by a rule, some as malformed", () => {
  for (const status of [200, 201, 400, 403, 422]) assert.isAbove(tally.get(status) ?? 0, 0, JSON.stringify([...tally]))
})
