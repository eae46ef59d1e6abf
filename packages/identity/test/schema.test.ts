import { assert, it } from "@effect/vitest"
import { StoreDatabase } from "@phakhi/store/Store"
import { getMigrations } from "better-auth/db/migration"
import { Effect } from "effect"
import { make } from "../src/SignIn.ts"
import { embedded } from "./World.ts"

it.effect("our tables are the ones that better-auth expects", () =>
  Effect.gen(function* () {
    const signIn = yield* make(yield* StoreDatabase, { url: "http://localhost:4000", secret: "s".repeat(40) })
    const { toBeAdded, toBeCreated } = yield* Effect.promise(() => getMigrations(signIn.options))
    assert.deepStrictEqual([toBeAdded, toBeCreated], [[], []])
  }).pipe(Effect.scoped, Effect.provide(embedded))
)
