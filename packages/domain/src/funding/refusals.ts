import { deliveryRefusals } from "../delivery/refusals.ts"
import { engineRefusals } from "../engine/refusals.ts"
import { evaluationRefusals } from "../evaluation/refusals.ts"
import { declare, list, refusing } from "../rules/Refusals.ts"

export const fundingRefusals = {
  SourceRuleMissing: declare<{ kind: string }>(
    "rule",
    "MON-1a",
    () => "เงินบริจาคและแหล่งอื่นควรอยู่ภายใต้ระเบียบเฉพาะที่โปร่งใส ระบุระเบียบ หรือบันทึกเหตุผลที่ไม่มี",
    () =>
      "Donations and other money should come under a specific, transparent rule. Name it, or record why there is none."
  ),
  SourceExceeded: declare<{ asked: string; available: string }>(
    "rule",
    "MON-2",
    (f) => `ขอผูกพัน ${f.asked} บาท แต่แหล่งเงินเหลือ ${f.available} บาท`,
    (f) => `${f.asked} baht was to be committed, but the source holds only ${f.available} baht.`
  ),
  CommitmentExceedsAgreement: declare<{ committed: string; value: string }>(
    "rule",
    "MON-2",
    (f) => `เงินผูกพันรวม ${f.committed} บาท เกินมูลค่าข้อตกลง ${f.value} บาท`,
    (f) => `${f.committed} baht in all would be committed, more than the agreement's value of ${f.value} baht.`
  ),
  CeilingExceeded: declare<{ asked: string; available: string }>(
    "rule",
    "MON-2",
    (f) => `ขอเบิกจ่าย ${f.asked} บาท แต่วงเงินผูกพันเหลือ ${f.available} บาท`,
    (f) => `${f.asked} baht was asked for, but only ${f.available} baht of the commitment is left.`
  ),
  TrancheExceeded: declare<{ tranche: number; asked: string; available: string }>(
    "rule",
    "MON-2",
    (f) => `งวดที่ ${f.tranche} เหลือ ${f.available} บาท เบิก ${f.asked} บาทไม่ได้`,
    (f) => `Tranche ${f.tranche} has ${f.available} baht left; ${f.asked} baht cannot be paid from it.`
  ),
  TrancheRaised: declare<{ tranche: number; amount: string; asked: string }>(
    "rule",
    "PBC-7a",
    (f) => `งวดที่ ${f.tranche} เบิกไปแล้ว เพิ่มจาก ${f.amount} เป็น ${f.asked} บาทไม่ได้ ส่วนที่เพิ่มต้องรอผลการประเมินของงวดถัดไป`,
    (f) =>
      `Tranche ${f.tranche} has been paid from and cannot be raised from ${f.amount} to ${f.asked} baht: more waits for the evaluation before a later tranche.`
  ),
  TranchesDoNotSum: declare<{ sum: string; value: string }>(
    "rule",
    "MON-3",
    (f) => `งวดเงินรวมกันได้ ${f.sum} บาท ต้องเท่ากับมูลค่าข้อตกลง ${f.value} บาท`,
    (f) => `The tranches add up to ${f.sum} baht; they must equal the agreement's value of ${f.value} baht.`
  ),
  TranchesDoNotMatch: declare<{ given: number; needed: number }>(
    "rule",
    "MON-3",
    (f) => `กระบวนการนี้จ่ายเงิน ${f.needed} งวด แต่ข้อตกลงระบุ ${f.given} งวด ระบุงวดเงินในร่างข้อตกลงให้ครบทุกงวด`,
    (f) =>
      `This process pays in ${f.needed} tranche(s), but the agreement says ${f.given}. Say in the draft what each of them is.`
  ),
  TrancheUnknown: declare<{ tranche: number }>(
    "missing",
    "MON-3",
    (f) => `ไม่มีงวดที่ ${f.tranche} ในแผนการจ่ายเงิน`,
    (f) => `There is no tranche ${f.tranche} in the schedule.`
  ),
  EvaluationNotAccepted: declare<{ tranche: number; evaluation: string }>(
    "rule",
    "PBC-7a",
    (f) => `จ่ายงวดที่ ${f.tranche} ไม่ได้ จนกว่าผลการประเมิน ${f.evaluation} จะได้รับการยอมรับ`,
    (f) => `Tranche ${f.tranche} cannot be paid until evaluation ${f.evaluation} has been accepted.`
  ),
  PaymentRepeated: declare<{ tranche: number; amount: string }>(
    "conflict",
    "MON-2",
    (f) =>
      `งวดที่ ${f.tranche} มีรายการเบิกจ่าย ${f.amount} บาทอยู่แล้ว ถ้าตั้งใจเบิกจำนวนเดิมอีกครั้ง ให้เลือก “เบิกจำนวนเดิมอีกครั้ง” หรือส่ง Idempotency-Key ของรายการใหม่`,
    (f) =>
      `Tranche ${f.tranche} has a disbursement of ${f.amount} baht already. If another one is meant, say “again”, or send an Idempotency-Key of its own.`
  ),
  YearWithoutMoney: declare<{
    fiscalYear: number
    years: ReadonlyArray<string>
    asked: string
    available: string
    prepared: boolean
  }>(
    "rule",
    "MON-5",
    (f) =>
      `เบิก ${f.asked} บาทในปีงบประมาณ ${f.fiscalYear} ไม่ได้ เงินปีงบประมาณ ${list(f.years)} ที่ผูกพันไว้เบิกในปีนี้ได้อีก ${f.available} บาท ${
        f.prepared ? "กันเงินมาปีนี้ก่อน หรือไม่อนุมัติรายการนี้แล้วเบิกใหม่จากเงินของปีนี้" : "กันเงินไว้เบิกเหลื่อมปีมาปีนี้ก่อน หรือผูกพันเงินของปีนี้"
      }`,
    (f) =>
      `${f.asked} baht cannot be paid in fiscal year ${f.fiscalYear}: of the money of fiscal year ${list(f.years)}, ${f.available} baht can still be paid in it. ${
        f.prepared
          ? "Carry money over into this year first, or reject this payment and prepare one from money of this year."
          : "Carry money over into this year first, or commit money of this year."
      }`
  ),
  DisbursementUnknown: declare<{ disbursement: string }>(
    "missing",
    "MON-3",
    (f) => `ไม่พบรายการเบิกจ่าย ${f.disbursement}`,
    (f) => `There is no disbursement ${f.disbursement}.`
  ),
  DisbursementNotPending: declare<{ status: string }>(
    "conflict",
    "MON-3",
    (f) => `รายการเบิกจ่ายอยู่ในสถานะ ${f.status}`,
    (f) => `The disbursement is ${f.status}.`
  ),
  PaymentReturned: declare<{ returned: string }>(
    "conflict",
    "MON-5",
    (f) => `ผู้รับมอบส่งเงินคืนแหล่งเงินนี้แล้ว ${f.returned} บาท จึงกลับรายการนี้ไม่ได้ ส่วนที่เหลือให้ส่งคืนเป็นเงินเหลือ`,
    (f) =>
      `The recipient has returned ${f.returned} baht to this payment's source, so it cannot be reversed. Return the rest as unspent money.`
  ),
  NothingLeft: declare<{ asked: string; left: string }>(
    "rule",
    "MON-5",
    (f) => `เงินคงเหลือที่ยังไม่ตัดสินใจมี ${f.left} บาท จัดการ ${f.asked} บาทไม่ได้`,
    (f) => `Only ${f.left} baht is undecided; ${f.asked} baht cannot be returned or carried over.`
  ),
  CarriedOverBackwards: declare<{ from: number; to: number }>(
    "rule",
    "MON-5",
    (f) => `เงินปีงบประมาณ ${f.from} กันไว้เบิกได้เฉพาะในปีถัดไป ไม่ใช่ปี ${f.to}`,
    (f) => `Money of fiscal year ${f.from} is carried over into a later year, not into ${f.to}.`
  ),
  UnspentUndecided: declare<{ left: string }>(
    "rule",
    "MON-5",
    (f) => `ยังมีเงินคงเหลือ ${f.left} บาท ส่งคืนก่อนปิดบัญชี หรือเบิกจ่ายและใช้ให้ครบ เงินที่กันไว้เบิกเหลื่อมปีก็เช่นกัน`,
    (f) => `${f.left} baht is unspent, carried over or not. Return it before closing, or pay and spend it.`
  ),
  DisbursementsPending: declare<{ pending: ReadonlyArray<string>; tranches: ReadonlyArray<string> }>(
    "rule",
    "MON-6",
    (f) => `ยังมีรายการเบิกจ่ายของงวดที่ ${list(f.tranches)} ที่รออนุมัติ อนุมัติหรือไม่อนุมัติก่อน`,
    (f) => `Disbursements of tranche ${list(f.tranches)} are still waiting: approve or reject them first.`
  ),
  NotReconciled: declare<{ difference: string }>(
    "rule",
    "MON-6",
    (f) => `บัญชียังไม่กระทบยอดเป็นศูนย์ ต่างกัน ${f.difference} บาท`,
    (f) => `The accounts do not reconcile to zero: they differ by ${f.difference} baht.`
  ),
  AccountsSettled: declare<{ status: string }>(
    "conflict",
    "MON-6",
    (f) => `บัญชีกระทบยอดแล้ว (สถานะ ${f.status}) จึงเปลี่ยนรายการเงินไม่ได้อีก`,
    (f) => `The accounts are settled (they are ${f.status}); the money can no longer be changed.`
  ),
  NotAudited: declare<{ opinion: string }>(
    "rule",
    "PBC-9",
    (f) => `ปิดบัญชีไม่ได้ ผลการตรวจสอบบัญชี: ${f.opinion}`,
    (f) => `The account cannot be closed. Audit: ${f.opinion}.`
  )
}

export const { refusal, refuse } = refusing({
  ...engineRefusals,
  ...deliveryRefusals,
  ...evaluationRefusals,
  ...fundingRefusals
})
