import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlerOf } from "../../src/engine/Catalogue.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import type { Actor, Person } from "../../src/kernel/Actor.ts"
import { bangkokDay, type Instant } from "../../src/kernel/ThaiDate.ts"
import { organisationRecord } from "../../src/parties/Organisation.ts"
import { act, invite, World } from "../journeys/World.ts"
import { agency, giveRoles, stateOf } from "./Accounts.ts"
import { reason } from "./Boundaries.ts"

const now = "2026-11-03T03:00:00.000Z" as Instant

/** Who is told of an act on an account, and what, in English. */
const toldBy = (by: Actor, operation: string, input: object, { account, organisation }: Person) =>
  Effect.gen(function* () {
    const found = yield* load(organisationRecord as never, organisation as string)
    const decided = handlerOf(catalogue, operation)?.decide({
      state: yield* stateOf(account),
      input,
      context: { actor: by, now, today: bangkokDay(now), newId: () => account },
      related: { organisation: found._tag === "Some" ? found.value.state : assert.fail() },
      many: { administrators: [] },
      files: new Map()
    })
    return decided === undefined || Result.isFailure(decided)
      ? assert.fail(operation)
      : decided.success.tells.map(({ about, account: to, words }) => ({ to, about, en: words.en }))
  })

/** One administrator proposes; another one, or a third, answers. */
const proposed = Effect.gen(function* () {
  const staff = yield* agency
  const third = yield* invite(staff.id, "agency-administrator", "third")
  yield* giveRoles(staff.one, staff.finance, "finance", "executive")
  return { ...staff, third }
})

describe("SEC-9 whoever proposed something for an account", () => {
  for (const [operation, input, en] of [
    ["accounts.confirm-proposal", {}, "What you proposed for an account (roles) was confirmed."],
    ["accounts.decline-proposal", { reason }, "What you proposed for an account (roles) was declined."],
    [
      "accounts.give-roles",
      { roles: ["finance"] },
      "What you proposed for an account (roles) no longer stands: somebody has done something else with the account."
    ],
    [
      "accounts.end",
      { reason },
      "What you proposed for an account (roles) no longer stands: somebody has done something else with the account."
    ]
  ] as const)
    it.effect(`is told what became of it by ${operation}, unless they did it themselves`, () =>
      Effect.gen(function* () {
        const { finance, one, two } = yield* proposed
        const told = yield* toldBy(two, operation, input, finance)
        assert.deepStrictEqual(
          told.filter(({ to }) => to === one.account),
          [{ to: one.account, about: finance.account, en }]
        )
        assert.notInclude(JSON.stringify(told), reason)
        if (operation === "accounts.confirm-proposal") return
        assert.notInclude(
          (yield* toldBy(one, operation, input, finance)).map(({ to }) => to),
          one.account
        )
      }).pipe(Effect.provide(World))
    )

  it.effect("is told nothing of resting roles, where something else was done with the account", () =>
    Effect.gen(function* () {
      const { finance, one, two } = yield* agency
      yield* act(one, "accounts.issue-link", {}, finance.account)
      const told = yield* toldBy(two, "accounts.end", { reason }, finance)
      assert.match(told.find(({ to }) => to === one.account)?.en ?? "", /something else with the account\.$/)
    }).pipe(Effect.provide(World))
  )

  it.effect("is told that the roles of the account go on resting, where that was declined", () =>
    Effect.gen(function* () {
      const { finance, one, two } = yield* agency
      yield* act(one, "accounts.issue-link", {}, finance.account)
      const told = yield* toldBy(two, "accounts.decline-proposal", { reason }, finance)
      assert.include(
        told.find(({ to }) => to === one.account)?.en,
        "was declined. The roles of the account rest until it is proposed anew."
      )
    }).pipe(Effect.provide(World))
  )
})
