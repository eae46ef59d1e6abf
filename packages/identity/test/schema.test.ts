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

it.effect("SEC-1 over https the cookie is Secure, HttpOnly and SameSite=Lax, and ends after twelve hours", () =>
  Effect.gen(function* () {
    const signIn = yield* make(yield* StoreDatabase, { url: "https://phakhi.example.go.th", secret: "s".repeat(40) })
    const { attributes, name } = (yield* Effect.promise(() => signIn.$context)).authCookies.sessionToken
    assert.strictEqual(name, "__Secure-phakhi.session_token")
    assert.deepInclude(attributes, { secure: true, httpOnly: true, sameSite: "lax", path: "/", maxAge: 12 * 3600 })
  }).pipe(Effect.scoped, Effect.provide(embedded))
)
