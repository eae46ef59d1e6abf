import { assert, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Result, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { spentTotal } from "../../src/delivery/Report.ts"
import { handlerOf } from "../../src/engine/Catalogue.ts"
import { stateAt } from "../../src/engine/OpenRecord.ts"
import { balances, settled } from "../../src/funding/Balances.ts"
import { bySource } from "../../src/funding/Books.ts"
import { availableOf } from "../../src/funding/BySource.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { ofInstant } from "../../src/kernel/FiscalYear.ts"
import { addDays, type Instant, type IsoDate } from "../../src/kernel/ThaiDate.ts"
import { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { bringing, factsOf, journey, plan } from "../journeys/Journey.ts"
import { waitingForNobody } from "../journeys/Waiting.ts"
import { act, baht, invite, text, World } from "../journeys/World.ts"

const histories = runs(30)

/** A small generator of its own, so that a failing history can be named by its seed. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

interface Attempt {
  readonly actor: Person
  readonly operation: string
  readonly input: object
}

type Way = Effect.Success<ReturnType<typeof journey>>
type Journey = Way & { readonly people: Way["people"] & { readonly second: Person } }

const attempts = (
  { people, process, recipient, source }: Journey & { readonly process: string },
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
  const [first, second] = plan.indicators
  const easier = { ...second, levels: ["90", "85", "80", "75", "70"].map((value) => ({ value })) }
  const revised = { ...plan, indicators: roll(2) === 0 ? [first, easier] : plan.indicators, reason }
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
      actor: people.executive,
      operation: "disbursements.approve",
      input: { disbursement: partnership.funding.disbursements.at(-1)?.id ?? partnership.id }
    }
  ]
  const before = pick([600_000, 999_999, 1, 700_000]) ?? 600_000
  const either = pick([people.officer, people.editor, people.executive, people.signatory]) ?? anyone
  const options: ReadonlyArray<Attempt> = [
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
    {
      actor: pick([people.executive, people.signatory]) ?? anyone,
      operation: "agreements.renew",
      input: { period: { from: "2027-11-01", to: `2028-10-${30 + roll(2)}` }, reason }
    },
    {
      actor: pick([people.officer, people.second]) ?? anyone,
      operation: "partners.assess",
      input: { ratings: [{ capability: "people", needed: 3, found: 1 + roll(5), note: reason }], reason }
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
      operation: roll(12) === 0 ? "agreements.terminate" : "agreements.resume",
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
    { actor: people.officer, operation: "partnerships.adapt", input: roll(3) === 0 ? {} : { process } },
    { actor: pick([people.signatory, anyone]) ?? anyone, operation: "partnerships.confirm-process", input: {} },
    { actor: people.signatory, operation: "partnerships.decline-process", input: { reason } }
  ]
  return pick(roll(2) === 0 ? likely : options) ?? { actor: anyone, operation: "closings.close", input: {} }
}

/** MON-2, and the identity that the accounts rest on. */
const moneyHolds = (partnership: Partnership): void => {
  const { funding } = partnership
  const { available, committed, paid, prepared, returned } = balances(funding, 0n)
  const value = partnership.agreement?.terms.value ?? 0n
  assert.isTrue(paid + prepared <= committed, "MON-2: paid and prepared stay within what is committed")
  assert.isTrue(committed - returned <= value, "MON-2: committed stays within the agreement")
  assert.isTrue(available >= 0n, "MON-2: nothing is overdrawn")
  const shares = [...bySource(funding).values()].map(availableOf)
  assert.isTrue(
    shares.every((share) => share >= 0n),
    "MON-2: no source is overdrawn"
  )
  assert.strictEqual(
    shares.reduce((sum, share) => sum + share, 0n),
    available,
    "MON-2: what is available is of the sources"
  )
  const { undecided } = balances(funding, spentTotal(partnership.delivery.reports))
  if (settled(funding)) assert.strictEqual(undecided + prepared, 0n, "MON-6: nothing is closed with money out")
}

/** PBC-6: one finding by each method in a step; what was sent back stays on record. */
const oneByEachMethod = ({ evaluations }: Partnership): void => {
  for (const { findings } of evaluations)
    assert.lengthOf(new Set(findings.map(({ method }) => method)), findings.length, "PBC-6: one finding by each method")
}

/** PBC-7: what the evaluation at hand is held against, once the money that it judges has been paid. */
const heldAgainst = ({ course, evaluations, plan }: Partnership) => ({
  accepted: evaluations.filter(({ status }) => status === "accepted").length,
  paid: Object.keys(course.steps).filter((step) => step.startsWith("PBC-5") || step.startsWith("PBC-7")).length,
  indicators: plan?.indicators,
  overlay: course.overlay
})

const sameWhileARoundGoesOn = (before: Partnership, after: Partnership): void => {
  const [earlier, later] = [heldAgainst(before), heldAgainst(after)]
  if (earlier.accepted === later.accepted && earlier.paid === later.paid && earlier.paid > earlier.accepted)
    assert.deepStrictEqual(later, earlier, "PBC-7: nothing is changed that a round is held against")
}

/** PBC-7: whoever was paid a later tranche had an evaluation accepted by someone else before it. */
const evaluatedBefore = (partnership: Partnership): void => {
  for (const disbursement of partnership.funding.disbursements) {
    if (disbursement.tranche === 1) continue
    const accepted = partnership.evaluations.find(({ status, step }) => status === "accepted" && step === "PBC-6.1")
    assert.isDefined(accepted, "PBC-7: the evaluation before the tranche is accepted")
    assert.isTrue((accepted?.acceptedAt ?? "9") <= disbursement.preparedAt)
    assert.isFalse(
      accepted?.findings.some(({ by }) => by === accepted.acceptedBy),
      "SEP-2: accepted by someone other than the evaluator"
    )
  }
}

/** CNT-1: what a renewal rests on bears no other one, and both sides have signed it. */
const renewedOnce = ({ agreement }: Partnership): void => {
  if (agreement === undefined || agreement._tag === "Draft" || agreement._tag === "Signing") return
  const { renewals = [] } = agreement
  assert.isTrue(renewals.every(({ basis }) => basis?._tag === "Market"))
  if (renewals.length > 0) assert.isAtLeast(agreement.terms.period.to.localeCompare("2028-10-30"), 0)
}

/** COM-5: no two assessments in a row are of the same person, and each after the first says why. */
const assessedByOthers = ({ assessments = [] }: Partnership): void => {
  for (const [index, { by, reason }] of assessments.entries()) {
    if (index === 0) continue
    assert.notStrictEqual(by, assessments[index - 1]?.by)
    assert.isDefined(reason)
  }
}

/** ACT-8: the conditions of a contract are those that two people have signed, one for each side. */
const amendedByBoth = ({ agreement }: Partnership): void => {
  if (agreement === undefined || agreement._tag === "Draft" || agreement._tag === "Signing") return
  const agreed = (agreement.amendments ?? []).filter(({ status }) => status === "agreed")
  for (const { signatures } of agreed) {
    assert.deepStrictEqual(signatures.map(({ side }) => side).sort(), ["owner", "recipient"])
    assert.strictEqual(new Set(signatures.map(({ account }) => account)).size, 2)
  }
  assert.deepStrictEqual(agreement.terms.conditions, agreed.at(-1)?.conditions ?? [])
}

/** PBC-7, ACT-8: what is paid is what both sides have signed, for what both sides have agreed to measure. */
const paidAsSigned = ({ agreement, funding, plan }: Partnership): void => {
  const agreed = (agreement?.terms.tranches ?? []).map(({ amount }) => amount)
  assert.deepStrictEqual(
    funding.tranches.map(({ amount }) => amount),
    agreed,
    "PBC-7: the tranches are the signed ones"
  )
  for (const { amount, no } of funding.tranches) {
    const used = funding.disbursements.filter(({ _tag, tranche }) => tranche === no && /Prepared|Approved/u.test(_tag))
    const total = used.reduce((sum, disbursement) => sum + disbursement.amount, 0n)
    assert.isTrue(total <= amount, "MON-2: no tranche is overdrawn")
  }
  assert.isDefined(plan?.agreed, "ACT-8: the recipient has agreed to what is measured")
}

/** MON-5: in another year than that of its source, only what was carried over into it is paid. */
const paidInItsYear = ({ funding }: Partnership): void => {
  const drawn = new Map<number, bigint>()
  for (const one of funding.disbursements) {
    if (one._tag !== "Prepared" && one._tag !== "Approved") continue
    const year = ofInstant(one._tag === "Approved" ? one.approvedAt : one.preparedAt)
    drawn.set(year, (drawn.get(year) ?? 0n) + one.amount)
  }
  for (const [year, amount] of drawn) {
    if (year === yearOfSource) continue
    const over = funding.decisions.filter(({ carriedTo }) => carriedTo?.to === year)
    const most = over.reduce((sum, { fromCommitment }) => sum + fromCommitment, 0n)
    assert.isTrue(amount <= most, "MON-5: what is paid in another year was carried over into it")
  }
}

/** ACT-8, MON-2: as long as both sides have signed for no money, there is none, and nobody waits for any. */
const moneyAsSigned = ({ agreement, course, funding }: Partnership): void => {
  const isSignedFor = agreement?.terms.value !== undefined
  assert.strictEqual(course.withoutMoney === true, !isSignedFor)
  if (isSignedFor) return
  const { commitments, disbursements, tranches } = funding
  assert.deepStrictEqual([commitments, disbursements, tranches], [[], [], []])
}

const encode = Schema.encodeSync(Partnership)

const yearOfSource = 2570
const begunAt = Date.parse("2027-06-01T00:00:00.000Z")
/** An hour before the fiscal year ends in Bangkok. */
const endingAt = Date.parse("2027-09-30T16:00:00.000Z")

const history = (seed: number, length: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const withoutMoney = seed % 4 === 0
    const way = yield* journey("contracting", withoutMoney ? "before-money" : "after-first-tranche", { withoutMoney })
    const terms = {
      kind: "state-budget",
      title: text("งบประมาณ"),
      fiscalYear: yearOfSource,
      amount: baht("5000000.00")
    }
    const source = way.source ?? (yield* act(way.people.finance, "sources.register", terms)).id
    const shown = { ...way, source }
    const id = shown.partnership
    const edits = [{ _tag: "SetThreshold", name: "acceptance-score", value: 1 }]
    const overlay = { title: { th: "รับทุกคะแนน" }, model: "contracting", edits, waivers: [] }
    const { id: process } = yield* act(shown.people.officer, "processes.adapt", { overlay })
    const second = yield* invite(shown.people.officer.organisation as never, "programme-officer", "second")
    const begun = { ...shown, people: { ...shown.people, second }, process }
    let carriedOut = 0
    let partnership = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    let version = 0
    for (let n = 0; n < length; n++) {
      const { actor, input, operation } = attempts(begun, partnership, roll)
      const at = new Date((seed % 3 === 0 ? endingAt : begunAt) + n * 60_000).toISOString()
      const outcome = yield* Effect.result(act(actor, operation, input, id, at))
      if (Result.isSuccess(outcome)) {
        carriedOut++
        const before = partnership
        partnership = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
        sameWhileARoundGoesOn(before, partnership)
        oneByEachMethod(partnership)
        version = outcome.success.version
        moneyHolds(partnership)
        evaluatedBefore(partnership)
        amendedByBoth(partnership)
        paidAsSigned(partnership)
        paidInItsYear(partnership)
        moneyAsSigned(partnership)
        renewedOnce(partnership)
        assessedByOthers(partnership)
        const idle = waitingForNobody(partnership, at as Instant)
        assert.deepStrictEqual(idle, [], `ACT-1: no duty is nobody's after ${operation} (seed ${seed})`)
      } else {
        const declared = handlerOf(catalogue, operation)?.operation.refusals ?? []
        assert.include(declared, outcome.failure._tag, `${operation} declares every refusal it gives (seed ${seed})`)
      }
    }
    const replayed = (yield* stateAt(partnershipRecord as never, id, version)) as Partnership
    assert.deepStrictEqual(encode(replayed), encode(partnership), `replay equals state (seed ${seed})`)
    const { agreement } = partnership
    const amended = agreement !== undefined && "amendments" in agreement ? (agreement.amendments ?? []) : []
    return {
      carriedOut,
      amended: amended.filter(({ status }) => status === "agreed").length,
      later: partnership.funding.disbursements.filter(({ tranche }) => tranche > 1).length,
      brought: withoutMoney && partnership.course.withoutMoney === undefined ? 1 : 0
    }
  })

it.effect("MON-2, PBC-7, SEP-2, ACT-8 no sequence of commands, whatever their order, breaks them or the replay", () =>
  Effect.gen(function* () {
    const ends = yield* Effect.forEach(
      Array.from({ length: histories }, (_, index) => index + 1),
      (seed) => Effect.provide(history(seed, 120), World)
    )
    const total = (of: (end: (typeof ends)[number]) => number) => ends.reduce((sum, end) => sum + of(end), 0)
    assert.isAbove(
      total(({ carriedOut }) => carriedOut),
      20 * histories,
      "the histories do get somewhere"
    )
    assert.isAbove(
      total(({ amended }) => amended),
      0,
      "agreements are amended in some of them"
    )
    assert.isAbove(
      total(({ later }) => later),
      histories / 2,
      "later tranches are paid in some of them"
    )
    assert.isAbove(
      total(({ brought }) => brought),
      0,
      "money comes into some of those that began without"
    )
  })
)
