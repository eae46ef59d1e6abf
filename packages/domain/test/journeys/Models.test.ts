import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { journey } from "./Journey.ts"
import { act, baht, World } from "./World.ts"

const standing = (view: { readonly data: unknown }) =>
  (view.data as { readonly standing: { readonly _tag: string } }).standing._tag

for (const model of ["contracting", "grant", "commissioning"] as const) {
  it.effect(`COL-1…MON-6 ${model}: a mission goes from review to a closed and audited account`, () =>
    Effect.gen(function* () {
      const { closed } = yield* journey(model)
      assert.strictEqual(standing(closed), "Closed")
    }).pipe(Effect.provide(World))
  )
}

it.effect("PBC-7 a later tranche waits for the accepted evaluation before it", () =>
  Effect.gen(function* () {
    const { people, partnership } = yield* journey("contracting", "after-first-tranche")
    const refused = yield* Effect.flip(
      act(people.finance, "disbursements.prepare", { tranche: 2, amount: baht("1.00") }, partnership)
    )
    assert.strictEqual(refused._tag, "EvaluationNotAccepted")
    assert.strictEqual(refused.rule, "PBC-7a")
  }).pipe(Effect.provide(World))
)
