import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { AccountEvent, accountRecord } from "../../src/parties/Account.ts"
import { act, organisation, people, World } from "../journeys/World.ts"

const operation = "accounts.erase-personal-data"
const reason = "เจ้าของข้อมูลขอให้ลบ"

const colleagues = Effect.gen(function* () {
  const agency = yield* organisation("กรมสมมติ", "state", "department")
  return { agency, ...(yield* people(agency)) }
})

it.effect("SEC-3 the personal data of an account that has ended is erased; who did it, and what was done, stays", () =>
  Effect.gen(function* () {
    const { administrator, agency, finance } = yield* colleagues
    const id = finance.account
    const email = `finance.${agency.slice(-6)}@example.org`
    yield* act(administrator, "accounts.end", { reason: "ลาออก" }, id)
    const erased = yield* act(administrator, operation, { reason }, id)
    assert.deepInclude(erased.data as object, {
      personal: { subject: id, erasedAt: "2026-11-02T03:00:00.000Z" },
      status: "ended",
      roles: ["finance"]
    })
    assert.deepStrictEqual<unknown>(yield* stateAt(accountRecord as never, id, erased.version), erased.data)
    const store = yield* EventStore
    const { data: events } = yield* store.history("account", id, { limit: 10 })
    assert.deepInclude(events[0], { type: "PersonalDataErased", actor: administrator, data: { subject: id, reason } })
    assert.notInclude(JSON.stringify(events), email)
    const listed = yield* ask(catalogue, { operation: "accounts.list", input: {}, actor: administrator })
    assert.notInclude(JSON.stringify(listed), email)
    const history = yield* ask(catalogue, { operation: "accounts.history", id, input: {}, actor: administrator })
    assert.notInclude(JSON.stringify(history), email)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-3 the address of an erased account can be invited again, and several can be erased", () =>
  Effect.gen(function* () {
    const { administrator, agency, finance, officer } = yield* colleagues
    for (const { account } of [finance, officer]) {
      yield* act(administrator, "accounts.end", { reason: "ลาออก" }, account)
      yield* act(administrator, operation, { reason }, account)
    }
    const email = `finance.${agency.slice(-6)}@example.org`
    yield* act(administrator, "accounts.invite", { organisation: agency, name: "คนใหม่", email, roles: ["finance"] })
  }).pipe(Effect.provide(World))
)

it.effect("SEC-3 whoever still has an account keeps their name in it, and what is erased is erased once", () =>
  Effect.gen(function* () {
    const { administrator, finance } = yield* colleagues
    const id = finance.account
    const early = yield* Effect.flip(act(administrator, operation, { reason }, id))
    assert.deepInclude(early, { _tag: "AccountNotEnded", rule: "SEC-3", facts: { status: "active" } })
    yield* act(administrator, "accounts.lock", { reason: "สอบสวน" }, id)
    assert.strictEqual((yield* Effect.flip(act(administrator, operation, { reason }, id)))._tag, "AccountNotEnded")
    yield* act(administrator, "accounts.end", { reason: "ลาออก" }, id)
    yield* act(administrator, operation, { reason }, id)
    const again = yield* Effect.flip(act(administrator, operation, { reason }, id))
    assert.deepInclude(again, { _tag: "PersonalDataGone", rule: "SEC-3", kind: "conflict" })
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 only an administrator erases, and none that of another agency", () =>
  Effect.gen(function* () {
    const { administrator, finance, officer } = yield* colleagues
    const other = yield* people(yield* organisation("กรมอื่นสมมติ", "state", "department"))
    yield* act(administrator, "accounts.end", { reason: "ลาออก" }, finance.account)
    const refused = (actor: typeof officer) => Effect.flip(act(actor, operation, { reason }, finance.account))
    assert.strictEqual((yield* refused(officer))._tag, "NotPermitted")
    assert.include(["NotPermitted", "RecordNotFound"], (yield* refused(other.administrator))._tag)
  }).pipe(Effect.provide(World))
)

it("SEC-3 the invitation of an erased account is read without its name, and written as it was", () => {
  const uuid = "01910000-0000-7000-8000-000000000001"
  const stored = {
    _tag: "AccountInvited",
    id: uuid,
    organisation: uuid,
    personal: { subject: uuid },
    roles: ["finance"]
  }
  const read = Schema.decodeUnknownSync(AccountEvent)(stored)
  assert.deepStrictEqual<unknown>(Schema.encodeUnknownSync(AccountEvent)(read), stored)
})
