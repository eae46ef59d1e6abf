import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Read.ts"
import type { View } from "../../src/engine/View.ts"
import type { Role } from "../../src/kernel/Actor.ts"
import { act, organisation, people, World } from "../journeys/World.ts"

const agencies = Effect.gen(function* () {
  const department = yield* people(yield* organisation("กรมสมมติ", "state", "department"))
  const institute = yield* organisation("สถาบันสมมติ", "state", "public-organisation")
  return { administrator: department.administrator, institute, theirs: yield* people(institute) }
})

it.effect("SEC-1 the staff of an agency, whatever its legal form, is managed by its own administrator alone", () =>
  Effect.gen(function* () {
    const { administrator, institute, theirs } = yield* agencies
    const invite = (roles: ReadonlyArray<Role>, by = administrator) =>
      act(by, "accounts.invite", { organisation: institute, name: "คนใหม่", email: `${roles[0]}@example.org`, roles })
    assert.deepInclude(yield* Effect.flip(invite(["executive"])), { _tag: "NotPermitted", rule: "SEC-1" })
    assert.strictEqual((yield* Effect.flip(invite(["partner-editor", "finance"])))._tag, "NotPermitted")
    yield* invite(["executive"], theirs.administrator)
    const foreign = theirs.finance.account
    const on = (operation: string, input: object) => Effect.flip(act(administrator, operation, input, foreign))
    for (const operation of ["accounts.lock", "accounts.end"]) {
      assert.strictEqual((yield* on(operation, { reason: "ลาออก" }))._tag, "NotPermitted", operation)
    }
    assert.strictEqual((yield* on("accounts.give-roles", { roles: ["partner-editor"] }))._tag, "NotPermitted")
    const asked = { operation: "accounts.get", id: foreign, input: {}, actor: administrator }
    const { actions } = (yield* ask(catalogue, asked)) as View
    assert.deepStrictEqual([...new Set(actions.map(({ refusal }) => refusal?.tag))], ["NotPermitted"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 the people of a partner, who has no administrator here, are managed by any agency's", () =>
  Effect.gen(function* () {
    const { administrator, institute } = yield* agencies
    const partner = { organisation: institute, name: "ผู้แทน", email: "partner@example.org", roles: ["partner-editor"] }
    const { id } = yield* act(administrator, "accounts.invite", partner)
    const raised = act(administrator, "accounts.give-roles", { roles: ["partner-editor", "agency-administrator"] }, id)
    assert.strictEqual((yield* Effect.flip(raised))._tag, "NotPermitted")
    yield* act(administrator, "accounts.give-roles", { roles: ["partner-editor", "partner-signatory"] }, id)
    yield* act(administrator, "accounts.lock", { reason: "ลาพัก" }, id)
    yield* act(administrator, "accounts.unlock", {}, id)
    yield* act(administrator, "accounts.end", { reason: "ลาออก" }, id)
  }).pipe(Effect.provide(World))
)

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
