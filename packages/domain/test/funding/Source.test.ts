import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { commandNamed } from "../../src/catalogue.ts"
import * as Source from "../../src/funding/Source.ts"
import { accessOf } from "../../src/kernel/Actor.ts"
import { FiscalYear } from "../../src/kernel/FiscalYear.ts"
import { largest } from "../../src/kernel/Money.ts"
import { agency, as, finance, now, otherAgency, partner, refusedBy, satang, uuid } from "./people.ts"

const terms: Source.SourceTerms = {
  kind: "state-budget",
  title: { th: "งบประมาณแผ่นดิน โครงการศูนย์พัฒนาเด็กเล็ก" },
  fiscalYear: FiscalYear.make(2570),
  amount: satang(1_000_000)
}
const record = { at: now, actor: finance }
const fold = (events: ReadonlyArray<Source.SourceEvent>, from?: Source.Source): Source.Source | undefined =>
  events.reduce<Source.Source | undefined>((state, event) => Source.evolve(state, { ...record, event }), from)
const after = (decision: Result.Result<ReadonlyArray<Source.SourceEvent>, unknown>, from?: Source.Source) => {
  const source = fold(Result.getOrThrow(decision), from)
  if (source === undefined) throw new Error("no source")
  return source
}
const registered = after(Source.register(terms, as(finance)))
const share = (amount: number, n = 1) => ({ partnership: uuid(500 + n), owner: agency, amount: satang(amount) })

describe("Source", () => {
  it("MON-1 a source belongs to the agency of the person who registers it, and holds what is stated", () => {
    assert.deepInclude(registered, { ...terms, owner: agency, committed: [] })
    const unattached = as({ ...finance, organisation: null })
    assert.strictEqual(refusedBy(Source.register(terms, unattached)).tag, "NotPermitted")
  })

  it("MON-1a donations and other money name their rule, or the reason why there is none", () => {
    for (const kind of ["donation", "other"] as const) {
      assert.deepStrictEqual(refusedBy(Source.register({ ...terms, kind }, as(finance))), {
        tag: "SourceRuleMissing",
        rule: "MON-1a",
        field: "/rule"
      })
      for (const more of [{ rule: "ระเบียบว่าด้วยเงินบริจาค พ.ศ. 2561" }, { ruleReason: "ผู้บริจาคไม่กำหนด" }]) {
        assert.isTrue(Result.isSuccess(Source.register({ ...terms, kind, ...more }, as(finance))))
      }
    }
    assert.isTrue(Result.isSuccess(Source.register({ ...terms, kind: "recipient-revenue" }, as(finance))))
  })

  it("MON-5 a commitment that is carried over stays of the source, names its later year, and goes back from there first", () => {
    const year = (n: number) => FiscalYear.make(n)
    const begun = after(Source.commit(registered, share(1000)), registered)
    const once = after(Source.carryOver(begun, { ...share(300), fiscalYear: year(2571) }), begun)
    const { amount: _, owner: __, ...of } = share(0)
    assert.deepStrictEqual(once.committed, [
      { ...of, amount: satang(700) },
      { ...of, amount: satang(300), fiscalYear: year(2571) }
    ])
    assert.strictEqual(Source.availableOf(once), Source.availableOf(begun))
    const again = (amount: number, to: number) => Source.carryOver(once, { ...share(amount), fiscalYear: year(to) })
    assert.deepInclude(refusedBy(again(701, 2571)), { tag: "NothingLeft", rule: "MON-5" })
    const twice = after(again(800, 2572), once)
    assert.deepStrictEqual(twice.committed, [
      { ...of, amount: satang(200), fiscalYear: year(2571) },
      { ...of, amount: satang(800), fiscalYear: year(2572) }
    ])
    assert.deepInclude(refusedBy(Source.release(twice, share(1001))), { tag: "NothingLeft" })
    const back = after(Source.release(twice, share(900)), twice)
    assert.deepStrictEqual(back.committed, [{ ...of, amount: satang(100), fiscalYear: year(2571) }])
  })

  it("MON-2 nothing is committed above what the source holds, over all partnerships together", () => {
    const most = after(Source.commit(registered, share(700_000)), registered)
    assert.strictEqual(Source.availableOf(most), 300_000n)
    assert.deepStrictEqual(refusedBy(Source.commit(most, share(300_001, 2))), {
      tag: "SourceExceeded",
      rule: "MON-2",
      field: "/amount"
    })
    const all = after(Source.commit(most, share(300_000, 2)), most)
    assert.strictEqual(Source.sourceRecord.row(all).status, "committed")
    const more = after(Source.increase(all, satang(1), "ได้รับจัดสรรเพิ่ม"), all)
    assert.isTrue(Result.isSuccess(Source.commit(more, share(1))))
  })

  it("MON-5 what one partnership returns is the source's again, and no more than that one was given", () => {
    const shared = after(Source.commit(registered, share(700_000)), registered)
    const both = after(Source.commit(shared, share(200_000, 2)), shared)
    const returned = after(Source.release(both, share(150_000, 2)), both)
    assert.deepStrictEqual(returned.committed, [
      { partnership: uuid(501), amount: satang(700_000) },
      { partnership: uuid(502), amount: satang(50_000) }
    ])
    assert.strictEqual(refusedBy(Source.release(returned, share(50_001, 2))).tag, "NothingLeft")
    assert.deepStrictEqual(after(Source.release(returned, share(50_000, 2)), returned).committed, [
      { partnership: uuid(501), amount: satang(700_000) }
    ])
  })

  it("SEC-1 a source of another agency answers as an unknown one", () => {
    for (const decide of [Source.commit, Source.release]) {
      assert.strictEqual(refusedBy(decide(registered, { ...share(1), owner: otherAgency })).tag, "RecordNotFound")
    }
  })

  it("MON-7 a source never holds more than can be counted exactly", () => {
    const refused = Source.increase(registered, satang(largest), "เกิน")
    assert.deepInclude(refusedBy(refused), { tag: "InputMalformed", field: "/amount" })
  })

  it("MON-2 every movement is balanced in the ledger, and a release is the commitment backwards", () => {
    const partnership = uuid(501)
    const amount = satang(5)
    const posted = (event: Source.SourceEvent) => Source.sourcePostings(registered, event)
    const to = `source:${registered.id}`
    assert.deepStrictEqual(posted(Source.SourceEvent.cases.SourceIncreased.make({ amount, reason: "-" })), [
      { debit: "budget", credit: to, amount }
    ])
    assert.deepStrictEqual(posted(Source.SourceEvent.cases.AmountCommitted.make({ partnership, amount })), [
      { debit: to, credit: `commitment:${partnership}`, amount }
    ])
    assert.deepStrictEqual(posted(Source.SourceEvent.cases.CommitmentReleased.make({ partnership, amount })), [
      { debit: `commitment:${partnership}`, credit: to, amount }
    ])
  })

  it("MON-1 is seen by its agency and by the holder, and listed by kind and fiscal year", () => {
    const { access, row } = Source.sourceRecord
    const held: Source.Source = { ...registered, kind: "recipient-revenue", holder: partner }
    assert.deepStrictEqual(access(held), accessOf({ owner: agency, parties: [partner] }))
    assert.deepStrictEqual(row(held).columns, { kind: "recipient-revenue", fiscalYear: 2570 })
  })

  it("MON-7 an amount of nothing is refused on the way in", () => {
    const decode = Schema.decodeUnknownResult(commandNamed("sources.register").input)
    const wire = { kind: "donation", title: { th: "เงินบริจาค" }, fiscalYear: 2570, rule: "ระเบียบ" }
    const thb = (amount: string) => ({ ...wire, amount: { amount, currency: "THB" } })
    assert.isTrue(Result.isFailure(decode(thb("0.00"))))
    const input = Result.getOrThrow(decode(thb("0.01")))
    assert.strictEqual(after(Source.register(input, as(finance))).amount, 1n)
  })

  it.prop(
    "evolve takes every event in every state, and gives a state that can be stored",
    { events: Schema.Array(Source.SourceEvent).check(Schema.isMaxLength(12)) },
    ({ events }) => {
      const source = fold(events)
      if (source === undefined) return events.length === 0
      const encoded = Schema.encodeSync(Source.Source)(source)
      assert.deepStrictEqual(Schema.decodeUnknownSync(Source.Source)(encoded), source)
      return true
    },
    { arbitrary: { runs: runs(200), seed: 7 } }
  )
})
