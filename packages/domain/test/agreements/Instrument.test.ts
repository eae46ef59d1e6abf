import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { Instrument } from "../../src/agreements/Instrument.ts"
import { ModelId } from "../../src/models/Models.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

describe("MOD-3 a model works through any instrument: which one usually fits is advice", () => {
  for (const model of ModelId.literals) {
    it.effect(`${model} is drafted again under each`, () =>
      Effect.gen(function* () {
        const { partnership: id, people } = yield* journey(model, "drafted")
        const parts = model === "contracting" ? ["60.00", "40.00"] : ["100.00"]
        for (const instrument of Instrument.literals) {
          const terms = {
            instrument,
            binding: instrument !== "mou",
            objectives: "ให้เด็กได้รับบริการ",
            conditions: [],
            period: { from: "2026-11-01", to: "2027-10-31" },
            value: baht("100.00"),
            unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 1, unitCost: baht("100.00") }],
            tranches: parts.map((amount) => ({ amount: baht(amount) }))
          }
          const { agreement } = (yield* act(people.officer, "agreements.draft", terms, id)).data as Partnership
          assert.strictEqual(agreement?._tag === "Draft" ? agreement.terms.instrument : "none", instrument)
        }
      }).pipe(Effect.provide(World))
    )
  }
})
