import { Result, Schema } from "effect"
import * as Delivery from "../../src/delivery/Delivery.ts"
import { spentTotal } from "../../src/delivery/Report.ts"
import type { Posting } from "../../src/engine/Record.ts"
import { refuse } from "../../src/engine/refusals.ts"
import { balances, spendable } from "../../src/funding/Balances.ts"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import {
  Basis,
  type Disbursement,
  empty,
  evolve,
  type Funding,
  type FundingEvent,
  Opinion
} from "../../src/funding/Funding.ts"
import { fundingPostings } from "../../src/funding/Ledger.ts"
import * as Source from "../../src/funding/Source.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { FiscalYear } from "../../src/kernel/FiscalYear.ts"
import type { Decision } from "../../src/kernel/Refusal.ts"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"
import { agency, as, auditor, executive, finance, now, satang, secondFinance, uuid } from "./people.ts"

// One partnership worth 120, two sources of 90 each, and a process that pays in three tranches.
export const agreementValue = satang(120)
const disbursementSteps = ["PBC-5", "PBC-7.1", "PBC-7.2"]
export const partnership = uuid(1)
const people: ReadonlyArray<Person> = [finance, secondFinance, executive, auditor]
const between = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

const amount = between(1, 30)
const which = between(0, 7)
const who = between(0, people.length - 1)
const each = { amount, which, who }
/** Sometimes the amount is all that is left, so that sequences reach the end as well as the refusals. */
const all = between(0, 5)

export const Step = Schema.TaggedUnion({
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
export type Step = typeof Step.Type

export interface World {
  readonly sources: ReadonlyArray<Source.Source>
  readonly funding: Funding
  readonly delivery: Delivery.Delivery
  /** Tranches whose evaluation before them has been accepted. */
  readonly accepted: ReadonlyMap<number, Person>
  readonly ledger: ReadonlyMap<string, bigint>
  readonly log: ReadonlyArray<{ readonly event: FundingEvent; readonly actor: Person }>
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

export const start: World = [0, 1].reduce<World>(
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

const withFunding = (world: World, decision: Decision<ReadonlyArray<FundingEvent>>, actor: Person): Decision<World> =>
  Result.map(decision, (events) => {
    let { funding, ledger, log } = world
    for (const event of events) {
      funding = evolve(funding, { event, at: now, actor })
      ledger = post(ledger, fundingPostings(partnership, event, funding))
      log = log.concat({ event, actor })
    }
    return { ...world, funding, ledger, log }
  })

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

const releaseOf = ({ accepted, sources }: World): Disbursing.PaymentFacts => ({
  sources,
  evaluationBefore: ({ no, step }) => {
    const by = accepted.get(no)
    return by === undefined
      ? { _tag: "Awaited", evaluation: step }
      : Basis.cases.AcceptedEvaluation.make({ evaluation: uuid(no), step, acceptedBy: by.account })
  }
})

/** Every other payment names the source that it is drawn from. */
const fromOne = ({ sources }: World, at: number): { readonly source?: Source.SourceId } => {
  const source = at > 3 ? sources[at % sources.length] : undefined
  return source === undefined ? {} : { source: source.id }
}

/** The world after one command. Composes the parts as a partnership does. */
export const step = (world: World, command: Step): Decision<World> => {
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
      if (source === undefined) return refuse("RecordNotFound", { record: "source", id: String(index) })
      const given = Source.commit(source, { partnership, owner: agency, amount: satang(amount) })
      const taken = Committing.commit(funding, { source: source.id, amount: satang(amount) }, { agreementValue })
      return Result.flatMap(given, () => Result.map(decide(taken), (after) => withSource(after, index, given)))
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
          { tranche: 1 + (at % 4), amount: limited(amount, money.available, all), ...fromOne(world, at) },
          releaseOf(world),
          context
        )
      ),
    Pay: ({ amount }) => {
      const payment = { tranche: 1 + (at % 3), amount: satang(amount), ...fromOne(world, at) }
      const other = people[(people.indexOf(actor) + 1) % people.length] ?? finance
      return Result.flatMap(decide(Disbursing.prepare(funding, payment, releaseOf(world), context)), (after) => {
        const id = after.funding.disbursements.at(-1)?.id ?? ""
        return withFunding(after, Disbursing.approve(after.funding, id, as(other)), other)
      })
    },
    Approve: () => decide(Disbursing.approve(funding, named("Prepared"), context)),
    Reject: () => decide(Disbursing.reject(funding, named("Prepared"), "เอกสารไม่ครบ")),
    Reverse: () =>
      decide(Disbursing.reverse(funding, { disbursement: named("Approved"), reason: "โอนผิด" }, { spent }, context)),
    Accept: ({ tranche }) => Result.succeed({ ...world, accepted: new Map([...world.accepted, [tranche, actor]]) }),
    Report: ({ all, amount }) => {
      const terms = {
        period: { from: IsoDate.make("2026-10-01"), to: IsoDate.make("2026-12-31") },
        narrative: "-",
        expenditure: [{ activity: "-", spent: limited(amount, money.held, all) }],
        results: [],
        ...(at > 5 ? { replaces: delivery.reports.length } : {})
      }
      const facts = { paid: spendable(funding), indicators: [] }
      return Result.map(
        Result.flatMap(Committing.unsettled(funding), () => Delivery.submitReport(delivery, terms, facts, context)),
        (events) => ({
          ...world,
          delivery: events.reduce((state, event) => Delivery.evolve(state, { event, at: now, actor }), delivery)
        })
      )
    },
    Return: ({ all, amount }) => {
      const unspent = { amount: limited(amount, money.undecided, all), reason: "ใช้ไม่หมด" }
      return Result.map(decide(Closing.returnUnspent(funding, unspent, { spent })), released)
    },
    CarryOver: ({ all, amount }) => {
      const index = at % 2
      const source = sources[index]
      if (source === undefined) return refuse("RecordNotFound", { record: "source", id: String(index) })
      const fiscalYear = FiscalYear.make(2570 + (at % 3))
      const over = { amount: limited(amount, money.undecided, all), reason: "ทำต่อ", fiscalYear }
      const given = Source.carryOver(source, { partnership, owner: agency, amount: over.amount, fiscalYear })
      const taken = decide(Closing.carryOver(funding, over, source, { spent }))
      return Result.flatMap(taken, (after) => Result.map(given, () => withSource(after, index, given)))
    },
    Reconcile: ({ all, amount }) =>
      decide(Closing.reconcile(funding, { spent: satang(all === 0 ? amount : spent) }, { spent })),
    Audit: ({ opinion }) => decide(Closing.audit(funding, { opinion, note: "-" }, context)),
    Close: () => decide(Closing.close(funding, context))
  })
}
