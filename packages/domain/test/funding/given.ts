import { Result } from "effect"
import * as Closing from "../../src/funding/Closing.ts"
import * as Committing from "../../src/funding/Committing.ts"
import * as Disbursing from "../../src/funding/Disbursing.ts"
import { Basis, empty, evolve, type Funding, type FundingEvent } from "../../src/funding/Funding.ts"
import { SourceId } from "../../src/funding/Source.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import { FiscalYear } from "../../src/kernel/FiscalYear.ts"
import type { Decision } from "../../src/kernel/Refusal.ts"
import { as, auditor, executive, finance, now, satang, secondFinance, uuid } from "./people.ts"

export const state = SourceId.make(uuid(101))
export const donor = SourceId.make(uuid(102))
export const agreement = { agreementValue: satang(1000) }
export const schedule = { ...agreement, disbursementSteps: ["PBC-5", "PBC-7.1"] }
export const acceptance = Basis.cases.AcceptedEvaluation.make({
  evaluation: uuid(201),
  step: "PBC-6.1",
  acceptedBy: executive.account
})
const fiscalYear = FiscalYear.make(2570)
const sources = [state, donor].map((id) => ({ id, fiscalYear }))
export const accepted: Disbursing.PaymentFacts = { evaluationBefore: () => acceptance, sources }
export const awaited: Disbursing.PaymentFacts = {
  evaluationBefore: () => ({ _tag: "Awaited", evaluation: "PBC-6.1" }),
  sources
}

export const given = (
  funding: Funding,
  decision: Decision<ReadonlyArray<FundingEvent>>,
  actor: Person = finance
): Funding => Result.getOrThrow(decision).reduce((state, event) => evolve(state, { event, at: now, actor }), funding)

export const committed = (amount: number, from: Funding = empty, source = state) =>
  given(from, Committing.commit(from, { source, amount: satang(amount) }, agreement))
export const scheduled = given(
  committed(1000),
  Committing.schedule(committed(1000), [{ amount: satang(600) }, { amount: satang(400), label: "งวดสุดท้าย" }], schedule)
)
export const last = ({ disbursements }: Funding): string => disbursements.at(-1)?.id ?? ""
export const prepared = (funding: Funding, tranche: number, amount: number) =>
  given(funding, Disbursing.prepare(funding, { tranche, amount: satang(amount) }, accepted, as(finance)))
export const approved = (funding: Funding, actor: Person = executive) =>
  given(funding, Disbursing.approve(funding, last(funding), as(actor)), actor)
export const paid = (funding: Funding, tranche: number, amount: number) => approved(prepared(funding, tranche, amount))
export const returned = (funding: Funding, amount: number, spent: number) =>
  given(
    funding,
    Closing.returnUnspent(funding, { amount: satang(amount), reason: "ใช้ไม่หมด" }, { spent: BigInt(spent) })
  )
export const books = (spent: number, reported = spent) =>
  [{ spent: satang(spent) }, { spent: BigInt(reported) }] as const
export const reconciled = (funding: Funding, spent: number) =>
  given(funding, Closing.reconcile(funding, ...books(spent)), secondFinance)
export const note = "ตรวจเอกสารหลักฐานครบถ้วน"
export const audited = (funding: Funding, opinion: "clean" | "qualified" | "adverse") =>
  given(funding, Closing.audit(funding, { opinion, note }, as(auditor)), auditor)
