import { declare, refusing } from "../rules/Refusals.ts"

export const agreementRefusals = {
  CompetitionNeeded: declare<{ mission: string }>(
    "rule",
    "CNT-1a",
    () => "ภารกิจนี้ไม่มีการแข่งขันตามธรรมชาติ ก่อนต่ออายุต้องเปิดการแข่งขันใหม่ด้วยการประกาศรับข้อเสนอ",
    () => "No market competes for this mission: before a renewal, open a new competition by a call."
  ),
  AgreementMissing: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ยังไม่มีข้อตกลง ร่างข้อตกลงก่อน",
    () => "There is no agreement yet. Draft one first."
  ),
  AgreementNotDraft: declare<{ status: string }>(
    "conflict",
    "COL-5",
    (f) => `ข้อตกลงอยู่ในสถานะ ${f.status} แก้ร่างไม่ได้แล้ว`,
    (f) => `The agreement is ${f.status}; the draft can no longer be changed.`
  ),
  AgreementNotInForce: declare<{ status: string }>(
    "rule",
    "ACT-8",
    (f) => `ข้อตกลงยังไม่มีผลใช้บังคับ (สถานะ ${f.status})`,
    (f) => `The agreement is not in force (it is ${f.status}).`
  ),
  AgreementNotSuspended: declare<{ status: string }>(
    "conflict",
    "ACT-8",
    (f) => `ข้อตกลงไม่ได้ถูกระงับชั่วคราว (สถานะ ${f.status})`,
    (f) => `The agreement is not suspended (it is ${f.status}).`
  ),
  UnitCostMissing: declare<Record<never, never>>(
    "rule",
    "PBC-U",
    () => "ข้อตกลงต้องตั้งอยู่บนต้นทุนต่อหน่วย ระบุอย่างน้อยหนึ่งรายการ",
    () => "An agreement rests on unit cost. Give at least one item."
  ),
  ValueMissing: declare<Record<never, never>>(
    "rule",
    "PBC-U",
    () => "ยังไม่ได้ระบุมูลค่า ระบุมูลค่า หรือหากข้อตกลงไม่มีวงเงิน ให้นำต้นทุนต่อหน่วย งวดเงิน และการประกันรายได้ออก",
    () =>
      "No value is given. Give it, or, where the agreement is without money, leave out unit costs, tranches and guaranteed income."
  ),
  AgreementWithoutMoney: declare<Record<never, never>>(
    "rule",
    "MON-2",
    () => "ข้อตกลงที่ลงนามไม่มีวงเงิน ผูกพันหรือเบิกจ่ายเงินไม่ได้ เสนอแก้ไขข้อตกลงให้มีวงเงินก่อน",
    () =>
      "The agreement that both sides signed is without money: nothing is committed or paid. Propose an amendment that brings money in first."
  ),
  ValueAgreed: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ข้อตกลงมีวงเงินที่ลงนามแล้ว แก้ไขข้อตกลงเปลี่ยนมูลค่าไม่ได้ เว้นส่วนเพิ่มวงเงินไว้ หรือทำข้อตกลงใหม่",
    () =>
      "The value has been signed for, and an amendment does not change it. Leave out the money brought in, or make an agreement of its own."
  ),
  EvaluatedWithoutMoney: declare<{ step: string }>(
    "rule",
    "PBC-7",
    (f) => `งานที่ไม่มีวงเงินประเมินผลแล้ว (${f.step}) ผลนั้นใช้กับเงินที่มาภายหลังไม่ได้ ส่งผลประเมินกลับก่อน หรือทำข้อตกลงใหม่`,
    (f) =>
      `The work has been evaluated while it was without money (${f.step}), and no money rests on that. Send the evaluation back first, or make an agreement of its own.`
  ),
  UnitCostsDoNotSum: declare<{ value: string; sum: string }>(
    "rule",
    "PBC-U",
    (f) => `ต้นทุนต่อหน่วยรวมได้ ${f.sum} บาท แต่มูลค่าข้อตกลงคือ ${f.value} บาท`,
    (f) => `The unit costs add up to ${f.sum} baht, but the agreement's value is ${f.value} baht.`
  ),
  SlaReasonMissing: declare<{ value: string; months: number }>(
    "rule",
    "PBC-S2a",
    (f) =>
      `มูลค่า ${f.value} บาท ระยะเวลา ${f.months} เดือน ถึงเกณฑ์ที่ควรมีข้อตกลงระดับการให้บริการ (SLA) แนบ SLA หรือบันทึกเหตุผลที่ไม่มี`,
    (f) =>
      `At ${f.value} baht over ${f.months} months a service-level agreement is proposed. Attach one, or record why there is none.`
  ),
  AlreadySigned: declare<{ side: string }>(
    "conflict",
    "COL-5b",
    (f) => `ฝ่าย ${f.side} ลงนามแล้ว`,
    (f) => `The ${f.side} side has already signed.`
  ),
  AlreadyAnnounced: declare<Record<never, never>>(
    "conflict",
    "COL-5a",
    () => "ประกาศข้อตกลงต่อสาธารณะแล้ว",
    () => "The agreement has already been announced."
  ),
  ObjectivesTouched: declare<Record<never, never>>(
    "rule",
    "GRA-3a",
    () => "เงื่อนไขเปลี่ยนได้ แต่ต้องไม่กระทบวัตถุประสงค์ของภารกิจ คงวัตถุประสงค์เดิมไว้",
    () => "Conditions may change, but not the mission's objectives. Keep the objectives as they are."
  ),
  ChangeUnknown: declare<{ change: string }>(
    "missing",
    "GRA-3c",
    (f) => `ไม่พบคำขอเปลี่ยนเงื่อนไข ${f.change} ที่รอพิจารณา`,
    (f) => `No requested change ${f.change} is waiting.`
  ),
  AmendmentNeeded: declare<{ model: string }>(
    "rule",
    "ACT-8",
    () => "เงื่อนไขของสัญญาเปลี่ยนได้ด้วยการแก้ไขข้อตกลงที่ผู้มีอำนาจของทั้งสองฝ่ายลงนามเท่านั้น เสนอแก้ไขข้อตกลงแทน",
    () => "A contract's conditions change only by an amendment signed for both sides. Propose an amendment instead."
  ),
  AmendmentWaiting: declare<Record<never, never>>(
    "conflict",
    "ACT-8",
    () => "มีข้อเสนอแก้ไขข้อตกลงรอลงนามอยู่ ให้ลงนาม ไม่รับ หรือถอนข้อเสนอนั้นก่อน",
    () => "An amendment waits for signatures. Sign, decline or withdraw it first."
  ),
  AmendmentUnknown: declare<{ amendment: string }>(
    "missing",
    "ACT-8",
    (f) => `ไม่พบข้อเสนอแก้ไขข้อตกลง ${f.amendment} ที่รอลงนาม`,
    (f) => `No amendment ${f.amendment} waits for signatures.`
  ),
  RenewalDoesNotFollow: declare<{ to: string }>(
    "rule",
    "MOD-Pa",
    (f) => `ระยะเวลาใหม่ต้องต่อเนื่องจากวันสิ้นสุดเดิม ${f.to} และสิ้นสุดหลังวันนั้น`,
    (f) => `The new term must follow on from the present end, ${f.to}, and end after it.`
  )
}

export const { refusal, refuse } = refusing(agreementRefusals)
