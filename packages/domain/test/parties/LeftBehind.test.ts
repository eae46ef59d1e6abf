import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import { act, organisation, people, World } from "../journeys/World.ts"
import { stateOf } from "./Accounts.ts"
import { claims, joins, reason, registered } from "./Boundaries.ts"

/** The agency invited somebody, issued their link, and then invited somebody else, who was verified. */
const replaced = Effect.gen(function* () {
  const { administrator, officer } = yield* people(yield* organisation("กรมสมมติ", "state", "department"))
  const id = yield* registered(officer, "มูลนิธิสมมติ")
  const left = yield* joins(administrator, id, "partner-administrator", "left", [])
  yield* act(administrator, "accounts.issue-link", {}, left.account)
  const claimant = yield* claims(administrator, id)
  yield* act(officer, "organisations.verify-claim", {}, id)
  const own: Person = { ...claimant, roles: ["partner-administrator"] }
  return { administrator, own, left }
})

it.effect("SEC-8 whoever came in by a link of the agency gets no role of the partner before a link of its own", () =>
  Effect.gen(function* () {
    const { left, own } = yield* replaced
    const give = act(own, "accounts.give-roles", { roles: ["partner-signatory"] }, left.account)
    yield* Effect.exit(give)
    assert.deepStrictEqual((yield* stateOf(left.account)).roles, [], "the agency can still be in")
    yield* act(own, "accounts.issue-link", {}, left.account)
    yield* give
    assert.deepStrictEqual((yield* stateOf(left.account)).roles, ["partner-signatory"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-8 the agency erases nobody of a partner that has an administrator of its own", () =>
  Effect.gen(function* () {
    const { administrator, left, own } = yield* replaced
    yield* act(own, "accounts.end", { reason }, left.account)
    yield* Effect.exit(act(administrator, "accounts.erase-personal-data", { reason }, left.account))
    assert.strictEqual((yield* stateOf(left.account)).personal.name, "left")
  }).pipe(Effect.provide(World))
)
