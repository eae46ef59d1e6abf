import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { EventStore, isKept } from "../../src/engine/EventStore.ts"
import { perform } from "../../src/engine/Perform.ts"
import { termsOf } from "../../src/engine/Terms.ts"
import { AccountId, type Actor, accessOf, type Grant, may, type Person } from "../../src/kernel/Actor.ts"
import { auditor, evaluator, officer } from "../../src/kernel/Grants.ts"
import { addDays, type Instant, type IsoDate, startOfDay, toMillis } from "../../src/kernel/ThaiDate.ts"
import { journey } from "../journeys/Journey.ts"
import { act, invite, World } from "../journeys/World.ts"

const account = AccountId.make("00000000-0000-4000-8000-000000000001")
const actor: Actor = { kind: "person", account, organisation: null, roles: ["evaluator", "auditor"] }

const instants = [1, 2, 3, 4, 5, 6].map((day) => `2026-11-0${day}T00:00:00.000Z` as Instant)
const ends = [null, ...instants]
const allows: ReadonlyArray<ReadonlyArray<Grant>> = [
  [evaluator],
  [evaluator, auditor],
  [{ role: "evaluator", scope: "any", when: ["sealed"] }],
  [officer, { ...evaluator, when: ["opened"] }]
]

/** Every way in which one term, a second one and an opening lie to one another would be too many: these are drawn. */
const drawn = (seed: number) => {
  let state = seed
  const pick = <A>(from: ReadonlyArray<A>): A => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[Math.floor((state / 2 ** 32) * from.length)] as A
  }
  const term = (role: "evaluator" | "auditor") => ({ account, role, from: pick(ends), until: pick(ends) })
  const access = accessOf({ assigned: [term("evaluator"), term("auditor"), term("evaluator")], opensAt: pick(ends) })
  return { access, allow: pick(allows) }
}

describe("what the store's clock judges of who acts", () => {
  it("SEC-6 is when they may act without a break, no more and no less", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const { access, allow } = drawn(seed)
      const mayAt = (at: Instant) => may(actor, allow, access, { now: at })
      const moments = ["2026-10-31T00:00:00.000Z" as Instant, ...instants]
      for (const [index, now] of moments.entries()) {
        if (!mayAt(now)) continue
        const deadlines = termsOf(actor, allow, access, { now })
        const isJoined = (other: number) =>
          moments.slice(Math.min(index, other), Math.max(index, other) + 1).every((moment) => mayAt(moment))
        for (const [other, moment] of moments.entries()) {
          const kept = deadlines.every((deadline) => isKept(deadline, toMillis(moment)))
          assert.strictEqual(kept, isJoined(other), `seed ${seed}: ${now}, ${moment} ${JSON.stringify(deadlines)}`)
        }
      }
    }
  })

  /** Acts a moment before an instant by the clock of the process, and at it by that of the store. */
  const across = (by: Person, operation: string, input: object, id: string, instant: Instant) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const late = EventStore.of({
        ...store,
        append: (batch) => Effect.andThen(TestClock.setTime(toMillis(instant)), store.append(batch))
      })
      yield* TestClock.setTime(toMillis(instant) - 1)
      return yield* perform(catalogue, { operation, id, input, actor: by, seen: "latest" }).pipe(
        Effect.provideService(EventStore, late)
      )
    })

  const dayAfter = (day: string) => startOfDay(addDays(day as IsoDate, 1))

  it.effect("COL-5b a mandate that has ended by the store's clock signs nothing", () =>
    Effect.gen(function* () {
      const { partnership, people } = yield* journey("contracting", "after-first-tranche")
      const last = "2027-09-30"
      const renewal = { period: { from: "2027-11-01", to: "2028-10-31" }, reason: "ทำต่อ" }
      const sign = across(people.executive, "agreements.renew", renewal, partnership, dayAfter(last))
      assert.strictEqual((yield* Effect.flip(sign))._tag, "MandateExpired")
      yield* across(people.executive, "agreements.renew", renewal, partnership, dayAfter("2027-09-28"))
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-6 whose term has ended by the store's clock does nothing any more", () =>
    Effect.gen(function* () {
      const { partnership, people } = yield* journey("contracting", "after-first-tranche")
      const panel = yield* invite(people.officer.organisation as never, "evaluator", "for-a-term")
      const term = { account: panel.account, duty: "evaluator", from: "2026-11-02", until: "2026-12-02" }
      yield* act(people.officer, "assignments.assign", term, partnership)
      const lesson = { kind: "lesson", text: "เรียนรู้ร่วมกัน" }
      const record = (last: string) => across(panel, "lessons.record", lesson, partnership, dayAfter(last))
      yield* record("2026-12-01")
      assert.include(["NotPermitted", "RecordNotFound"], (yield* Effect.flip(record("2026-12-02")))._tag)
    }).pipe(Effect.provide(World))
  )
})
