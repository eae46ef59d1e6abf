import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { balances, spendable, trancheStatus } from "../../src/funding/Balances.ts"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import { Basis, empty, evolve, type Funding, type FundingEvent } from "../../src/funding/Funding.ts"
import { SourceId } from "../../src/funding/Source.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import type { Decision } from "../../src/rules/Refusals.ts"
import { as, auditor, executive, finance, now, refusedBy, satang, secondFinance, uuid } from "./people.ts"

const state = SourceId.make(uuid(101))
const donor = SourceId.make(uuid(102))
const agreement = { agreementValue: satang(1000) }
const schedule = { ...agreement, disbursementSteps: ["PBC-5", "PBC-7.1"] }
const acceptance = Basis.cases.AcceptedEvaluation.make({
  evaluation: uuid(201),
  step: "PBC-6.1",
  acceptedBy: executive.account
})
const accepted: Disbursing.ReleaseFacts = { evaluationBefore: () => acceptance }
const awaited: Disbursing.ReleaseFacts = { evaluationBefore: () => ({ _tag: "Awaited", evaluation: "PBC-6.1" }) }

const then = (funding: Funding, decision: Decision<ReadonlyArray<FundingEvent>>, actor: Actor = finance): Funding =>
  Result.getOrThrow(decision).reduce((state, event) => evolve(state, { event, at: now, actor }), funding)

const committed = (amount: number, from: Funding = empty, source = state) =>
  then(from, Committing.commit(from, { source, amount: satang(amount) }, agreement))
const scheduled = then(
  committed(1000),
  Committing.schedule(committed(1000), [{ amount: satang(600) }, { amount: satang(400), label: "งวดสุดท้าย" }], schedule)
)
const last = ({ disbursements }: Funding): string => disbursements.at(-1)?.id ?? ""
const prepared = (funding: Funding, tranche: number, amount: number) =>
  then(funding, Disbursing.prepare(funding, { tranche, amount: satang(amount) }, accepted, as(finance)))
const approved = (funding: Funding, actor: Actor = executive) =>
  then(funding, Disbursing.approve(funding, last(funding), as(actor)), actor)
const paid = (funding: Funding, tranche: number, amount: number) => approved(prepared(funding, tranche, amount))
const returned = (funding: Funding, amount: number, spent: number) =>
  then(funding, Closing.returnUnspent(funding, { amount: satang(amount), reason: "ใช้ไม่หมด" }, { spent: BigInt(spent) }))
const books = (spent: number, reported = spent) => [{ spent: satang(spent) }, { spent: BigInt(reported) }] as const
const reconciled = (funding: Funding, spent: number) =>
  then(funding, Closing.reconcile(funding, ...books(spent)), secondFinance)
const note = "ตรวจเอกสารหลักฐานครบถ้วน"
const audited = (funding: Funding, opinion: "clean" | "qualified" | "adverse") =>
  then(funding, Closing.audit(funding, { opinion, note }, as(auditor)), auditor)

describe("Funding: commitments and tranches", () => {
  it("MON-2 nothing is committed above the agreement's value, over all sources together", () => {
    const most = committed(700)
    assert.deepStrictEqual(refusedBy(Committing.commit(most, { source: donor, amount: satang(301) }, agreement)), {
      tag: "CommitmentExceedsAgreement",
      rule: "MON-2",
      field: "/amount"
    })
    assert.strictEqual(balances(committed(300, most, donor), 0n).available, 1000n)
  })

  it("MON-5 what was returned can be committed anew, from another source", () => {
    const back = returned(committed(1000), 400, 0)
    assert.deepInclude(balances(committed(400, back, donor), 0n), {
      committed: 1400n,
      returned: 400n,
      available: 1000n
    })
    assert.strictEqual(
      refusedBy(Committing.commit(back, { source: donor, amount: satang(401) }, agreement)).tag,
      "CommitmentExceedsAgreement"
    )
  })

  it("MON-3 there are as many tranches as the process pays in, and they make up the agreement's value", () => {
    const parts = (...amounts: ReadonlyArray<number>) =>
      Committing.schedule(
        empty,
        amounts.map((amount) => ({ amount: satang(amount) })),
        schedule
      )
    assert.strictEqual(refusedBy(parts(1000)).tag, "TranchesDoNotMatch")
    assert.strictEqual(refusedBy(parts(500, 300, 200)).tag, "TranchesDoNotMatch")
    assert.strictEqual(refusedBy(parts(500, 499)).tag, "TranchesDoNotSum")
    assert.strictEqual(refusedBy(parts(500, 501)).tag, "TranchesDoNotSum")
    assert.deepStrictEqual(scheduled.tranches, [
      { no: 1, amount: satang(600), step: "PBC-5" },
      { no: 2, amount: satang(400), step: "PBC-7.1", label: "งวดสุดท้าย" }
    ])
  })

  it("MON-3 a new schedule keeps what is already prepared or paid", () => {
    const begun = prepared(paid(scheduled, 1, 500), 2, 100)
    const again = (amounts: ReadonlyArray<number>, disbursementSteps = schedule.disbursementSteps) =>
      Committing.schedule(
        begun,
        amounts.map((amount) => ({ amount: satang(amount) })),
        { ...agreement, disbursementSteps }
      )
    assert.deepStrictEqual(refusedBy(again([499, 501])), {
      tag: "TrancheExceeded",
      rule: "MON-2",
      field: "/tranches/0/amount"
    })
    assert.strictEqual(refusedBy(again([1000], ["PBC-5"])).tag, "TrancheUnknown")
    assert.isTrue(Result.isSuccess(again([500, 100, 400], ["PBC-5", "PBC-7.1", "PBC-7.2"])))
  })
})

describe("Funding: disbursements", () => {
  it("PBC-7 the first tranche needs no evaluation; a later one waits for the accepted evaluation before it", () => {
    const ask = (tranche: number, facts: Disbursing.ReleaseFacts) =>
      Disbursing.prepare(scheduled, { tranche, amount: satang(1) }, facts, as(finance))
    assert.isTrue(Result.isSuccess(ask(1, awaited)))
    assert.deepInclude(refusedBy(ask(2, awaited)), { tag: "EvaluationNotAccepted", rule: "PBC-7" })
    const later = then(scheduled, ask(2, accepted)).disbursements[0]
    assert.deepStrictEqual(later?.basis, acceptance)
    assert.deepInclude(refusedBy(ask(3, accepted)), { tag: "TrancheUnknown", field: "/tranche" })
    assert.strictEqual(refusedBy(Disbursing.canPrepare(scheduled, 2, awaited)).tag, "EvaluationNotAccepted")
  })

  it("MON-2 what is prepared and paid never exceeds the tranche", () => {
    const begun = prepared(paid(scheduled, 1, 350), 1, 200)
    const more = (amount: number) =>
      Disbursing.prepare(begun, { tranche: 1, amount: satang(amount) }, accepted, as(finance))
    assert.deepInclude(refusedBy(more(51)), { tag: "TrancheExceeded", field: "/amount" })
    assert.isTrue(Result.isSuccess(more(50)))
    const [first] = begun.tranches
    if (first === undefined) throw new Error("no tranche")
    assert.deepStrictEqual(trancheStatus(begun, first), { status: "part-paid", prepared: 200n, paid: 350n, left: 50n })
    assert.strictEqual(trancheStatus(prepared(begun, 1, 50), first).left, 0n)
    assert.strictEqual(trancheStatus(scheduled, first).status, "unpaid")
    assert.strictEqual(trancheStatus(paid(scheduled, 1, 600), first).status, "paid")
  })

  it("MON-2 what is prepared and paid never exceeds what is committed", () => {
    const short = then(
      committed(500),
      Committing.schedule(committed(500), [{ amount: satang(600) }, { amount: satang(400) }], schedule)
    )
    const ask = (funding: Funding, amount: number) =>
      Disbursing.prepare(funding, { tranche: 1, amount: satang(amount) }, accepted, as(finance))
    assert.deepInclude(refusedBy(ask(short, 501)), { tag: "CeilingExceeded", rule: "MON-2", field: "/amount" })
    const begun = then(short, ask(short, 500))
    assert.strictEqual(refusedBy(ask(begun, 1)).tag, "CeilingExceeded")
    assert.isTrue(Result.isSuccess(ask(committed(100, begun, donor), 100)))
  })

  it("MON-2 approving looks at the ceiling again", () => {
    const waiting = prepared(scheduled, 1, 600)
    const lowered: Funding = { ...waiting, commitments: [{ source: state, amount: satang(599) }] }
    assert.strictEqual(refusedBy(Disbursing.approve(lowered, last(lowered), as(executive))).tag, "CeilingExceeded")
  })

  it("SEP-1 a disbursement is prepared and approved by two people", () => {
    const waiting = prepared(scheduled, 1, 600)
    assert.deepStrictEqual(refusedBy(Disbursing.approve(waiting, last(waiting), as(finance))), {
      tag: "SamePerson",
      rule: "SEP-1"
    })
    const [done] = approved(waiting, secondFinance).disbursements
    assert.deepInclude(done, { _tag: "Approved", preparedBy: finance.account, approvedBy: secondFinance.account })
  })

  it("MON-3 only a prepared disbursement is approved or rejected, and only an approved one reversed", () => {
    const waiting = prepared(scheduled, 1, 600)
    const rejected = then(waiting, Disbursing.reject(waiting, last(waiting), "เอกสารไม่ครบ"), executive)
    assert.strictEqual(balances(rejected, 0n).available, 1000n)
    const reverse = (funding: Funding, actor: Actor = executive, spent = 0n) =>
      Disbursing.reverse(funding, { disbursement: last(funding), reason: "โอนผิดบัญชี" }, { spent }, as(actor))
    for (const decision of [
      Disbursing.approve(rejected, last(rejected), as(executive)),
      Disbursing.reject(rejected, last(rejected), "อีกครั้ง"),
      reverse(rejected),
      reverse(waiting)
    ])
      assert.strictEqual(refusedBy(decision).tag, "DisbursementNotPending")
    const done = approved(waiting)
    assert.strictEqual(refusedBy(reverse(done, finance)).tag, "SamePerson")
    assert.strictEqual(refusedBy(reverse(done, executive, 1n)).tag, "SpendingExceedsPayments")
    const back = then(done, reverse(done), executive)
    assert.deepInclude(back.disbursements[0], { _tag: "Reversed", approvedBy: executive.account, reason: "โอนผิดบัญชี" })
    assert.deepInclude(balances(back, 0n), { paid: 0n, available: 1000n })
    assert.strictEqual(refusedBy(reverse(back)).tag, "DisbursementNotPending")
    assert.deepInclude(refusedBy(Disbursing.approve(scheduled, uuid(999), as(executive))), {
      tag: "DisbursementUnknown",
      field: "/disbursement"
    })
  })
})

describe("Funding: unspent money and closing", () => {
  const delivered = paid(paid(scheduled, 1, 600), 2, 300)

  it("MON-5 unspent money comes first from what was never paid, then from what the recipient holds", () => {
    assert.deepInclude(balances(delivered, 800n), { available: 100n, held: 100n, undecided: 200n })
    const back = returned(delivered, 150, 800)
    assert.deepInclude(back.decisions[0], {
      kind: "returned",
      amount: satang(150),
      fromCommitment: satang(100),
      fromPayments: satang(50),
      releases: [{ source: state, amount: satang(150) }]
    })
    assert.strictEqual(spendable(back), 850n)
    const over = Closing.carryOver(back, { amount: satang(51), reason: "ทำต่อ" }, { spent: 800n })
    assert.deepInclude(refusedBy(over), { tag: "NothingLeft", rule: "MON-5" })
    const kept = then(back, Closing.carryOver(back, { amount: satang(50), reason: "ทำต่อ" }, { spent: 800n }))
    assert.deepInclude(balances(kept, 800n), { returned: 150n, carriedOver: 50n, undecided: 0n })
    assert.strictEqual(refusedBy(Closing.canDecideUnspent(kept, { spent: 800n })).tag, "NothingLeft")
  })

  it("MON-5 what waits for approval cannot be returned", () => {
    const waiting = prepared(scheduled, 1, 600)
    const ask = Closing.returnUnspent(waiting, { amount: satang(401), reason: "-" }, { spent: 0n })
    assert.strictEqual(refusedBy(ask).tag, "NothingLeft")
  })

  it("MON-5 every source gets back at most what it gave, the last one first", () => {
    const two = committed(200, committed(300), donor)
    assert.deepStrictEqual(Closing.releasesOf(two, 450n), [
      { source: donor, amount: satang(200) },
      { source: state, amount: satang(250) }
    ])
    const once = returned(two, 150, 0)
    assert.deepStrictEqual(Closing.releasesOf(once, 100n), [
      { source: donor, amount: satang(50) },
      { source: state, amount: satang(50) }
    ])
  })

  it("MON-6 nothing is reconciled while a disbursement is pending or unspent money undecided", () => {
    const waiting = prepared(delivered, 2, 100)
    assert.strictEqual(refusedBy(Closing.reconcile(waiting, ...books(900))).tag, "DisbursementsPending")
    assert.deepInclude(refusedBy(Closing.reconcile(delivered, ...books(900))), {
      tag: "UnspentUndecided",
      rule: "MON-5"
    })
  })

  it("MON-6 the accounts reconcile to zero: the vouchers agree with what is reported", () => {
    const even = returned(delivered, 200, 800)
    assert.deepStrictEqual(refusedBy(Closing.reconcile(even, ...books(799, 800))), {
      tag: "NotReconciled",
      rule: "MON-6",
      field: "/spent"
    })
    const { closing } = reconciled(even, 800)
    if (closing._tag !== "Reconciled") throw new Error(closing._tag)
    assert.deepStrictEqual(closing.statement, {
      committed: satang(1000),
      paid: satang(900),
      spent: satang(800),
      returned: satang(200),
      carriedOver: satang(0)
    })
  })

  it("MON-6 once reconciled, nothing about the money changes", () => {
    const done = reconciled(returned(delivered, 200, 800), 800)
    for (const decision of [
      Committing.commit(done, { source: state, amount: satang(1) }, agreement),
      Committing.schedule(done, [], schedule),
      Disbursing.prepare(done, { tranche: 1, amount: satang(1) }, accepted, as(finance)),
      Disbursing.approve(done, last(done), as(executive)),
      Disbursing.reject(done, last(done), "-"),
      Disbursing.reverse(done, { disbursement: last(done), reason: "-" }, { spent: 800n }, as(executive)),
      Closing.returnUnspent(done, { amount: satang(1), reason: "-" }, { spent: 800n }),
      Closing.carryOver(done, { amount: satang(1), reason: "-" }, { spent: 800n }),
      Closing.reconcile(done, ...books(800))
    ])
      assert.deepInclude(refusedBy(decision), { tag: "AccountsSettled", rule: "MON-6" })
  })

  it("PBC-9 the auditor has had no hand in the money", () => {
    const done = reconciled(returned(delivered, 200, 800), 800)
    const by = (actor: Actor) => Closing.audit(done, { opinion: "clean", note }, as(actor))
    for (const actor of [finance, executive, secondFinance]) assert.strictEqual(refusedBy(by(actor)).tag, "SamePerson")
    assert.isTrue(Result.isSuccess(by(auditor)))
    const early = Closing.audit(delivered, { opinion: "clean", note }, as(auditor))
    assert.strictEqual(refusedBy(early).tag, "NotReconciled")
    const twice = Closing.audit(audited(done, "clean"), { opinion: "clean", note }, as(auditor))
    assert.strictEqual(refusedBy(twice).tag, "AccountsSettled")
  })

  it("SEP-1 whoever rejected, reversed or decided on unspent money does not audit either", () => {
    const waiting = prepared(scheduled, 1, 600)
    const rejected = then(waiting, Disbursing.reject(waiting, last(waiting), "-"), auditor)
    const done = approved(waiting)
    const reversal = Disbursing.reverse(done, { disbursement: last(done), reason: "-" }, { spent: 0n }, as(auditor))
    const decided = then(
      scheduled,
      Closing.carryOver(scheduled, { amount: satang(1000), reason: "-" }, { spent: 0n }),
      auditor
    )
    for (const funding of [returned(rejected, 1000, 0), returned(then(done, reversal, auditor), 1000, 0), decided])
      assert.strictEqual(
        refusedBy(Closing.audit(reconciled(funding, 0), { opinion: "clean", note }, as(auditor))).tag,
        "SamePerson"
      )
  })

  it("PBC-9 an account closes after a clean or qualified audit, by someone other than the auditor", () => {
    const done = reconciled(returned(delivered, 200, 800), 800)
    assert.deepInclude(refusedBy(Closing.close(done, as(executive))), { tag: "NotAudited", rule: "PBC-9" })
    assert.strictEqual(refusedBy(Closing.close(delivered, as(executive))).tag, "NotAudited")
    for (const opinion of ["clean", "qualified"] as const) {
      const examined = audited(done, opinion)
      assert.strictEqual(refusedBy(Closing.close(examined, as(auditor))).tag, "SamePerson")
      const closed = then(examined, Closing.close(examined, as(executive)), executive)
      assert.strictEqual(closed.closing._tag, "Closed")
      assert.strictEqual(refusedBy(Closing.close(closed, as(executive))).tag, "AccountsSettled")
    }
  })

  it("PBC-9 an adverse audit sends the accounts back to be put right and reconciled again", () => {
    const adverse = audited(reconciled(returned(delivered, 200, 800), 800), "adverse")
    assert.strictEqual(refusedBy(Closing.close(adverse, as(executive))).tag, "NotAudited")
    const reopened = returned(adverse, 50, 750)
    const closing = audited(reconciled(reopened, 750), "clean").closing
    assert.strictEqual(closing._tag, "Audited")
    assert.strictEqual(refusedBy(Closing.audit(adverse, { opinion: "clean", note }, as(auditor))).tag, "NotReconciled")
  })
})
