import { assert, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { type Task, tasksOn } from "../../src/engine/Tasks.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { toDecimalString } from "../../src/kernel/Money.ts"
import { addDays, bangkokDay, type Instant, type IsoDate } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { evaluate, journey, pay, report } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

const histories = runs(40)
const length = 100

const dice = (seed: number) => {
  let state = Math.imul(seed, 2_654_435_761)
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

interface Waited {
  readonly since: Instant | null
  readonly endedBy?: string
}

/** Work that is suspended waits as before once it is resumed: nothing is asked anew. */
const asBefore = ["agreements.suspend"]

/** Keeps account of what has waited; answers what waits again though another act than its own had ended it. */
const askedAnew = (waited: Map<string, Waited>, tasks: ReadonlyArray<Task>, by: string, seed: number) => {
  const anew: Array<string> = []
  for (const { key, operation, since } of tasks) {
    const before = waited.get(key)
    waited.set(key, { since })
    if (before?.endedBy === undefined || [operation, ...asBefore].includes(before.endedBy)) continue
    anew.push(operation)
    assert.isTrue(
      (since ?? "") > (before.since ?? ""),
      `${key} was ended by ${before.endedBy}, and waits again by ${by}, since ${since} as before (seed ${seed})`
    )
  }
  const keys = new Set(tasks.map(({ key }) => key))
  for (const [key, before] of waited)
    if (!keys.has(key) && before.endedBy === undefined) waited.set(key, { ...before, endedBy: by })
  return anew
}

type Journey = Effect.Success<ReturnType<typeof journey>>
type Attempt = readonly [actor: Person, operation: string, input: object]

/** What carries the work on to its end, and what sends it back. */
const attempts = (
  { people, source }: Journey,
  { assignments, delivery, evaluations, funding, plan }: Partnership,
  roll: (sides: number) => number
): ReadonlyArray<Attempt> => {
  const reason = "เหตุผล"
  const results = (plan?.indicators ?? []).map(({ id }, index) => ({ indicator: id, value: index === 0 ? "95" : "33" }))
  const finding = { results, findings: "พบว่า", siteVisit: "2026-11-01" }
  const evaluation = evaluations.at(-1)?.id ?? "—"
  const disbursement = funding.disbursements.at(-1)?.id ?? "—"
  const paid = funding.disbursements
    .filter(({ _tag }) => _tag === "Approved")
    .reduce((sum, one) => sum + one.amount, 0n)
  const committed = funding.commitments.reduce((sum, one) => sum + one.amount, 0n)
  const decided = funding.decisions.reduce((sum, one) => sum + one.amount, 0n)
  const replaced = new Set(delivery.reports.map(({ replaces }) => replaces))
  const standing = delivery.reports.filter(({ no }) => !replaced.has(no))
  const spent = standing.flatMap(({ expenditure }) => expenditure).reduce((sum, one) => sum + one.spent, 0n)
  const money = (satang: bigint) => baht(toDecimalString(satang < 0n ? 0n : satang))
  const left = money(committed - spent - decided)
  const day = addDays("2026-11-01" as IsoDate, delivery.reports.length)
  const report = { period: { from: day, to: day }, narrative: "รายงาน", results: [] }
  const spending = (amount: string) => ({ expenditure: [{ activity: "งาน", spent: baht(amount) }] })
  const corrected = standing.at(-1)?.no
  const evaluating: ReadonlyArray<Attempt> = [
    [people.evaluator, "evaluations.submit", { method: "internal", ...finding }],
    [people.outsider, "evaluations.submit", { method: "external", ...finding }],
    [people.officer, "evaluations.accept", { evaluation, deductions: [] }],
    [people.officer, "evaluations.return", { evaluation, reason }]
  ]
  return [
    [people.editor, "reports.submit", { ...report, ...spending("1000.00") }],
    [people.editor, "reports.submit", { ...report, ...spending("900.00"), replaces: corrected }],
    ...evaluating,
    ...evaluating,
    [people.finance, "disbursements.prepare", { tranche: 2, amount: baht(roll(3) === 0 ? "400000.00" : "1000.00") }],
    [people.executive, "disbursements.approve", { disbursement }],
    [people.executive, "disbursements.reject", { disbursement, reason }],
    [people.executive, "disbursements.reverse", { disbursement, reason }],
    [people.finance, "funding.commit", { source, amount: baht("10.00") }],
    [people.finance, "funding.return-unspent", { amount: left, reason }],
    [people.finance, "funding.return-unspent", { amount: left, reason }],
    [people.finance, "funding.carry-over", { source, fiscalYear: 2571, amount: left, reason }],
    [people.finance, "closings.reconcile", { spent: money(spent) }],
    [people.finance, "closings.reconcile", { spent: money(spent) }],
    [people.auditor, "closings.audit", { opinion: roll(6) === 0 ? "clean" : "adverse", note: reason }],
    [
      people.officer,
      "assignments.end",
      { assignment: assignments.findLast(({ ended }) => ended === undefined)?.id ?? "—", reason }
    ],
    ...[people.auditor, people.evaluator, people.outsider].map(
      (one): Attempt => [
        people.officer,
        "assignments.assign",
        { account: one.account, duty: one.roles[0], from: "2027-06-01" }
      ]
    ),
    ...(paid > 0n && roll(20) === 0
      ? ([
          [people.executive, "agreements.suspend", { reason }],
          [people.executive, "agreements.resume", { reason }]
        ] as const)
      : [[people.executive, "agreements.resume", { reason }] as const])
  ]
}

const begunAt = Date.parse("2027-06-01T00:00:00.000Z")

const history = (seed: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const begun = yield* journey("contracting", "after-first-tranche")
    const id = begun.partnership
    const stateOf = Effect.map(stateAt(partnershipRecord as never, id, 1_000_000), (state) => state as Partnership)
    const waited = new Map<string, Waited>()
    const anew: Array<string> = []
    // In half of them the accounts are put in order at once.
    if (seed % 2 === 0)
      yield* act(begun.people.executive, "agreements.terminate", { reason: "เหตุผล" }, id, "2027-05-31T00:00:00.000Z")
    for (let n = 0; n < length; n++) {
      const options = attempts(begun, yield* stateOf, roll)
      const [actor, operation, input] = options[roll(options.length)] ?? assert.fail()
      const now = new Date(begunAt + n * 60_000).toISOString() as Instant
      const outcome = yield* Effect.result(act(actor, operation, input, id, now))
      if (Result.isFailure(outcome)) continue
      const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), yield* stateOf, { now, today: bangkokDay(now) })
      anew.push(...askedAnew(waited, tasks, operation, seed))
    }
    return anew
  }).pipe(Effect.provide(World))

it.effect(
  "PRO-2 what another act has ended and waits again waits since later than before, so that it is told anew",
  () =>
    Effect.gen(function* () {
      const all = yield* Effect.forEach(
        Array.from({ length: histories }, (_, index) => index + 1),
        history
      )
      assert.isNotEmpty(all.flat(), "some of it is asked anew")
    })
)

/** Carries out acts one after the other, and says which task each of them asks for anew. */
const eachAsks = (id: string, acts: ReadonlyArray<readonly [...Attempt, ...ReadonlyArray<string>]>) =>
  Effect.gen(function* () {
    const waited = new Map<string, Waited>()
    for (const [index, [actor, operation, input, ...expected]] of acts.entries()) {
      const now = new Date(begunAt + index * 60_000).toISOString() as Instant
      yield* act(actor, operation, input, id, now)
      const state = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
      const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), state, { now, today: bangkokDay(now) })
      const anew = [...new Set(askedAnew(waited, tasks, operation, 0))]
      assert.deepStrictEqual(anew, expected, `${index}: ${operation}`)
    }
  })

it.effect("COL-8 an evaluation that was sent back and given again waits anew since the finding", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    yield* report(people, id, "500000.00")
    const { plan } = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    const results = (plan?.indicators ?? []).map((one, index) => ({ indicator: one.id, value: ["87.5", "38"][index] }))
    const finding = { results, findings: "พบว่า", siteVisit: "2026-11-01" }
    const internal: Attempt = [people.evaluator, "evaluations.submit", { method: "internal", ...finding }]
    const external: Attempt = [people.outsider, "evaluations.submit", { method: "external", ...finding }]
    yield* act(...internal, id)
    const shown = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    const sendBack: Attempt = [
      people.officer,
      "evaluations.return",
      { evaluation: shown.evaluations[0]?.id, reason: "ขาดหลักฐาน" }
    ]
    yield* eachAsks(id, [
      external,
      sendBack,
      internal,
      [...external, "evaluations.accept"],
      sendBack,
      external,
      [...internal, "evaluations.accept"]
    ])
  }).pipe(Effect.provide(World))
)

const corrected = (spent: string, replaces: number) => ({
  period: { from: "2026-11-02", to: "2026-11-02" },
  narrative: "แก้ไข",
  expenditure: [{ activity: "งาน", spent: baht(spent) }],
  results: [],
  replaces
})

it.effect("PRO-2, MON-5 what is unspent, and the accounts, wait anew since the spending was corrected", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    yield* report(people, id, "500000.00")
    yield* evaluate(people, id, true)
    yield* pay(people, id, 2, "400000.00")
    yield* report(people, id, "400000.00", false, "2026-11-02")
    yield* evaluate(people, id, false)
    yield* eachAsks(id, [
      [people.editor, "lessons.record", { kind: "lesson", text: "เรียนรู้" }],
      [people.editor, "reports.submit", corrected("500000.00", 2)],
      [people.editor, "reports.submit", corrected("300000.00", 3), "funding.return-unspent"],
      [people.finance, "funding.return-unspent", { amount: baht("200000.00"), reason: "เหลือ" }, "closings.reconcile"]
    ])
  }).pipe(Effect.provide(World))
)
