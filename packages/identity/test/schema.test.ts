import { assert, it } from "@effect/vitest"
import { keyedWith } from "@phakhi/store/SealKey"
import { StoreDatabase } from "@phakhi/store/Store"
import { getMigrations } from "better-auth/db/migration"
import { Effect } from "effect"
import { sessionKey } from "../src/Sessions.ts"
import { dialect, make, options } from "../src/SignIn.ts"
import { embedded } from "./World.ts"

const settings = (url: string) => ({
  url,
  secret: "s".repeat(40),
  key: keyedWith("k".repeat(40)),
  sessions: sessionKey("k".repeat(40))
})

it.effect("our tables are the ones that better-auth expects", () =>
  Effect.gen(function* () {
    const database = { dialect: yield* dialect(yield* StoreDatabase), type: "postgres" } as const
    const expected = { ...options(settings("http://localhost:4000")), database }
    const { toBeAdded, toBeCreated } = yield* Effect.promise(() => getMigrations(expected))
    assert.deepStrictEqual([toBeAdded, toBeCreated], [[], []])
  }).pipe(Effect.scoped, Effect.provide(embedded))
)

it.effect(
  "SEC-1 over https the cookie is of this host alone, HttpOnly and SameSite=Lax, and ends after twelve hours",
  () =>
    Effect.gen(function* () {
      const signIn = yield* make(yield* StoreDatabase, settings("https://phakhi.example.go.th"))
      const { attributes, name } = (yield* Effect.promise(() => signIn.$context)).authCookies.sessionToken
      assert.strictEqual(name, "__Host-phakhi.session_token")
      assert.deepInclude(attributes, { secure: true, httpOnly: true, sameSite: "lax", path: "/", maxAge: 12 * 3600 })
      assert.notProperty(attributes, "domain")
    }).pipe(Effect.scoped, Effect.provide(embedded))
)
