import { Effect, Result } from "effect"
import { waiting } from "../../src/agreements/Amending.ts"
import { spentTotal } from "../../src/delivery/Report.ts"
import { balances } from "../../src/funding/Balances.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { addDays, type IsoDate } from "../../src/kernel/ThaiDate.ts"
import { notBegun } from "../../src/partnerships/decisions/rounds.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { bringing, factsOf, type journey, plan, rated } from "../journeys/Journey.ts"
import { act, baht, invite } from "../journeys/World.ts"

/** A small generator of its own, so that a failing history can be named by its seed. */
export const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export interface Attempt {
  readonly actor: Person
  readonly operation: string
  readonly input: object
  /** The record that it is aimed at, where it is not the partnership. */
  readonly id?: string
}

type Journey = Effect.Success<ReturnType<typeof journey>>

/** Beside those of the journey, a second one of each who decides: several people act for each side. */
interface Second {
  readonly officer: Person
  readonly executive: Person
  readonly finance: Person
  readonly signatory: Person
}

export type Begun = Journey & { readonly process: string; readonly rounds: string; readonly second: Second }

/** What is left to decide about, as the accounts and the reports have it. */
const leftIn = ({ delivery, funding }: Partnership): bigint => balances(funding, spentTotal(delivery.reports)).undecided

const written = (satang: bigint): ReturnType<typeof baht> =>
  baht(`${satang / 100n}.${String(satang % 100n).padStart(2, "0")}`)

/** What is tried next: mostly what carries the work on, else anything by anyone. */
export const attempts = (
  { mission, people, process, recipient, rounds, second, source }: Begun,
  partnership: Partnership,
  roll: (sides: number) => number
): Attempt => {
  const pick = <A>(items: ReadonlyArray<A>): A | undefined => items[roll(items.length)]
  const anyone = pick(Object.values(people)) ?? people.officer
  const amount = baht(`${1 + roll(700_000)}.${roll(9)}0`)
  const reason = "เหตุผล"
  const disbursement = pick(partnership.funding.disbursements)?.id ?? partnership.id
  const evaluation = pick(partnership.evaluations)?.id ?? "—"
  const results = (partnership.plan?.indicators ?? []).map(({ id }, index) => ({
    indicator: id,
    value: roll(4) === 0 ? `${30 + roll(70)}` : index === 0 ? "95" : "33"
  }))
  const { agreement } = partnership
  const amendment =
    (agreement?._tag === "InForce" ? agreement.amendments?.findLast(() => true)?.id : undefined) ?? partnership.id
  const conditions = [{ text: `เงื่อนไขที่ ${roll(1000)}` }]
  const step = pick(["PBC-1", "PBC-3", "COL-5c", "PBC-6.1", "PBC-8", "COL-4a"]) ?? "COL-2"
  const day = addDays("2026-11-01" as IsoDate, partnership.delivery.reports.length)
  const period = { from: day, to: day }
  const [first, other] = plan.indicators
  const easier = { ...other, levels: ["90", "85", "80", "75", "70"].map((value) => ({ value })) }
  const revised = { ...plan, indicators: roll(2) === 0 ? [first, easier] : plan.indicators, reason }
  const spent = spentTotal(partnership.delivery.reports)
  const left = leftIn(partnership)
  const part = roll(3) === 0 ? (left * BigInt(1 + roll(9))) / 10n : left
  const executive = pick([people.executive, people.executive, second.executive]) ?? people.executive
  const officer = pick([people.officer, second.officer]) ?? people.officer
  const finance = pick([people.finance, second.finance]) ?? people.finance
  const signatory = pick([people.signatory, people.signatory, second.signatory]) ?? people.signatory
  const renewing = { period: { from: "2027-11-01", to: pick(["2028-10-31", "2029-10-31"]) }, reason }
  const rating = { ...rated(pick(["competitive", "delegated"] as const) ?? "competitive"), note: reason }
  const assessed = ["people", "money", "technology", "tools", "attitude", "experience"].map((capability) => ({
    capability,
    needed: 3,
    found: 1 + roll(5),
    note: reason
  }))
  const last = partnership.funding.disbursements.at(-1)?.id ?? partnership.id
  const ends =
    partnership.standing._tag === "Terminated" ||
    partnership.evaluations.filter(({ status }) => status === "accepted").length > 1
  /** The way to the closing, which chance alone seldom goes. */
  const closing: ReadonlyArray<Attempt> = [
    {
      actor: finance,
      operation: "funding.return-unspent",
      input: { amount: ends ? written(part) : amount, reason }
    },
    { actor: finance, operation: "closings.reconcile", input: { spent: written(spent) } },
    {
      actor: people.auditor,
      operation: "closings.audit",
      input: { opinion: roll(3) === 0 ? "adverse" : "clean", note: reason }
    },
    { actor: executive, operation: "closings.close", input: {} },
    { actor: second.executive, operation: "disbursements.reject", input: { disbursement: last, reason } }
  ]
  const bringingMoney: ReadonlyArray<Attempt> = [
    {
      actor: people.officer,
      operation: "agreements.propose-amendment",
      input: { objectives: reason, conditions, reason, ...bringing("contracting") }
    },
    { actor: people.executive, operation: "agreements.sign-amendment", input: { amendment } },
    { actor: people.signatory, operation: "agreements.sign-amendment", input: { amendment } }
  ]
  const likely: ReadonlyArray<Attempt> = [
    ...(partnership.course.withoutMoney === true ? bringingMoney : []),
    ...(ends ? closing : []),
    ...(waiting(agreement) === undefined
      ? []
      : [executive, signatory].map((actor) => ({
          actor,
          operation: "agreements.sign-amendment",
          input: { amendment }
        }))),
    ...(agreement?._tag === "InForce" && agreement.renewal !== undefined
      ? [executive, signatory].map((actor) => ({ actor, operation: "agreements.renew", input: renewing }))
      : []),
    ...(Result.isSuccess(notBegun(partnership))
      ? [
          { actor: officer, operation: "partnerships.adapt", input: { process: pick([process, rounds]) } },
          { actor: officer, operation: "plans.revise", input: revised },
          { actor: finance, operation: "disbursements.prepare", input: { tranche: 1, amount } }
        ]
      : []),
    ...(partnership.proposedProcess === undefined
      ? []
      : [{ actor: signatory, operation: "partnerships.confirm-process", input: {} }]),
    { actor: people.executive, operation: "agreements.resume", input: { reason } },
    {
      actor: people.editor,
      operation: "reports.submit",
      input: { period, narrative: "รายงาน", expenditure: [{ activity: "งาน", spent: baht("1000.00") }], results: [] }
    },
    {
      actor: people.evaluator,
      operation: "evaluations.submit",
      input: { method: "internal", results, findings: "พบว่า", siteVisit: "2026-11-01" }
    },
    {
      actor: people.outsider,
      operation: "evaluations.submit",
      input: { method: "external", results, findings: "พบว่า", siteVisit: "2026-11-01" }
    },
    {
      actor: people.officer,
      operation: "evaluations.accept",
      input: { evaluation: partnership.evaluations.at(-1)?.id ?? "—", deductions: [] }
    },
    {
      actor: people.finance,
      operation: "disbursements.prepare",
      input: { tranche: 2, amount: baht(`${1 + roll(9000)}.00`) }
    },
    {
      actor: finance,
      operation: "disbursements.prepare",
      input: { tranche: 3, amount: baht(`${1 + roll(9000)}.00`) }
    },
    {
      actor: people.executive,
      operation: "disbursements.approve",
      input: { disbursement: last }
    }
  ]
  const before = pick([600_000, 999_999, 1, 700_000]) ?? 600_000
  const either = pick([people.officer, people.editor, people.executive, people.signatory]) ?? anyone
  const options: ReadonlyArray<Attempt> = [
    ...closing,
    { actor: executive, operation: "agreements.renew", input: renewing },
    { actor: signatory, operation: "agreements.renew", input: renewing },
    { actor: people.editor, operation: "agreements.request-change", input: { conditions, reason } },
    { actor: people.officer, operation: "agreements.approve-change", input: { change: partnership.id } },
    {
      actor: either,
      operation: "agreements.propose-amendment",
      input: {
        objectives: reason,
        conditions,
        ...(roll(2) === 0
          ? {}
          : { tranches: [{ amount: baht(`${before}.00`) }, { amount: baht(`${1_000_000 - before}.00`) }] }),
        ...(roll(4) === 0 ? { indicators: revised.indicators } : {}),
        reason
      }
    },
    { actor: people.executive, operation: "agreements.sign-amendment", input: { amendment } },
    { actor: people.signatory, operation: "agreements.sign-amendment", input: { amendment } },
    { actor: anyone, operation: "agreements.sign-amendment", input: { amendment } },
    {
      actor: either,
      operation: roll(4) === 0 ? "agreements.decline-amendment" : "agreements.sign-amendment",
      input: { amendment, reason }
    },
    { actor: people.finance, operation: "disbursements.prepare", input: { tranche: 1 + roll(3), amount } },
    { actor: people.finance, operation: "disbursements.prepare", input: { tranche: 2, amount } },
    {
      actor: pick([people.executive, people.finance]) ?? anyone,
      operation: "disbursements.approve",
      input: { disbursement }
    },
    { actor: people.executive, operation: "disbursements.approve", input: { disbursement } },
    { actor: people.executive, operation: "disbursements.reject", input: { disbursement, reason } },
    { actor: people.executive, operation: "disbursements.reverse", input: { disbursement, reason } },
    { actor: people.finance, operation: "funding.commit", input: { source, amount } },
    { actor: people.finance, operation: "funding.return-unspent", input: { amount, reason } },
    {
      actor: people.finance,
      operation: "funding.carry-over",
      input: { source, fiscalYear: 2569 + roll(4), amount, reason }
    },
    {
      actor: people.editor,
      operation: "reports.submit",
      input: { period, narrative: "รายงาน", expenditure: [{ activity: "งาน", spent: amount }], results: [] }
    },
    {
      actor: people.evaluator,
      operation: "evaluations.submit",
      input: { method: "internal", results, findings: "พบว่า", siteVisit: "2026-11-01" }
    },
    {
      actor: people.outsider,
      operation: "evaluations.submit",
      input: { method: "external", results, findings: "พบว่า", siteVisit: "2026-11-01" }
    },
    { actor: people.officer, operation: "evaluations.accept", input: { evaluation, deductions: [] } },
    { actor: anyone, operation: "evaluations.accept", input: { evaluation, deductions: [] } },
    { actor: people.officer, operation: "evaluations.return", input: { evaluation, reason } },
    { actor: people.officer, operation: "steps.complete", input: { step, facts: factsOf(step) } },
    { actor: people.officer, operation: "steps.skip", input: { step, reason } },
    { actor: people.officer, operation: "partners.select", input: { organisation: recipient, justification: reason } },
    { actor: people.executive, operation: "agreements.suspend", input: { reason } },
    { actor: people.executive, operation: "agreements.resume", input: { reason } },
    {
      actor: people.executive,
      operation: roll(3) === 0 ? "agreements.terminate" : "agreements.resume",
      input: { reason }
    },
    { actor: people.finance, operation: "closings.reconcile", input: { spent: amount } },
    {
      actor: people.auditor,
      operation: "closings.audit",
      input: { opinion: roll(2) === 0 ? "clean" : "adverse", note: reason }
    },
    {
      actor: people.officer,
      operation: "assignments.end",
      input: { assignment: pick(partnership.assignments)?.id ?? "—", reason }
    },
    {
      actor: people.officer,
      operation: "assignments.assign",
      input: { account: people.auditor.account, duty: "auditor", from: "2027-06-01" }
    },
    {
      actor: people.officer,
      operation: "assignments.assign",
      input: { account: pick([people.evaluator, people.outsider])?.account, duty: "evaluator", from: "2027-06-01" }
    },
    { actor: people.executive, operation: "closings.close", input: {} },
    { actor: people.officer, operation: "plans.revise", input: revised },
    { actor: pick([people.signatory, anyone]) ?? anyone, operation: "plans.agree", input: {} },
    {
      actor: people.officer,
      operation: "partnerships.adapt",
      input: roll(3) === 0 ? {} : { process: pick([process, rounds]) }
    },
    { actor: officer, operation: "agreements.decline-amendment", input: { amendment, reason } },
    { actor: officer, operation: "partners.assess", input: { ratings: assessed, reason } },
    { actor: officer, operation: "missions.rate-contestability", input: rating, id: mission },
    { actor: officer, operation: "missions.begin-review", input: roll(2) === 0 ? {} : { reason }, id: mission },
    {
      actor: officer,
      operation: "missions.record-competition",
      input: { on: "2027-06-01", reference: reason, winner: recipient, outcome: reason },
      id: mission
    },
    { actor: people.editor, operation: "evaluations.self-assess", input: { results } },
    {
      actor: people.editor,
      operation: "reports.submit",
      input: {
        period: partnership.delivery.reports.at(-1)?.period ?? period,
        narrative: reason,
        expenditure: [{ activity: "งาน", spent: amount }],
        results: [],
        replaces: Math.max(1, partnership.delivery.reports.length)
      }
    },
    { actor: second.finance, operation: "disbursements.approve", input: { disbursement: last } },
    { actor: pick([people.signatory, anyone]) ?? anyone, operation: "partnerships.confirm-process", input: {} },
    { actor: people.signatory, operation: "partnerships.decline-process", input: { reason } }
  ]
  return pick(roll(3) > 0 ? likely : options) ?? { actor: anyone, operation: "closings.close", input: {} }
}

/** Each with a mandate where they sign, so that one of them can stand in for the other. */
export const seconds = ({ agency, people, recipient }: Journey) =>
  Effect.gen(function* () {
    const second: Second = {
      officer: yield* invite(agency, "programme-officer", "second-officer"),
      executive: yield* invite(agency, "executive", "second-executive"),
      finance: yield* invite(agency, "finance", "second-finance"),
      signatory: yield* invite(recipient, "partner-signatory", "second-signatory")
    }
    const period = { from: "2026-10-01", to: "2028-09-30" }
    const given = { position: "รองผู้อำนวยการ", limit: baht("2000000.00"), period, order: "2/2570" }
    const { account } = second.executive
    yield* act(people.administrator, "organisations.give-mandate", { ...given, account }, agency)
    const partner = second.signatory.account
    yield* act(people.keeper, "organisations.give-mandate", { ...given, account: partner }, recipient)
    return second
  })
