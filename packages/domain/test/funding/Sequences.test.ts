import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { commandNamed } from "../../src/catalogue.ts"
import { spentTotal } from "../../src/delivery/Report.ts"
import { balances, settled } from "../../src/funding/Balances.ts"
import { bySource } from "../../src/funding/Books.ts"
import { availableOf, receivedOf } from "../../src/funding/BySource.ts"
import { Basis, empty, evolve, Funding, FundingEvent } from "../../src/funding/Funding.ts"
import * as Source from "../../src/funding/Source.ts"
import { finance, now } from "./people.ts"
import { agreementValue, partnership, Step, start, step, type World } from "./world.ts"

/** The operations that a command of a sequence stands for. */
const operations: { readonly [Tag in Step["_tag"]]: ReadonlyArray<{ readonly refusals: ReadonlyArray<string> }> } = {
  Commit: [commandNamed("funding.commit")],
  Schedule: [commandNamed("agreements.sign-amendment")],
  Prepare: [commandNamed("disbursements.prepare")],
  Pay: [commandNamed("disbursements.prepare"), commandNamed("disbursements.approve")],
  Approve: [commandNamed("disbursements.approve")],
  Reject: [commandNamed("disbursements.reject")],
  Reverse: [commandNamed("disbursements.reverse")],
  Accept: [],
  Report: [commandNamed("reports.submit")],
  Return: [commandNamed("funding.return-unspent")],
  CarryOver: [commandNamed("funding.carry-over")],
  Reconcile: [commandNamed("closings.reconcile")],
  Audit: [commandNamed("closings.audit")],
  Close: [commandNamed("closings.close")]
}

/** MON-2, PBC-7, SEP-1, MON-6: what holds after every event, whatever came before. */
const check = ({ accepted, delivery, funding, ledger, sources }: World): void => {
  const spent = spentTotal(delivery.reports)
  const money = balances(funding, spent)
  const { available, carriedOver, committed, held, paid, prepared, returned, undecided } = money
  assert.isAtMost(Number(paid + prepared), Number(committed), "MON-2 paid above committed")
  assert.isAtMost(Number(committed - returned), Number(agreementValue), "MON-2 committed above the agreement's value")
  for (const source of sources) assert.isAtLeast(Number(Source.availableOf(source)), 0, "MON-2 source overdrawn")
  for (const [name, value] of Object.entries(money)) assert.isAtLeast(Number(value), 0, name)
  assert.strictEqual(available + prepared + held + spent + returned + carriedOver, committed, "MON-6 identity")
  for (const disbursement of funding.disbursements) {
    const { basis, tranche } = disbursement
    if (tranche > 1) {
      assert.strictEqual(basis._tag, "AcceptedEvaluation", "PBC-7")
      assert.isTrue(accepted.has(tranche), "PBC-7 without an accepted evaluation")
    }
    if ("approvedBy" in disbursement) assert.notStrictEqual(disbursement.approvedBy, disbursement.preparedBy, "SEP-1")
  }
  for (const { amount, no } of funding.tranches) {
    const used = funding.disbursements.filter(({ _tag, tranche }) => tranche === no && /Prepared|Approved/u.test(_tag))
    assert.isAtMost(Number(used.reduce((total, each) => total + each.amount, 0n)), Number(amount), "tranche overdrawn")
  }
  let sum = 0n
  for (const { id, committed: shares } of sources) {
    const position = bySource(funding).get(id)
    if (position === undefined) continue
    const { committed, drawn, fromCommitment, fromPayments, paid } = position
    for (const [part, value] of Object.entries(position)) assert.isAtLeast(Number(value), 0, `source: ${part}`)
    assert.isAtLeast(Number(availableOf(position)), 0, "MON-2 a source is drawn above what it committed")
    assert.isAtLeast(Number(receivedOf(position)), 0, "MON-5 a source gets back more than was paid out of it")
    assert.isAtLeast(Number(drawn), Number(paid))
    const now = shares.reduce((sum, share) => (share.partnership === partnership ? sum + share.amount : sum), 0n)
    const later = shares.reduce((sum, { amount, fiscalYear }) => (fiscalYear === undefined ? sum : sum + amount), 0n)
    const carried = funding.decisions.filter((decision) => decision.carriedTo?.source === id)
    assert.isAtMost(
      Number(later),
      Number(carried.reduce((total, { amount }) => total + amount, 0n)),
      "MON-5 carried over"
    )
    assert.strictEqual(committed - fromCommitment - fromPayments, now, "MON-5 committed less returned, by source")
    sum += availableOf(position)
  }
  assert.strictEqual(sum, available, "MON-2 what is available is of the sources")
  const on = (account: string) => ledger.get(account) ?? 0n
  const closed = settled(funding)
  assert.strictEqual(
    [...ledger.values()].reduce((a, b) => a + b, 0n),
    0n,
    "the ledger balances"
  )
  for (const source of sources) assert.strictEqual(on(`source:${source.id}`), Source.availableOf(source))
  assert.strictEqual(on(`commitment:${partnership}`), available)
  assert.strictEqual(on(`prepared:${partnership}`), prepared)
  assert.strictEqual(on(`paid:${partnership}`), closed ? 0n : held + spent)
  assert.strictEqual(on(`spent:${partnership}`), closed ? spent : 0n)
  assert.strictEqual(on(`carried-over:${partnership}`), carriedOver)
  assert.strictEqual(carriedOver, 0n, "MON-5 nothing is put aside for good")
  if (closed) assert.strictEqual(undecided + prepared, 0n, "MON-6 reconciled to zero")
}

const Sequence = Schema.Struct({
  begun: Schema.Boolean,
  commands: Schema.Array(Step).check(Schema.isMinLength(40), Schema.isMaxLength(120))
})

const throughWire = Schema.decodeUnknownSync(FundingEvent)
const toWire = Schema.encodeSync(FundingEvent)

/** Half of the sequences begin with the money committed and scheduled, so that they come further. */
const beginning: ReadonlyArray<Step> = [
  { _tag: "Commit", amount: 60, which: 0, who: 0 },
  { _tag: "Commit", amount: 60, which: 1, who: 0 },
  { _tag: "Schedule", amount: 1, which: 0, who: 0, even: true }
]

const run = ({ begun, commands }: typeof Sequence.Type, seen?: Map<string, number>): World => {
  const end = [...(begun ? beginning : []), ...commands].reduce((world, command) => {
    const after = step(world, command)
    if (Result.isFailure(after)) {
      const declared = operations[command._tag].flatMap(({ refusals }) => refusals)
      assert.include(declared, after.failure._tag, `${command._tag} is refused as declared`)
      return world
    }
    check(after.success)
    return after.success
  }, start)
  for (const { event } of end.log) {
    const what = event._tag === "DisbursementPrepared" ? `${event._tag} on ${event.basis._tag}` : event._tag
    seen?.set(what, (seen.get(what) ?? 0) + 1)
  }
  const replayed = end.log.reduce(
    (state, { actor, event }) =>
      evolve(state, { event: throughWire(JSON.parse(JSON.stringify(toWire(event)))), at: now, actor }),
    empty
  )
  assert.deepStrictEqual(replayed, end.funding, "replay")
  assert.deepStrictEqual(Schema.decodeUnknownSync(Funding)(Schema.encodeSync(Funding)(end.funding)), end.funding)
  return end
}

describe("Funding: sequences of commands", () => {
  it.prop(
    "MON-2 PBC-7 SEP-1 MON-6 no sequence, whatever its order, pays above the commitment, pays a later tranche without an accepted evaluation, unbalances the ledger or breaks the replay",
    { sequence: Sequence },
    ({ sequence }) => {
      run(sequence)
    },
    { arbitrary: { runs: runs(400), seed: 2570 } }
  )

  it.prop(
    "evolve takes every event in every state, and gives a state that can be stored",
    { events: Schema.Array(FundingEvent).check(Schema.isMaxLength(15)) },
    ({ events }) => {
      const funding = events.reduce((state, event) => evolve(state, { event, at: now, actor: finance }), empty)
      assert.deepStrictEqual(Schema.decodeUnknownSync(Funding)(Schema.encodeSync(Funding)(funding)), funding)
    },
    { arbitrary: { runs: runs(200), seed: 7 } }
  )

  it.effect("the sequences above reach every event that funding has", () =>
    Effect.gen(function* () {
      const seen = new Map<string, number>()
      const sequences = yield* Arbitrary.sampleEffect(Arbitrary.schema(Sequence), { count: 400, seed: 2570 })
      for (const sequence of sequences) run(sequence, seen)
      const { DisbursementPrepared: _, UnspentCarriedOver: __, ...others } = FundingEvent.cases
      const prepared = Object.keys(Basis.cases).map((basis) => `DisbursementPrepared on ${basis}`)
      assert.deepStrictEqual([...seen.keys()].sort(), [...prepared, ...Object.keys(others)].sort())
    })
  )
})
