import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { balances, spendable } from "../../src/funding/Balances.ts"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import { evolve, type Funding, FundingEvent } from "../../src/funding/Funding.ts"
import type { SourceId } from "../../src/funding/Source.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { FiscalYear } from "../../src/kernel/FiscalYear.ts"
import { Money } from "../../src/kernel/Money.ts"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"
import {
  accepted,
  agreement,
  approved,
  audited,
  books,
  committed,
  donor,
  given,
  last,
  note,
  paid,
  prepared,
  reconciled,
  returned,
  schedule,
  scheduled,
  state
} from "./given.ts"
import { as, auditor, executive, finance, now, refusedBy, satang, secondFinance } from "./people.ts"

const money = (amount: number) => Schema.encodeSync(Money)(satang(amount))

/** An agreement of 1,000 that two sources give to, and a payment of it out of one of them. */
const mixed = (fromState: number, fromDonor: number): Funding => {
  const two = committed(fromDonor, committed(fromState), donor)
  return given(two, Committing.schedule(two, [{ amount: satang(600) }, { amount: satang(400) }], schedule))
}
const paidFrom = (funding: Funding, amount: number, source: SourceId): Funding => {
  const payment = { tranche: 1, amount: satang(amount), source }
  return approved(given(funding, Disbursing.prepare(funding, payment, accepted, as(finance))))
}

describe("Closing", () => {
  const delivered = paid(paid(scheduled, 1, 600), 2, 300)

  it("MON-5 what is returned comes first from what the recipient holds, then from what was never paid", () => {
    assert.deepInclude(balances(delivered, 800n), { available: 100n, held: 100n, undecided: 200n })
    const back = returned(delivered, 150, 800)
    assert.deepInclude(back.decisions[0], {
      kind: "returned",
      amount: satang(150),
      fromCommitment: satang(50),
      fromPayments: satang(100),
      releases: [{ source: state, amount: satang(150), fromPayments: satang(100) }]
    })
    assert.strictEqual(spendable(back), 800n)
  })

  const carriedOver = (funding: Funding, amount: number, spent: number, to = 2571) =>
    Closing.carryOver(
      funding,
      { amount: satang(amount), reason: "ทำต่อ", fiscalYear: FiscalYear.make(to) },
      { id: state, fiscalYear: FiscalYear.make(2570) },
      { spent: BigInt(spent) }
    )

  it("MON-5 money that is carried over names its source and both years, and stays usable", () => {
    assert.deepInclude(refusedBy(carriedOver(delivered, 201, 800)), { tag: "NothingLeft", rule: "MON-5" })
    assert.deepStrictEqual(refusedBy(carriedOver(delivered, 1, 800, 2570)), {
      tag: "CarriedOverBackwards",
      rule: "MON-5",
      field: "/fiscalYear"
    })
    const over = given(delivered, carriedOver(delivered, 150, 800))
    assert.deepInclude(over.decisions[0], {
      kind: "re-committed",
      amount: satang(150),
      fromCommitment: satang(100),
      fromPayments: satang(50),
      carriedTo: { source: state, from: FiscalYear.make(2570), to: FiscalYear.make(2571) }
    })
    assert.deepStrictEqual(balances(over, 800n), balances(delivered, 800n))
    const pay = (day: string) =>
      Disbursing.prepare(over, { tranche: 2, amount: satang(100) }, accepted, {
        ...as(finance),
        today: IsoDate.make(day)
      })
    assert.deepInclude(refusedBy(pay("2027-09-30")), { tag: "YearWithoutMoney", rule: "MON-5", field: "/amount" })
    const done = approved(given(over, pay("2027-10-01")))
    assert.deepInclude(balances(done, 1000n), { paid: 1000n, available: 0n, undecided: 0n })
    assert.strictEqual(reconciled(done, 1000).closing._tag, "Reconciled")
  })

  it("MON-5 MON-6 nothing is closed with money that was carried over and is still out", () => {
    const over = given(delivered, carriedOver(delivered, 200, 800))
    assert.deepInclude(refusedBy(Closing.reconcile(over, ...books(800))), { tag: "UnspentUndecided", rule: "MON-5" })
    assert.strictEqual(reconciled(returned(over, 200, 800), 800).closing._tag, "Reconciled")
  })

  it("MON-5 of a source that gave nothing, nothing is carried over", () => {
    const other = Closing.carryOver(
      delivered,
      { amount: satang(1), reason: "ทำต่อ", fiscalYear: FiscalYear.make(2571) },
      { id: donor, fiscalYear: FiscalYear.make(2570) },
      { spent: 800n }
    )
    assert.strictEqual(refusedBy(other).tag, "NothingLeft")
  })

  it("MON-5 what was put aside before it named a source and a year is read as it was decided", () => {
    const parts = { amount: money(150), fromCommitment: money(100), fromPayments: money(50), reason: "ทำต่อ" }
    const event = Schema.decodeUnknownSync(FundingEvent)({ _tag: "UnspentCarriedOver", ...parts })
    const aside = evolve(delivered, { event, at: now, actor: finance })
    assert.deepInclude(balances(aside, 800n), { carriedOver: 150n, available: 0n, held: 50n })
  })

  it("MON-5 what waits for approval cannot be returned", () => {
    const waiting = prepared(scheduled, 1, 600)
    const ask = Closing.returnUnspent(waiting, { amount: satang(401), reason: "-" }, { spent: 0n })
    assert.strictEqual(refusedBy(ask).tag, "NothingLeft")
  })

  it("MON-5 of what was never paid, every source gets back at most what it gave, the last one first", () => {
    const two = committed(200, committed(300), donor)
    const releases = (funding: Funding) =>
      funding.decisions.at(-1)?.releases.map(({ amount, source }) => [source, Number(amount)])
    assert.deepStrictEqual(releases(returned(two, 450, 0)), [
      [donor, 200],
      [state, 250]
    ])
    assert.deepStrictEqual(releases(returned(returned(two, 150, 0), 100, 0)), [
      [donor, 50],
      [state, 50]
    ])
  })

  it("MON-5 cash goes back to the source that it was paid from, not to the one that committed last", () => {
    const two = mixed(600, 400)
    const back = returned(paidFrom(two, 500, state), 450, 100)
    assert.deepStrictEqual(back.decisions[0]?.releases, [
      { source: state, amount: satang(400), fromPayments: satang(400) },
      { source: donor, amount: satang(50), fromPayments: satang(0) }
    ])
  })

  it("MON-5 a payment whose cash has gone back to its source is not reversed, and its source is not repaid twice", () => {
    const both = paidFrom(paidFrom(mixed(600, 400), 200, state), 300, donor)
    const back = returned(both, 300, 0)
    assert.deepStrictEqual(back.decisions[0]?.releases, [
      { source: donor, amount: satang(300), fromPayments: satang(300) }
    ])
    const reverse = (index: number) => {
      const disbursement = back.disbursements[index]?.id ?? ""
      return Disbursing.reverse(back, { disbursement, reason: "โอนผิด" }, { spent: 0n }, as(executive))
    }
    // The other payment is of 200: were the sum all that counts, this one of 300 could not be told from it.
    assert.deepStrictEqual(refusedBy(reverse(1)), { tag: "PaymentReturned", rule: "MON-5" })
    assert.isTrue(Result.isSuccess(reverse(0)))
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
      carriedOver(done, 1, 800),
      Closing.reconcile(done, ...books(800))
    ])
      assert.deepInclude(refusedBy(decision), { tag: "AccountsSettled", rule: "MON-6" })
  })

  it("PBC-9 the auditor has had no hand in the money", () => {
    const done = reconciled(returned(delivered, 200, 800), 800)
    const by = (actor: Person) => Closing.audit(done, { opinion: "clean", note }, as(actor))
    for (const actor of [finance, executive, secondFinance]) assert.strictEqual(refusedBy(by(actor)).tag, "SamePerson")
    assert.isTrue(Result.isSuccess(by(auditor)))
    const early = Closing.audit(delivered, { opinion: "clean", note }, as(auditor))
    assert.strictEqual(refusedBy(early).tag, "NotReconciled")
    const twice = Closing.audit(audited(done, "clean"), { opinion: "clean", note }, as(auditor))
    assert.strictEqual(refusedBy(twice).tag, "AccountsSettled")
  })

  it("SEP-1 whoever rejected, reversed or decided on unspent money does not audit either", () => {
    const waiting = prepared(scheduled, 1, 600)
    const rejected = given(waiting, Disbursing.reject(waiting, last(waiting), "-"), auditor)
    const done = approved(waiting)
    const reversal = Disbursing.reverse(done, { disbursement: last(done), reason: "-" }, { spent: 0n }, as(auditor))
    const decided = given(scheduled, carriedOver(scheduled, 1000, 0), auditor)
    for (const funding of [
      returned(rejected, 1000, 0),
      returned(given(done, reversal, auditor), 1000, 0),
      returned(decided, 1000, 0)
    ])
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
      const closed = given(examined, Closing.close(examined, as(executive)), executive)
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
