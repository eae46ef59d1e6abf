import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { guessing, placeOf } from "../src/Guesses.ts"
import { identityRefusal } from "../src/Refusals.ts"

describe("the place that a request comes from", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:4711", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["[::ffff:203.0.113.7]:443", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2"],
    ["[2001:db8:1:2::1]:443", "2001:db8:1:2"],
    ["::1", "0:0:0:0"]
  ])("SEC-1 is one for %s, however it is written", (address, place) => {
    assert.strictEqual(placeOf(address), place)
  })

  it("SEC-1 is one for all that is no address", () => {
    const places = ["", "unknown", "203.0.113.7.9", "_hidden", "203.0.113.7, 10.0.0.1", "x".repeat(5000)].map(placeOf)
    assert.strictEqual(new Set(places).size, 1)
  })
})

describe("guesses", () => {
  const wrong = Effect.fail(identityRefusal("SignInRefused", {}))
  const isWrong = ({ _tag }: { readonly _tag: string }) => _tag === "SignInRefused"
  const refusalOf = <A>(attempt: Effect.Effect<A, { readonly _tag: string }>) =>
    Effect.map(Effect.flip(attempt), ({ _tag }) => _tag)

  it.effect("SEC-1 are counted for one person from all places together, and for one place over all persons", () =>
    Effect.gen(function* () {
      const [ofAccount, fromPlace] = [guessing(3), guessing(4)]
      const from = (place: string, email: string) => fromPlace(place, isWrong, ofAccount(email, isWrong, wrong))
      for (const place of ["a", "b", "c"]) assert.strictEqual(yield* refusalOf(from(place, "one")), "SignInRefused")
      assert.strictEqual(yield* refusalOf(from("d", "one")), "TooManyAttempts")
      for (const email of ["two", "three", "four"])
        assert.strictEqual(yield* refusalOf(from("a", email)), "SignInRefused")
      assert.strictEqual(yield* refusalOf(from("a", "five")), "TooManyAttempts")
      yield* TestClock.adjust("16 minutes")
      assert.strictEqual(yield* refusalOf(from("a", "one")), "SignInRefused")
    })
  )
})
