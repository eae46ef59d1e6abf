import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Effect, Result, Schema } from "effect"
import * as Delivery from "../../src/delivery/Delivery.ts"
import { spentTotal } from "../../src/delivery/Report.ts"
import { balances, settled, spendable } from "../../src/funding/Balances.ts"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import { Basis, type Disbursement, empty, evolve, Funding, FundingEvent, Opinion } from "../../src/funding/Funding.ts"
import { fundingPostings } from "../../src/funding/Ledger.ts"
import * as Source from "../../src/funding/Source.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import { FiscalYear } from "../../src/kernel/FiscalYear.ts"
import type { Posting } from "../../src/kernel/Record.ts"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"
import type { Decision } from "../../src/rules/Refusals.ts"
import { agency, as, auditor, executive, finance, now, satang, secondFinance, uuid } from "./people.ts"

// One partnership worth 120, two sources of 90 each, and a process that pays in three tranches.
const agreementValue = satang(120)
const disbursementSteps = ["PBC-5", "PBC-7.1", "PBC-7.2"]
const partnership = uuid(1)
const people: ReadonlyArray<Actor> = [finance, secondFinance, executive, auditor]
const between = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

const amount = between(1, 30)
const which = between(0, 7)
const who = between(0, people.length - 1)
const each = { amount, which, who }
/** Sometimes the amount is all that is left, so that sequences reach the end as well as the refusals. */
const all = between(0, 5)

const Step = Schema.TaggedUnion({
  Commit: each,
  Schedule: { ...each, even: Schema.Boolean },
  Prepare: { ...each, all },
  /** Prepared and approved at once, for sequences that go further. */
  Pay: each,
  Approve: each,
  Reject: each,
  Reverse: each,
  Accept: { tranche: between(2, 3), who },
  Report: { ...each, all },
  Return: { ...each, all },
  CarryOver: { ...each, all },
  Reconcile: { ...each, all },
  Audit: { who, opinion: Opinion },
  Close: each
})
type Step = typeof Step.Type

interface World {
  readonly sources: ReadonlyArray<Source.Source>
  readonly funding: Funding
  readonly delivery: Delivery.Delivery
  /** Tranches whose evaluation before them has been accepted. */
  readonly accepted: ReadonlyMap<number, Actor>
  readonly ledger: ReadonlyMap<string, bigint>
  readonly log: ReadonlyArray<{ readonly event: FundingEvent; readonly actor: Actor }>
}

const post = (ledger: World["ledger"], postings: ReadonlyArray<Posting>): World["ledger"] => {
  const after = new Map(ledger)
  for (const { amount, credit, debit } of postings) {
    after.set(debit, (after.get(debit) ?? 0n) - amount)
    after.set(credit, (after.get(credit) ?? 0n) + amount)
  }
  return after
}

const withSource = (world: World, index: number, decision: Decision<ReadonlyArray<Source.SourceEvent>>): World => {
  let { ledger, sources } = world
  for (const event of Result.getOrThrow(decision)) {
    const source = Source.evolve(sources[index], { event, at: now, actor: finance })
    sources = [...sources.slice(0, index), source, ...sources.slice(index + 1)]
    ledger = post(ledger, Source.sourcePostings(source, event))
  }
  return { ...world, sources, ledger }
}

const start: World = [0, 1].reduce<World>(
  (world, index) =>
    withSource(
      world,
      index,
      Source.register(
        {
          kind: "state-budget",
          title: { th: `แหล่งที่ ${index + 1}` },
          fiscalYear: FiscalYear.make(2570),
          amount: satang(90)
        },
        { ...as(finance), newId: () => uuid(50 + index) }
      )
    ),
  { sources: [], funding: empty, delivery: Delivery.empty, accepted: new Map(), ledger: new Map(), log: [] }
)

const withFunding = (
  world: World,
  decision: Decision<ReadonlyArray<FundingEvent>>,
  actor: Actor
): World | undefined => {
  if (Result.isFailure(decision)) return undefined
  let { funding, ledger, log } = world
  for (const event of decision.success) {
    funding = evolve(funding, { event, at: now, actor })
    ledger = post(ledger, fundingPostings(partnership, event, funding))
    log = log.concat({ event, actor })
  }
  return { ...world, funding, ledger, log }
}

const released = (world: World): World => {
  const releases = world.funding.decisions.at(-1)?.releases ?? []
  return releases.reduce((world, { amount, source }) => {
    const index = world.sources.findIndex(({ id }) => id === source)
    const from = world.sources[index]
    return from === undefined
      ? world
      : withSource(world, index, Source.release(from, { partnership, owner: agency, amount }))
  }, world)
}

const limited = (asked: number, most: bigint, all: number) => satang(all === 0 && most > 0n ? most : asked)

const releaseOf = ({ accepted }: World): Disbursing.ReleaseFacts => ({
  evaluationBefore: ({ no, step }) => {
    const by = accepted.get(no)
    return by === undefined
      ? { _tag: "Awaited", evaluation: step }
      : Basis.cases.AcceptedEvaluation.make({ evaluation: uuid(no), step, acceptedBy: by.account })
  }
})

/** The world after one command, or none where it was refused. Composes the parts as a partnership does. */
const step = (world: World, command: Step): World | undefined => {
  const { delivery, funding, sources } = world
  const spent = spentTotal(delivery.reports)
  const actor = people["who" in command ? command.who : 0] ?? finance
  const context = as(actor)
  const at = "which" in command ? command.which : 0
  const named = (tag: Disbursement["_tag"]): string => {
    const fitting = funding.disbursements.filter(({ _tag }) => at > 5 || _tag === tag)
    return fitting[at % Math.max(1, fitting.length)]?.id ?? uuid(999)
  }
  const money = balances(funding, spent)
  const decide = (decision: Decision<ReadonlyArray<FundingEvent>>) => withFunding(world, decision, actor)
  return Step.match(command, {
    Commit: ({ amount }) => {
      const index = at % 2
      const source = sources[index]
      if (source === undefined) return undefined
      const given = Source.commit(source, { partnership, owner: agency, amount: satang(amount) })
      if (Result.isFailure(given)) return undefined
      const after = decide(
        Committing.commit(funding, { source: source.id, amount: satang(amount) }, { agreementValue })
      )
      return after === undefined ? undefined : withSource(after, index, given)
    },
    Schedule: ({ amount, even }) => {
      const parts = even ? [40, 40, 40] : [amount, 60, 60 - amount]
      const terms = parts.filter((part) => part > 0).map((part) => ({ amount: satang(part) }))
      return decide(Committing.schedule(funding, terms, { agreementValue, disbursementSteps }))
    },
    Prepare: ({ all, amount }) =>
      decide(
        Disbursing.prepare(
          funding,
          { tranche: 1 + (at % 4), amount: limited(amount, money.available, all) },
          releaseOf(world),
          context
        )
      ),
    Pay: ({ amount }) => {
      const payment = { tranche: 1 + (at % 3), amount: satang(amount) }
      const after = decide(Disbursing.prepare(funding, payment, releaseOf(world), context))
      if (after === undefined) return undefined
      const id = after.funding.disbursements.at(-1)?.id ?? ""
      const other = people[(people.indexOf(actor) + 1) % people.length] ?? finance
      return withFunding(after, Disbursing.approve(after.funding, id, as(other)), other)
    },
    Approve: () => decide(Disbursing.approve(funding, named("Prepared"), context)),
    Reject: () => decide(Disbursing.reject(funding, named("Prepared"), "เอกสารไม่ครบ")),
    Reverse: () =>
      decide(Disbursing.reverse(funding, { disbursement: named("Approved"), reason: "โอนผิด" }, { spent }, context)),
    Accept: ({ tranche }) => ({ ...world, accepted: new Map([...world.accepted, [tranche, actor]]) }),
    Report: ({ all, amount }) => {
      if (Result.isFailure(Committing.unsettled(funding))) return undefined
      const decision = Delivery.submitReport(
        delivery,
        {
          period: { from: IsoDate.make("2026-10-01"), to: IsoDate.make("2026-12-31") },
          narrative: "-",
          expenditure: [{ activity: "-", spent: limited(amount, money.held, all) }],
          results: []
        },
        { paid: spendable(funding), indicators: [] },
        context
      )
      if (Result.isFailure(decision)) return undefined
      const after = decision.success.reduce(
        (state, event) => Delivery.evolve(state, { event, at: now, actor }),
        delivery
      )
      return { ...world, delivery: after }
    },
    Return: ({ all, amount }) => {
      const unspent = { amount: limited(amount, money.undecided, all), reason: "ใช้ไม่หมด" }
      const after = decide(Closing.returnUnspent(funding, unspent, { spent }))
      return after === undefined ? undefined : released(after)
    },
    CarryOver: ({ all, amount }) =>
      decide(Closing.carryOver(funding, { amount: limited(amount, money.undecided, all), reason: "ทำต่อ" }, { spent })),
    Reconcile: ({ all, amount }) =>
      decide(Closing.reconcile(funding, { spent: satang(all === 0 ? amount : spent) }, { spent })),
    Audit: ({ opinion }) => decide(Closing.audit(funding, { opinion, note: "-" }, context)),
    Close: () => decide(Closing.close(funding, context))
  })
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
    if (after === undefined) return world
    check(after)
    return after
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
    { arbitrary: { runs: 400, seed: 2570 }, timeout: 60_000 }
  )

  it.prop(
    "evolve takes every event in every state, and gives a state that can be stored",
    { events: Schema.Array(FundingEvent).check(Schema.isMaxLength(15)) },
    ({ events }) => {
      const funding = events.reduce((state, event) => evolve(state, { event, at: now, actor: finance }), empty)
      assert.deepStrictEqual(Schema.decodeUnknownSync(Funding)(Schema.encodeSync(Funding)(funding)), funding)
    },
    { arbitrary: { runs: 200, seed: 7 } }
  )

  it.effect("the sequences above reach every event that funding has", () =>
    Effect.gen(function* () {
      const seen = new Map<string, number>()
      const sequences = yield* Arbitrary.sampleEffect(Arbitrary.schema(Sequence), { count: 400, seed: 2570 })
      for (const sequence of sequences) run(sequence, seen)
      const { DisbursementPrepared: _, ...others } = FundingEvent.cases
      const prepared = Object.keys(Basis.cases).map((basis) => `DisbursementPrepared on ${basis}`)
      assert.deepStrictEqual([...seen.keys()].sort(), [...prepared, ...Object.keys(others)].sort())
    })
  )
})
