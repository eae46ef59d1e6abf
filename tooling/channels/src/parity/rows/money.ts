import { baht } from "../../journeys/Cast.ts"
import { budgetYear } from "../../journeys/Days.ts"
import { preparedIn, stateOf } from "../../journeys/Partnership.ts"
import { on, onlyWhatThereIs, type Rows } from "../Row.ts"
import type { Stage } from "../Stages.ts"

const nobody = "018f0000-0000-4000-8000-000000000000"
const payment = (tranche: number, amount: string) => ({ tranche, amount: baht(amount) })
const commitment =
  (amount: string) =>
  (_: unknown, { other: source }: Stage) => ({ source, amount: baht(amount) })
const inParts = (...amounts: ReadonlyArray<string>) => ({
  objectives: "ให้เด็กได้รับบริการ",
  conditions: [],
  tranches: amounts.map((amount) => ({ amount: baht(amount) })),
  reason: "ปรับงวดเงิน"
})

export const moneyRows = {
  SourceExceeded: [
    {
      says: "no more is committed than the source holds",
      stage: "planned, with a small source",
      rule: "MON-2",
      ask: on("finance", "funding.commit", commitment("100000.01"))
    }
  ],
  CommitmentExceedsAgreement: [
    {
      says: "no more is committed than was agreed",
      stage: "planned, with a source",
      rule: "MON-2",
      ask: on("finance", "funding.commit", commitment("1000000.01"))
    }
  ],
  CeilingExceeded: [
    {
      says: "no more is paid than is committed",
      stage: "funded in part",
      rule: "MON-2",
      ask: on("finance", "disbursements.prepare", payment(1, "300000.01"))
    }
  ],
  TrancheExceeded: [
    {
      says: "no more is paid than the tranche holds",
      stage: "funded",
      rule: "MON-2",
      ask: on("finance", "disbursements.prepare", payment(1, "500000.01"))
    }
  ],
  PaymentRepeated: [
    {
      says: "an amount that is asked for again without a key is asked about",
      stage: "first tranche prepared",
      rule: "MON-2",
      except: { admin: "a form makes a key of its own for each sending" },
      ask: on("finance", "disbursements.prepare", payment(1, "500000.00"))
    }
  ],
  TrancheRaised: [
    {
      says: "what waits for an evaluation is not moved into a tranche that was paid",
      stage: "first tranche paid",
      rule: "PBC-7a",
      ask: on("officer", "agreements.propose-amendment", inParts("500000.01", "499999.99"))
    }
  ],
  TranchesDoNotSum: [
    {
      says: "the tranches come to the value",
      stage: "funded",
      rule: "MON-3",
      ask: on("officer", "agreements.propose-amendment", inParts("500000.00", "499999.99"))
    }
  ],
  TranchesDoNotMatch: [
    {
      says: "there are as many tranches as the process pays",
      stage: "funded",
      rule: "MON-3",
      ask: on("officer", "agreements.propose-amendment", inParts("1000000.00"))
    }
  ],
  TrancheUnknown: [
    {
      says: "a tranche that was not scheduled is not paid",
      stage: "funded",
      rule: "MON-3",
      except: { admin: onlyWhatThereIs },
      ask: on("finance", "disbursements.prepare", payment(9, "1.00"))
    }
  ],
  EvaluationNotAccepted: [
    {
      says: "a later tranche waits for the evaluation before it",
      stage: "first tranche paid",
      rule: "PBC-7a",
      ask: on("finance", "disbursements.prepare", payment(2, "1.00"))
    }
  ],
  SamePerson: [
    {
      says: "whoever prepared a disbursement does not approve it",
      stage: "first tranche prepared",
      rule: "SEP-1",
      ask: on("finance", "disbursements.approve", (_, stage) => ({ disbursement: preparedIn(stage) }))
    },
    {
      says: "whoever evaluated does not accept the evaluation",
      stage: "evaluated by one who is an officer too",
      rule: "SEP-2",
      ask: on("dual", "evaluations.accept", (_, stage) => ({
        evaluation: stateOf(stage).evaluations.at(-1)?.id,
        deductions: []
      }))
    }
  ],
  DisbursementUnknown: [
    {
      says: "what was not prepared is not approved",
      stage: "funded",
      rule: "MON-3",
      except: { admin: onlyWhatThereIs },
      ask: on("executive", "disbursements.approve", { disbursement: nobody })
    }
  ],
  DisbursementNotPending: [
    {
      says: "what has been paid is not rejected",
      stage: "first tranche paid",
      rule: "MON-3",
      except: { admin: onlyWhatThereIs },
      ask: on("executive", "disbursements.reject", (_, stage) => ({
        disbursement: stateOf(stage).funding.disbursements[0]?.id,
        reason: "ผิด"
      }))
    }
  ],
  PaymentReturned: [
    {
      says: "a payment that the recipient has given back is not reversed as well",
      stage: "first tranche paid and given back",
      rule: "MON-5",
      ask: on("executive", "disbursements.reverse", (_, stage) => ({
        disbursement: stateOf(stage).funding.disbursements[0]?.id,
        reason: "โอนผิด"
      }))
    }
  ],
  NothingLeft: [
    {
      says: "no more is returned than is left",
      stage: "grant accepted",
      rule: "MON-5",
      ask: on("finance", "funding.return-unspent", { amount: baht("900000.01"), reason: "ใช้ไม่หมด" })
    }
  ],
  YearWithoutMoney: [
    {
      says: "money is paid in the year that its source gives it for",
      stage: "funded out of the next year",
      rule: "MON-5",
      ask: on("finance", "disbursements.prepare", { tranche: 1, amount: baht("1.00") })
    }
  ],
  CarriedOverBackwards: [
    {
      says: "money is carried over into a later year",
      stage: "first tranche paid",
      rule: "MON-5",
      ask: on("finance", "funding.carry-over", (_, stage) => ({
        source: stateOf(stage).funding.commitments[0]?.source,
        fiscalYear: budgetYear,
        amount: baht("100.00"),
        reason: "ทำต่อ"
      }))
    }
  ],
  UnspentUndecided: [
    {
      says: "unspent money is decided on before the accounts are closed",
      stage: "grant accepted",
      rule: "MON-5",
      ask: on("finance", "closings.reconcile", { spent: baht("100000.00") })
    }
  ],
  DisbursementsPending: [
    {
      says: "nothing ends while a payment waits for approval",
      stage: "first tranche prepared",
      rule: "MON-6",
      ask: on("executive", "agreements.terminate", { reason: "เลิกก่อน" })
    }
  ],
  NotReconciled: [
    {
      says: "the accounts come to zero",
      stage: "grant returned",
      rule: "MON-6",
      ask: on("finance", "closings.reconcile", { spent: baht("99999.99") })
    }
  ],
  AccountsSettled: [
    {
      says: "nothing moves once the accounts are reconciled",
      stage: "grant reconciled",
      rule: "MON-6",
      ask: on("finance", "funding.return-unspent", { amount: baht("1.00"), reason: "ลืม" })
    }
  ],
  NotAudited: [
    {
      says: "accounts are closed only once they are audited",
      stage: "grant reconciled",
      rule: "PBC-9",
      ask: on("executive", "closings.close")
    }
  ]
} as const satisfies Record<string, Rows>
