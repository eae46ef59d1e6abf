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
import { ofInstant } from "../../src/kernel/FiscalYear.ts"
import type { Instant } from "../../src/kernel/ThaiDate.ts"
import { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { waitingForNobody } from "../journeys/Waiting.ts"
import { act, baht, text, World } from "../journeys/World.ts"
import { attempts, dice, seconds } from "./Trying.ts"

const histories = runs(30)

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

const encode = Schema.encodeSync(Partnership)

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

const yearOfSource = 2570
const begunAt = Date.parse("2027-06-01T00:00:00.000Z")
/** An hour before the fiscal year ends in Bangkok. */
const endingAt = Date.parse("2027-09-30T16:00:00.000Z")

const history = (seed: number, length: number) =>
  Effect.gen(function* () {
    const roll = dice(seed)
    const withoutMoney = seed % 4 === 0
    const way = yield* journey("contracting", seed % 2 === 0 ? "before-money" : "after-first-tranche", { withoutMoney })
    const terms = {
      kind: "state-budget",
      title: text("งบประมาณ"),
      fiscalYear: yearOfSource,
      amount: baht("5000000.00")
    }
    const source = way.source ?? (yield* act(way.people.finance, "sources.register", terms)).id
    const shown = { ...way, source }
    const id = shown.partnership
    const adapted = (edits: ReadonlyArray<object>) => {
      const overlay = { title: { th: "กระบวนการของหน่วยงาน" }, model: "contracting", edits, waivers: [] }
      return Effect.map(act(shown.people.officer, "processes.adapt", { overlay }), (made) => made.id)
    }
    const process = yield* adapted([{ _tag: "SetThreshold", name: "acceptance-score", value: 1 }])
    const rounds = yield* adapted([{ _tag: "SetRounds", count: 2 }])
    const begun = { ...shown, process, rounds, second: yield* seconds(shown) }
    const accepted = new Map<string, number>()
    let carriedOut = 0
    let millis = seed % 3 === 0 ? endingAt : begunAt
    let partnership = (yield* stateAt(partnershipRecord as never, id, 1_000_000)) as Partnership
    let version = 0
    for (let n = 0; n < length; n++) {
      const { actor, id: aimed = id, input, operation } = attempts(begun, partnership, roll)
      millis += roll(60) === 0 ? (1 + roll(35)) * 86_400_000 : 60_000
      const at = new Date(millis).toISOString()
      const outcome = yield* Effect.result(act(actor, operation, input, aimed, at))
      if (Result.isSuccess(outcome)) {
        carriedOut++
        accepted.set(operation, (accepted.get(operation) ?? 0) + 1)
        if (aimed !== id) continue
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
      accepted,
      carriedOut,
      amended: amended.filter(({ status }) => status === "agreed").length,
      later: partnership.funding.disbursements.filter(({ tranche }) => tranche > 1).length,
      brought: withoutMoney && partnership.course.withoutMoney === undefined ? 1 : 0
    }
  })

/** What has to come about for the histories to say anything of it. */
const done = [
  "agreements.propose-amendment",
  "agreements.renew",
  "agreements.resume",
  "agreements.sign-amendment",
  "agreements.suspend",
  "agreements.terminate",
  "closings.audit",
  "closings.close",
  "closings.reconcile",
  "disbursements.approve",
  "disbursements.reject",
  "disbursements.reverse",
  "evaluations.accept",
  "evaluations.return",
  "funding.carry-over",
  "funding.commit",
  "funding.return-unspent",
  "missions.begin-review",
  "missions.rate-contestability",
  "missions.record-competition",
  "partners.assess",
  "partnerships.adapt",
  "partnerships.confirm-process",
  "plans.revise"
]

it.effect("MON-2, PBC-7, SEP-2, ACT-8 no sequence of commands, whatever their order, breaks them or the replay", () =>
  Effect.gen(function* () {
    const ends = yield* Effect.forEach(
      Array.from({ length: histories }, (_, index) => index + 1),
      (seed) => Effect.provide(history(seed, 160), World)
    )
    const accepted = new Map<string, number>()
    for (const end of ends)
      for (const [operation, times] of end.accepted) accepted.set(operation, (accepted.get(operation) ?? 0) + times)
    for (const operation of done) assert.isTrue(accepted.has(operation), `${operation} comes about in some of them`)
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
