import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { balances, trancheStatus } from "../../src/funding/Balances.ts"
import { bySource } from "../../src/funding/Books.ts"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import { empty, evolve, type Funding, FundingEvent } from "../../src/funding/Funding.ts"
import { SourceId } from "../../src/funding/Source.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { largest, Money, Satang } from "../../src/kernel/Money.ts"
import {
  acceptance,
  accepted,
  agreement,
  approved,
  awaited,
  committed,
  donor,
  given,
  last,
  paid,
  prepared,
  returned,
  schedule,
  scheduled,
  state
} from "./given.ts"
import { as, executive, finance, now, refusedBy, satang, secondFinance, uuid } from "./people.ts"

const money = (amount: number) => Schema.encodeSync(Money)(satang(amount))

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

  it("MON-7 however often money comes and goes, what was committed in all stays an amount", () => {
    const most = { agreementValue: Satang.make(largest) }
    const all = { source: donor, amount: Satang.make(largest) }
    const fold = (funding: Funding, decided: Result.Result<ReadonlyArray<FundingEvent>, unknown>): Funding =>
      Result.getOrThrow(decided).reduce((known, event) => evolve(known, { event, at: now, actor: finance }), funding)
    const once = fold(empty, Committing.commit(empty, all, most))
    const unspent = { amount: all.amount, reason: "ใช้ไม่หมด" }
    const back = fold(once, Closing.returnUnspent(once, unspent, { spent: 0n }))
    const refused = refusedBy(Committing.commit(back, { source: donor, amount: satang(1) }, most))
    assert.strictEqual(refused.tag, "CommitmentExceedsAgreement")
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
    const ask = (tranche: number, facts: Disbursing.PaymentFacts) =>
      Disbursing.prepare(scheduled, { tranche, amount: satang(1) }, facts, as(finance))
    assert.isTrue(Result.isSuccess(ask(1, awaited)))
    assert.deepInclude(refusedBy(ask(2, awaited)), { tag: "EvaluationNotAccepted", rule: "PBC-7a" })
    const later = given(scheduled, ask(2, accepted)).disbursements[0]
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
    const short = given(
      committed(500),
      Committing.schedule(committed(500), [{ amount: satang(600) }, { amount: satang(400) }], schedule)
    )
    const ask = (funding: Funding, amount: number) =>
      Disbursing.prepare(funding, { tranche: 1, amount: satang(amount) }, accepted, as(finance))
    assert.deepInclude(refusedBy(ask(short, 501)), { tag: "CeilingExceeded", rule: "MON-2", field: "/amount" })
    const begun = given(short, ask(short, 500))
    assert.strictEqual(refusedBy(ask(begun, 1)).tag, "CeilingExceeded")
    assert.isTrue(Result.isSuccess(ask(committed(100, begun, donor), 100)))
  })

  it("MON-2 a payment names the commitments that it is drawn from, and takes from none more than it gave", () => {
    const two = committed(400, committed(300), donor)
    const both = given(two, Committing.schedule(two, [{ amount: satang(600) }, { amount: satang(400) }], schedule))
    const ask = (funding: Funding, amount: number, source?: SourceId) => {
      const named = source === undefined ? {} : { source }
      return Disbursing.prepare(funding, { tranche: 1, amount: satang(amount), ...named }, accepted, as(finance))
    }
    assert.deepStrictEqual(given(both, ask(both, 350)).disbursements[0]?.sources, [
      { source: state, amount: satang(300) },
      { source: donor, amount: satang(50) }
    ])
    assert.deepInclude(refusedBy(ask(both, 301, state)), { tag: "CeilingExceeded", rule: "MON-2", field: "/amount" })
    const begun = given(both, ask(both, 200, donor))
    assert.deepStrictEqual(begun.disbursements[0]?.sources, [{ source: donor, amount: satang(200) }])
    assert.strictEqual(refusedBy(ask(begun, 201, donor)).tag, "CeilingExceeded")
    assert.strictEqual(refusedBy(ask(begun, 1, SourceId.make(uuid(103)))).tag, "RecordNotFound")
  })

  it("MON-5 payments and returns that were stored before they named their sources are read, and drawn in order", () => {
    const two = committed(400, committed(300), donor)
    const stored = [
      {
        _tag: "DisbursementPrepared",
        disbursement: uuid(301),
        tranche: 1,
        amount: money(350),
        basis: { _tag: "FirstTranche" }
      },
      { _tag: "DisbursementApproved", disbursement: uuid(301) },
      {
        ...{
          _tag: "UnspentReturned",
          amount: money(360),
          fromCommitment: money(350),
          fromPayments: money(10),
          reason: "-"
        },
        releases: [{ source: donor, amount: money(360) }]
      }
    ].map((event) => Schema.decodeUnknownSync(FundingEvent)(event))
    const read = stored.reduce((funding, event) => evolve(funding, { event, at: now, actor: finance }), two)
    assert.isFalse("sources" in (read.disbursements[0] ?? {}))
    const [first, second] = [...bySource(read)]
    assert.deepStrictEqual([first?.[1].paid, second?.[1].paid], [300n, 50n])
    assert.deepInclude(second?.[1], { committed: 400n, fromCommitment: 350n, fromPayments: 10n })
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
    const rejected = given(waiting, Disbursing.reject(waiting, last(waiting), "เอกสารไม่ครบ"), executive)
    assert.strictEqual(balances(rejected, 0n).available, 1000n)
    const reverse = (funding: Funding, actor: Person = executive, spent = 0n) =>
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
    const back = given(done, reverse(done), executive)
    assert.deepInclude(back.disbursements[0], { _tag: "Reversed", approvedBy: executive.account, reason: "โอนผิดบัญชี" })
    assert.deepInclude(balances(back, 0n), { paid: 0n, available: 1000n })
    assert.strictEqual(refusedBy(reverse(back)).tag, "DisbursementNotPending")
    assert.deepInclude(refusedBy(Disbursing.approve(scheduled, uuid(999), as(executive))), {
      tag: "DisbursementUnknown",
      field: "/disbursement"
    })
  })
})
