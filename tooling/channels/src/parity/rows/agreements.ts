import { baht } from "../../journeys/Cast.ts"
import { inDays } from "../../journeys/Days.ts"
import { membersOf, moneyless, termsOf } from "../../journeys/Partnership.ts"
import { on, onlyWhatThereIs, type Rows } from "../Row.ts"

const terms = termsOf({ model: "contracting" })
const announcement = { where: "เว็บไซต์", reference: "1/2570" }
const amended = { objectives: terms.objectives, conditions: [{ text: "ให้บริการทุกวัน" }], reason: "พื้นที่เปลี่ยน" }
const { sla: _, ...withoutSla } = terms
const order = { order: "2/2570", reason: "ย้ายหน้าที่", leaving: [] }
const { sla, tranches, unitCosts, value } = terms
const bringing = { ...amended, money: { sla, unitCosts, value }, tranches }

export const agreementRows = {
  AgreementMissing: [
    {
      says: "nothing is signed before a draft",
      stage: "discussed",
      rule: "ACT-8",
      ask: on("executive", "agreements.sign")
    }
  ],
  AgreementNotDraft: [
    {
      says: "what both sides have signed is not drafted anew",
      stage: "signed",
      rule: "COL-5",
      ask: on("officer", "agreements.draft", terms)
    }
  ],
  AgreementNotInForce: [
    {
      says: "a draft is not announced",
      stage: "drafted",
      rule: "ACT-8",
      ask: on("officer", "agreements.announce", announcement)
    }
  ],
  DateReasonMissing: [
    {
      says: "a term that begins long before it is signed has a reason",
      stage: "discussed",
      rule: "MOD-Pa",
      ask: on("officer", "agreements.draft", { ...terms, period: { from: inDays(-200), to: inDays(300) } })
    }
  ],
  UnitCostMissing: [
    {
      says: "an agreement rests on unit cost",
      stage: "discussed",
      rule: "PBC-U",
      ask: on("officer", "agreements.draft", { ...terms, unitCosts: [] })
    }
  ],
  UnitCostsDoNotSum: [
    {
      says: "unit costs come to the value",
      stage: "discussed",
      rule: "PBC-U",
      ask: on("officer", "agreements.draft", { ...terms, value: baht("999999.99") })
    }
  ],
  ValueMissing: [
    {
      says: "money that is agreed has a value",
      stage: "discussed",
      rule: "PBC-U",
      ask: on("officer", "agreements.draft", { ...moneyless, unitCosts: terms.unitCosts })
    }
  ],
  AgreementWithoutMoney: [
    {
      says: "nothing is paid under an agreement that was signed without money",
      stage: "planned without money",
      rule: "MON-2",
      except: { admin: onlyWhatThereIs },
      ask: on("finance", "disbursements.prepare", { tranche: 1, amount: baht("1.00") })
    }
  ],
  ValueAgreed: [
    {
      says: "the value that was signed for is not amended",
      stage: "signed",
      rule: "ACT-8",
      ask: on("officer", "agreements.propose-amendment", bringing)
    }
  ],
  EvaluatedWithoutMoney: [
    {
      says: "no money rests on an evaluation of work without it",
      stage: "evaluated without money",
      rule: "PBC-7",
      ask: on("officer", "agreements.propose-amendment", bringing)
    }
  ],
  SlaReasonMissing: [
    {
      says: "above both thresholds there is an SLA or a reason",
      stage: "discussed",
      rule: "PBC-S2a",
      ask: on("officer", "agreements.draft", withoutSla)
    }
  ],
  AlreadySigned: [
    {
      says: "a side signs once",
      stage: "half signed",
      rule: "COL-5b",
      ask: on("executive", "agreements.sign")
    }
  ],
  AlreadyAnnounced: [
    {
      says: "an agreement is announced once",
      stage: "announced",
      rule: "COL-5a",
      ask: on("officer", "agreements.announce", announcement)
    }
  ],
  ObjectivesTouched: [
    {
      says: "a change of conditions leaves the objectives alone",
      stage: "grant signed",
      rule: "GRA-3a",
      ask: on("editor", "agreements.request-change", { conditions: [], objectives: "อย่างอื่น", reason: "สะดวกกว่า" })
    }
  ],
  ChangeUnknown: [
    {
      says: "a change that nobody asked for is not approved",
      stage: "grant signed",
      rule: "GRA-3c",
      except: { admin: onlyWhatThereIs },
      ask: on("executive", "agreements.approve-change", { change: "9/2570" })
    }
  ],
  SignatureLapsed: [
    {
      says: "a first signature counts only while whoever gave it could still sign",
      stage: "signed, with an amendment of one who lost the mandate",
      rule: "ACT-8",
      ask: on("signatory", "agreements.sign-amendment", (_, { other }) => ({ amendment: other }))
    }
  ],
  AmendmentNeeded: [
    {
      says: "the conditions of a contract are not changed on request",
      stage: "signed",
      rule: "ACT-8",
      ask: on("editor", "agreements.request-change", { conditions: amended.conditions, reason: amended.reason })
    }
  ],
  AmendmentWaiting: [
    {
      says: "one amendment waits at a time",
      stage: "signed, with an amendment that waits",
      rule: "ACT-8",
      ask: on("editor", "agreements.propose-amendment", amended)
    }
  ],
  AmendmentUnknown: [
    {
      says: "an amendment that nobody proposed is not signed",
      stage: "signed",
      rule: "ACT-8",
      except: { admin: onlyWhatThereIs },
      ask: on("executive", "agreements.sign-amendment", { amendment: "9/2570" })
    }
  ],
  RenewalDoesNotFollow: [
    {
      says: "a renewal follows the term without a gap",
      stage: "signed",
      rule: "MOD-Pa",
      ask: on("executive", "agreements.renew", { period: { from: inDays(800), to: inDays(900) }, reason: "ทำต่อ" })
    }
  ],
  SeatRefused: [
    {
      says: "nobody sits on the committee for a side that is not theirs",
      stage: "commissioning communicated",
      rule: "ACT-9",
      ask: on("executive", "committees.appoint", (company) => ({
        order: "1/2570",
        members: membersOf(company).map((member) => ({ ...member, organisation: company.agency }))
      }))
    }
  ],
  AgreementNotSuspended: [
    {
      says: "what is in force is not resumed",
      stage: "announced",
      rule: "ACT-8",
      ask: on("executive", "agreements.resume", { reason: "กลับมาทำต่อ" })
    }
  ],
  CommitteeIncomplete: [
    {
      says: "every side sits on the committee",
      stage: "commissioning communicated",
      rule: "COL-6a",
      ask: on("executive", "committees.appoint", (company) => ({
        order: "1/2570",
        members: membersOf(company).slice(0, 1)
      }))
    }
  ],
  CommitteeNotWaivable: [
    {
      says: "commissioning has its full committee",
      stage: "commissioning communicated",
      rule: "COL-6a",
      ask: on("executive", "committees.waive", { reason: "งานเล็ก" })
    }
  ],
  CommitteeAlreadyFormed: [
    {
      says: "a committee is formed once",
      stage: "formed",
      rule: "COL-6",
      ask: on("executive", "committees.appoint", (company) => ({ order: "2/2570", members: membersOf(company) }))
    }
  ],
  CommitteeNotFormed: [
    {
      says: "a committee is changed once there is one",
      stage: "commissioning communicated",
      rule: "COL-6",
      ask: on("executive", "committees.change", { ...order, joining: [] })
    }
  ],
  SeatUnknown: [
    {
      says: "nobody leaves a seat that is not on the committee",
      stage: "formed",
      rule: "COL-6h",
      except: { admin: onlyWhatThereIs },
      ask: on("executive", "committees.change", {
        ...order,
        leaving: [{ seat: "01910000-0000-7000-8000-00000000dead" }],
        joining: []
      })
    }
  ],
  SeatOfOtherSide: [
    {
      says: "no head sends somebody for the other side",
      stage: "formed",
      rule: "COL-6h",
      ask: on("executive", "committees.change", (company) => ({
        ...order,
        joining: membersOf(company)
          .slice(1)
          .map((member) => ({ ...member, name: "อีกคน" }))
      }))
    }
  ],
  CommitteeUnchanged: [
    {
      says: "an order that changes nothing is none",
      stage: "formed",
      rule: "COL-6h",
      ask: on("executive", "committees.change", { ...order, joining: [] })
    }
  ],
  SecretariatMissing: [
    {
      says: "commissioning has a secretariat, or says why not",
      stage: "commissioning communicated",
      rule: "COM-1c",
      ask: on("executive", "committees.appoint", (company) => ({ order: "1/2570", members: membersOf(company) }))
    }
  ],
  PartnershipNotRunning: [
    {
      says: "a closed account stays closed",
      stage: "grant closed",
      rule: "ACT-8",
      ask: on("officer", "lessons.record", { kind: "lesson", text: "สายเกินไป" })
    }
  ]
} as const satisfies Record<string, Rows>
