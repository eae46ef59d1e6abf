import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { tasksOn } from "../../src/engine/Tasks.ts"
import { AccountId, type Actor, may, type Person } from "../../src/kernel/Actor.ts"
import { Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, report } from "../journeys/Journey.ts"
import { act, invite, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }): Partnership =>
  Schema.decodeUnknownSync(partnershipRecord.State)(view.data)
const get = (actor: Actor, id: string) => ask(catalogue, { operation: "partnerships.get", id, input: {}, actor })
const seesAt = (actor: Actor, state: Partnership, now: string): boolean =>
  partnershipRecord.audiences
    .filter(({ name }) => name !== "public")
    .some(({ allow }) => may(actor, allow, partnershipRecord.access(state), { now: Instant.make(now) }))

describe("SEC-6 who evaluates and audits", () => {
  it.effect("is assigned by name: others with the same role neither see the record nor act on it", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      const agency = people.officer.organisation as never
      for (const role of ["evaluator", "auditor", "panel-member"] as const) {
        const other = yield* invite(agency, role, `other-${role}`)
        const lesson = { kind: "lesson", text: "เรียนรู้ร่วมกัน" }
        const state = stateOf(yield* act(people.officer, "lessons.record", lesson, id))
        assert.isFalse(seesAt(other, state, "2026-11-02T03:00:00.000Z"), role)
      }
      const auditor = yield* invite(agency, "auditor", "unassigned")
      const audit = act(auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" }, id)
      assert.strictEqual((yield* Effect.flip(audit))._tag, "NotPermitted")
      yield* act(people.officer, "assignments.assign", { account: auditor.account, duty: "auditor", from: day }, id)
      assert.strictEqual((yield* Effect.flip(audit))._tag, "NotReconciled")
      assert.isDefined(yield* get(auditor, id))
    }).pipe(Effect.provide(World))
  )

  it.effect("stands from the first day to the end of the last, in Bangkok, or until it is ended", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      const panel = yield* invite(people.officer.organisation as never, "panel-member")
      const term = { account: panel.account, duty: "panel-member", from: "2026-12-01", until: "2026-12-02" }
      const assigned = stateOf(yield* act(people.officer, "assignments.assign", term, id))
      assert.isFalse(seesAt(panel, assigned, "2026-11-30T16:59:59.999Z"))
      assert.isTrue(seesAt(panel, assigned, "2026-11-30T17:00:00.000Z"))
      assert.isTrue(seesAt(panel, assigned, "2026-12-02T16:59:59.999Z"))
      assert.isFalse(seesAt(panel, assigned, "2026-12-02T17:00:00.000Z"))
      const assignment = assigned.assignments.at(-1)?.id
      const at = "2026-12-01T05:00:00.000Z"
      const ended = stateOf(
        yield* act(people.administrator, "assignments.end", { assignment, reason: "ลาออก" }, id, at)
      )
      assert.isTrue(seesAt(panel, ended, "2026-12-01T04:59:59.999Z"))
      assert.isFalse(seesAt(panel, ended, at))
      const again = act(people.administrator, "assignments.end", { assignment, reason: "ลาออก" }, id, at)
      assert.strictEqual((yield* Effect.flip(again))._tag, "AssignmentUnknown")
    }).pipe(Effect.provide(World))
  )

  it.effect("counts for the duty that one is assigned for, and for no other role that one holds", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "before-money")
      const both = yield* act(people.administrator, "accounts.invite", {
        organisation: people.officer.organisation,
        name: "สองหน้าที่",
        email: "both@example.org",
        roles: ["auditor", "panel-member"]
      })
      const account = AccountId.make(both.id)
      const actor: Person = { ...people.auditor, account, roles: ["auditor", "panel-member"] }
      yield* act(people.officer, "assignments.assign", { account: both.id, duty: "panel-member", from: day }, id)
      const audit = act(actor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" }, id)
      assert.strictEqual((yield* Effect.flip(audit))._tag, "NotPermitted")
    }).pipe(Effect.provide(World))
  )

  it.effect("is nobody who is looked at, and nobody assigns themselves", () =>
    Effect.gen(function* () {
      const { partnership: id, people, recipient } = yield* journey("contracting", "before-money")
      const refused = (who: Actor & { readonly account: string }, duty: string) =>
        Effect.map(
          Effect.flip(
            act(people.officer, "assignments.assign", { account: who.account, duty, from: "2026-11-02" }, id)
          ),
          ({ _tag }) => _tag
        )
      const theirs = yield* invite(recipient as never, "evaluator", "theirs")
      assert.strictEqual(yield* refused(theirs, "evaluator"), "EvaluatorIsPayee")
      const juror = yield* invite(recipient as never, "panel-member", "juror")
      assert.strictEqual(yield* refused(juror, "panel-member"), "NotAssignable")
      assert.strictEqual(yield* refused(people.finance, "auditor"), "NotAssignable")
      assert.strictEqual(yield* refused(people.evaluator, "evaluator"), "AlreadyAssigned")
      assert.strictEqual(yield* refused(people.officer, "evaluator"), "NotAssignable")
    }).pipe(Effect.provide(World))
  )

  it.effect("is asked for by a task of the officer as long as nobody is assigned", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("grant", "after-first-tranche")
      const reported = stateOf(yield* report(people, id, "500000.00", true))
      const handlers = handlersOn(catalogue, "partnership")
      const at = { now: Instant.make("2026-11-02T03:00:00.000Z"), today: IsoDate.make("2026-11-02") }
      const waits = (state: Partnership) =>
        tasksOn(handlers, state, at).tasks.filter(({ operation }) => operation === "assignments.assign")
      assert.deepStrictEqual(waits(reported), [])
      const none = waits({ ...reported, assignments: [] })
      assert.deepStrictEqual(
        [...new Set(none.flatMap(({ roles }) => roles))],
        ["programme-officer", "agency-administrator"]
      )
    }).pipe(Effect.provide(World))
  )
})

const day = "2026-11-02"
