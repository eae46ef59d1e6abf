import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { load } from "../../src/engine/OpenRecord.ts"
import type { Actor, Person, Role } from "../../src/kernel/Actor.ts"
import { type Account, accountRecord } from "../../src/parties/Account.ts"
import { act, invite, organisation, people } from "../journeys/World.ts"

export const stateOf = (id: string) =>
  Effect.map(load(accountRecord as never, id), (found) =>
    found._tag === "Some" ? (found.value.state as Account) : assert.fail(id)
  )

/** An agency with two administrators, neither of whom made the other one alone. */
export const agency = Effect.gen(function* () {
  const id = yield* organisation("กรมสมมติ", "state", "department")
  const { administrator: one, ...others } = yield* people(id)
  return { id, one, two: yield* invite(id, "agency-administrator", "two"), ...others }
})

export const refused = <A, R>(effect: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

export const giveRoles = (by: Actor, to: Person, ...roles: ReadonlyArray<Role>) =>
  act(by, "accounts.give-roles", { roles }, to.account)
export const confirm = (by: Actor, of: Person) => act(by, "accounts.confirm-proposal", {}, of.account)
