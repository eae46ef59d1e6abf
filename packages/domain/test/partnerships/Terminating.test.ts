import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import type { ListPage } from "../../src/engine/EventStore.ts"
import { Files } from "../../src/engine/Files.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import type { OrganisationId } from "../../src/kernel/Actor.ts"
import { addDays, bangkokDay, IsoDate, startOfDay } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey, pay } from "../journeys/Journey.ts"
import { waitingForNobody } from "../journeys/Waiting.ts"
import { act, baht, invite, text, World } from "../journeys/World.ts"

/** Every file is known by its digest. */
const WithFiles = Layer.mergeAll(
  World,
  Layer.succeed(Files, {
    find: (digest) =>
      Effect.succeed(Option.some({ file: { digest, size: 7, type: "application/pdf" }, isOwn: true, holders: [] }))
  })
)

const stateOf = (id: string) =>
  Effect.map(stateAt(partnershipRecord as never, id, 1_000_000), (state) => state as Partnership)

const reason = "ผู้รับมอบเลิกกิจการ"
const now = startOfDay(IsoDate.make("2027-01-15"))
const tasksAt = (state: Partnership, at = now) =>
  tasksOn(handlersOn(catalogue, "partnership"), state, { now: at, today: bangkokDay(at) }).tasks

/** Terminated midway, and reconciled; nobody is assigned to audit. */
const terminated = Effect.gen(function* () {
  const begun = yield* journey("contracting", "after-first-tranche")
  const { partnership: id, people } = begun
  const does = (who: Parameters<typeof act>[0], operation: string, input: object) => act(who, operation, input, id, now)
  const { assignments } = yield* stateOf(id)
  const auditing = assignments.find(({ duty }) => duty === "auditor")?.id
  yield* does(people.officer, "assignments.end", { assignment: auditing, reason: "ลาออก" })
  yield* does(people.executive, "agreements.terminate", { reason })
  yield* does(people.finance, "funding.return-unspent", { amount: baht("1000000.00"), reason })
  yield* does(people.finance, "closings.reconcile", { spent: baht("0.00") })
  return { ...begun, id, does }
})

describe("MON-6 an agreement that is terminated midway", () => {
  it.effect("asks for an auditor where there is none, in time for the audit, and its accounts are closed", () =>
    Effect.gen(function* () {
      const { does, id, people } = yield* terminated
      const state = yield* stateOf(id)
      assert.deepStrictEqual(waitingForNobody(state, now), [])
      const asked = tasksAt(state).filter(({ operation }) => operation === "assignments.assign")
      assert.isTrue(asked.some((task) => waitsFor(task, people.officer)))
      assert.deepStrictEqual([...new Set(asked.map(({ due }) => due))], [addDays(IsoDate.make("2027-01-15"), 90)])
      const auditor = yield* invite(people.officer.organisation as OrganisationId, "auditor", "second-auditor")
      const duty = { account: auditor.account, duty: "auditor", from: "2027-01-15" }
      yield* does(people.officer, "assignments.assign", duty)
      assert.isTrue(tasksAt(yield* stateOf(id)).some((task) => waitsFor(task, auditor)))
      yield* does(auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" })
      yield* does(people.executive, "closings.close", {})
      assert.strictEqual((yield* stateOf(id)).standing._tag, "Closed")
    }).pipe(Effect.provide(World))
  )

  it.effect(
    "MON-5 is asked of the recipient what was spent until then, and corrected, until the accounts are settled",
    () =>
      Effect.gen(function* () {
        const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
        const does = (who: Parameters<typeof act>[0], operation: string, input: object) =>
          act(who, operation, input, id, now)
        yield* does(people.executive, "agreements.terminate", { reason })
        const asked = tasksAt(yield* stateOf(id)).find(({ operation }) => operation === "reports.submit")
        assert.strictEqual(asked?.due, addDays(IsoDate.make("2027-01-15"), 30))
        const { plan } = yield* stateOf(id)
        const [activity] = plan?.activities ?? []
        const final = (spent: string, more: object = {}) => ({
          period: { from: plan?.activities[0]?.period.from, to: "2027-01-15" },
          narrative: "รายงานจนถึงวันเลิกข้อตกลง",
          final: true,
          expenditure: [{ activity: activity?.id, spent: baht(spent) }],
          results: [],
          ...more
        })
        yield* does(people.editor, "reports.submit", final("100000.00"))
        yield* does(people.editor, "reports.submit", final("90000.00", { replaces: 1 }))
        assert.isFalse(tasksAt(yield* stateOf(id)).some(({ operation }) => operation === "reports.submit"))
        yield* does(people.finance, "funding.return-unspent", { amount: baht("910000.00"), reason })
        yield* does(people.finance, "closings.reconcile", { spent: baht("90000.00") })
        const late = yield* Effect.flip(does(people.editor, "reports.submit", final("80000.00", { replaces: 2 })))
        assert.strictEqual(late._tag, "AccountsSettled")
      }).pipe(Effect.provide(World))
  )

  it.effect("SEC-6 takes nobody who looks at work that goes on", () =>
    Effect.gen(function* () {
      const { does, people } = yield* terminated
      const evaluator = yield* invite(people.officer.organisation as OrganisationId, "evaluator", "second-evaluator")
      const duty = { account: evaluator.account, duty: "evaluator", from: "2027-01-15" }
      assert.strictEqual(
        (yield* Effect.flip(does(people.officer, "assignments.assign", duty)))._tag,
        "PartnershipNotRunning"
      )
    }).pipe(Effect.provide(World))
  )

  it.effect("takes vouchers until its accounts are closed", () =>
    Effect.gen(function* () {
      const { does, id, people } = yield* terminated
      yield* does(people.finance, "evidence.attach", { file: "a".repeat(64), name: "ใบเสร็จ.pdf" })
      assert.lengthOf((yield* stateOf(id)).evidence, 1)
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("PRO-1 has every step of its closing done, one that its agency has added among them", () =>
    Effect.gen(function* () {
      const begun = yield* journey("contracting", "before-money")
      const { partnership: id, people } = begun
      const study = {
        id: "OWN-study",
        rule: "MON-6",
        label: text("ศึกษาปัญหาและความเหมาะสม"),
        lane: "owner",
        after: ["MON-6a"],
        within: "MON-6",
        completion: { by: "record", facts: [] },
        skip: "never"
      }
      const overlay = {
        title: text("ฉบับของหน่วยงาน"),
        model: "contracting",
        edits: [{ _tag: "AddStep", step: study, before: ["MON-6c"] }],
        waivers: []
      }
      const { id: process } = yield* act(people.officer, "processes.adapt", { overlay })
      yield* act(people.officer, "partnerships.adapt", { process }, id)
      yield* act(people.signatory, "partnerships.confirm-process", {}, id)
      yield* pay(people, id, 1, "600000.00")
      const does = (who: Parameters<typeof act>[0], operation: string, input: object) =>
        act(who, operation, input, id, now)
      yield* does(people.executive, "agreements.terminate", { reason })
      yield* does(people.finance, "funding.return-unspent", { amount: baht("1000000.00"), reason })
      yield* does(people.finance, "closings.reconcile", { spent: baht("0.00") })
      yield* does(people.auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" })
      assert.deepStrictEqual(waitingForNobody(yield* stateOf(id), now), [])
      yield* does(people.officer, "steps.complete", { step: study.id, facts: {} })
      yield* does(people.executive, "closings.close", {})
      assert.strictEqual((yield* stateOf(id)).standing._tag, "Closed")
    }).pipe(Effect.provide(World))
  )

  it.effect("PRO-2 is late once its accounts are not closed 120 days after its end, and listed as such", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse(now))
      const { id, people } = yield* terminated
      const lateOnes = Effect.map(
        ask(catalogue, { operation: "partnerships.list", input: { late: true }, actor: people.officer }),
        (page) => (page as ListPage).data.map((row) => row.id)
      )
      assert.strictEqual(partnershipRecord.deadline?.(yield* stateOf(id)), addDays(IsoDate.make("2027-01-15"), 120))
      assert.deepStrictEqual(yield* lateOnes, [])
      yield* TestClock.setTime(Date.parse(startOfDay(addDays(IsoDate.make("2027-01-15"), 91))))
      assert.deepStrictEqual(yield* lateOnes, [id])
    }).pipe(Effect.provide(World))
  )
})
