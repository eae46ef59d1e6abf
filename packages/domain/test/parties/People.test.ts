import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { act, organisation, people, World } from "../journeys/World.ts"

it.effect("SEC-1 an address is one person's in whatever case it is written", () =>
  Effect.gen(function* () {
    const agency = yield* organisation("กรมสมมติ", "state", "department")
    const { administrator } = yield* people(agency)
    const invite = (email: string) =>
      act(administrator, "accounts.invite", { organisation: agency, name: "คนใหม่", email, roles: ["finance"] })
    const first = yield* invite("Somchai.J@Example.go.th")
    assert.deepInclude(first.data as object, {
      personal: { subject: first.id, name: "คนใหม่", email: "somchai.j@example.go.th" }
    })
    for (const email of ["somchai.j@example.go.th", "SOMCHAI.J@EXAMPLE.GO.TH"]) {
      assert.deepInclude(yield* Effect.flip(invite(email)), { _tag: "EmailTaken", field: "/email" })
    }
  }).pipe(Effect.provide(World))
)

it.effect("SEC-2 an address that nobody could sign in with is refused at the invitation", () =>
  Effect.gen(function* () {
    const agency = yield* organisation("กรมสมมติ", "state", "department")
    const { administrator } = yield* people(agency)
    const invite = (email: string) =>
      act(administrator, "accounts.invite", { organisation: agency, name: "คนใหม่", email, roles: ["finance"] })
    for (const email of [
      "สมชาย@example.go.th",
      "a@ตัวอย่าง.ไทย",
      "ａ@example.org",
      "a\u200b@example.org",
      "a@b",
      "a..b@x.org"
    ]) {
      assert.deepInclude(yield* Effect.flip(invite(email)), { _tag: "InputMalformed", field: "/email" }, email)
    }
    yield* invite("o'neil+phakhi@sub.example-x.go.th")
  }).pipe(Effect.provide(World))
)
