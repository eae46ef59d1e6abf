import { agreementRefusals } from "../agreements/refusals.ts"
import { engineRefusals } from "../engine/refusals.ts"
import { evaluationRefusals } from "../evaluation/refusals.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { partyRefusals } from "../parties/refusals.ts"
import { processRefusals } from "../processes/refusals.ts"
import { declare, list, refusing } from "../rules/Refusals.ts"

export interface OfEvidence {
  readonly [name: string]: number
  readonly evidence: number
}

export const partnershipRefusals = {
  RecipientMissing: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ยังไม่มีผู้รับมอบภารกิจ คัดเลือกผู้รับมอบก่อน",
    () => "There is no mission recipient yet. Select one first."
  ),
  OwnerCannotBePartner: declare<{ organisation: string }>(
    "rule",
    "ACT-7",
    () => "หน่วยงานเจ้าของภารกิจเป็นผู้รับมอบหรือผู้สนับสนุนภารกิจของตนเองไม่ได้",
    () => "The mission owner cannot be a partner to its own mission."
  ),
  PartyAlreadyNamed: declare<{ organisation: string; as: string }>(
    "conflict",
    "ACT-2",
    (f) => `องค์กรนี้มีบทบาท ${f.as} อยู่แล้ว`,
    (f) => `This organisation already takes part as ${f.as}.`
  ),
  SupporterIsASide: declare<{ side: string }>(
    "rule",
    "ACT-3",
    (f) => `องค์กรนี้เป็น${f.side}ของความร่วมมือนี้แล้ว ผู้สนับสนุนต้องไม่ใช่ผู้มอบหรือผู้รับมอบภารกิจ เสนอองค์กรอื่น`,
    (f) =>
      `This organisation is the ${f.side} of this partnership; a supporter is neither owner nor recipient. Propose another one.`
  ),
  SupporterAlreadyProposed: declare<Record<never, never>>(
    "conflict",
    "ACT-3",
    () => "ผู้สนับสนุนรายนี้เสนอไว้แล้ว หากยังไม่มีผล ให้อีกฝ่ายเห็นชอบ",
    () => "This supporter has been proposed already. Where it does not count yet, the other side is to agree."
  ),
  SupporterUnknown: declare<{ supporter: number }>(
    "missing",
    "ACT-3",
    (f) => `ไม่พบผู้สนับสนุนลำดับที่ ${f.supporter} ที่รอความเห็นชอบ`,
    (f) => `No supporter no. ${f.supporter} waits to be agreed to.`
  ),
  NotACandidate: declare<{ organisation: string }>(
    "rule",
    "COL-3",
    () => "เลือกได้เฉพาะองค์กรที่เสนอชื่อไว้ ให้เสนอชื่อองค์กรก่อน",
    () => "Only an organisation that was named as a candidate can be selected. Name it first."
  ),
  NothingProposed: declare<{ organisation: string; missing: ReadonlyArray<string> }>(
    "rule",
    "PBC-4",
    (f) => `คัดเลือกได้เฉพาะผู้ที่ยื่นข้อเสนอครบ องค์กรนี้ยังไม่ได้ทำ ${list(f.missing)}`,
    (f) => `Only one of those who proposed can be selected. This organisation has not done ${list(f.missing)}.`
  ),
  NotAssignable: declare<{ duty: string; why: LocalizedText }>(
    "rule",
    "SEC-6",
    (f) => `มอบหมายบัญชีนี้เป็น${f.duty}ไม่ได้: ${f.why} เลือกผู้อื่น`,
    (f) => `This account cannot be assigned as ${f.duty}: ${f.why}. Choose someone else.`
  ),
  AlreadyAssigned: declare<{ duty: string }>(
    "conflict",
    "SEC-6",
    (f) => `บัญชีนี้ได้รับมอบหมายเป็น${f.duty}ในช่วงเวลานั้นอยู่แล้ว ยุติการมอบหมายเดิมก่อน`,
    (f) => `This account is assigned as ${f.duty} for that time already. End that assignment first.`
  ),
  AssignmentUnknown: declare<{ assignment: string }>(
    "missing",
    "SEC-6",
    (f) => `ไม่พบการมอบหมาย ${f.assignment} ที่ยังมีผล`,
    (f) => `There is no assignment ${f.assignment} that lasts.`
  ),
  CapabilityNotAssessed: declare<{ capability: LocalizedText }>(
    "rule",
    "COM-5",
    (f) => `ยังไม่ได้ประเมินขีดความสามารถของผู้รับมอบด้าน ${f.capability} (PAR-1) ประเมินก่อนจัดบริการ`,
    (f) =>
      `The recipient's capability in ${f.capability} has not been assessed (PAR-1). Assess it before services begin.`
  ),
  BeyondCapability: declare<{ capability: LocalizedText; needed: number; found: number }>(
    "rule",
    "COM-5",
    (f) =>
      `บริการนี้ต้องการขีดความสามารถด้าน ${f.capability} ระดับ ${f.needed} แต่ผู้รับมอบมีระดับ ${f.found} ลดขอบเขตหรือเสริมศักยภาพก่อน`,
    (f) =>
      `The service needs ${f.capability} at level ${f.needed}; the recipient is at ${f.found}. Narrow the service or build the capability first.`
  ),
  ModelAlreadyChosen: declare<{ model: string }>(
    "conflict",
    "MOD-1",
    (f) => `เลือกรูปแบบ ${f.model} ไปแล้ว`,
    (f) => `The model ${f.model} has already been chosen.`
  ),
  OverrideNotAuthorised: declare<{ roles: ReadonlyArray<string> }>(
    "forbidden",
    "MOD-2",
    (f) => `การเลือกรูปแบบต่างจากข้อแนะนำต้องกระทำโดยผู้มีอำนาจ: ${list(f.roles)}`,
    (f) => `Only an authorised person may choose against the recommendation: ${list(f.roles)}.`
  ),
  DateRefused: declare<{ what: LocalizedText; must: LocalizedText; days: ReadonlyArray<string> }>(
    "rule",
    "MOD-Pa",
    (f) => `${f.what}${f.must}${f.days.length === 0 ? "" : ` (${f.days.join(" – ")})`}`,
    (f) => `The date is refused: ${f.what} ${f.must}${f.days.length === 0 ? "" : ` (${f.days.join(" to ")})`}.`
  ),
  DateReasonMissing: declare<{ what: LocalizedText; must: LocalizedText; days: ReadonlyArray<string> }>(
    "rule",
    "MOD-Pa",
    (f) => `${f.what}${f.must} แก้วันที่ หรือบันทึกเหตุผลในร่างข้อตกลง`,
    (f) => `A reason is needed: ${f.what} ${f.must}. Change the date, or record in the draft why it is so.`
  ),
  SignatureLapsed: declare<{ side: string; day: string; why: LocalizedText }>(
    "conflict",
    "ACT-8",
    (f) => `ลายมือชื่อของฝ่าย ${f.side} เมื่อ ${f.day} ไม่มีผลแล้ว: ${f.why} ให้ฝ่ายนั้นลงนามใหม่ หรือเสนอใหม่`,
    (f) =>
      `The ${f.side} side's signature of ${f.day} no longer counts: ${f.why}. That side signs anew, or proposes anew.`
  ),
  ContestabilityFixed: declare<{ partnership: LocalizedText }>(
    "rule",
    "CNT-1",
    (f) => `ข้อตกลงของ ${f.partnership} ทำขึ้นตามผลประเมินนี้และยังไม่สิ้นสุด เปลี่ยนได้เมื่อข้อตกลงสิ้นสุดแล้ว`,
    (f) => `The agreement of ${f.partnership} was made under this rating and has not ended. Rate again once it has.`
  ),
  ContestabilityUnrated: declare<{ mission: LocalizedText }>(
    "rule",
    "CNT-1",
    (f) => `ยังไม่ได้ประเมินการเปิดให้แข่งขันของภารกิจ ${f.mission} ประเมินก่อนต่ออายุ`,
    (f) => `The contestability of ${f.mission} is not rated yet. Rate it before the renewal.`
  ),
  EvaluationNeeded: declare<Record<never, never>>(
    "rule",
    "CNT-1",
    () => "การต่ออายุสัญญาร่วมและข้อตกลงกับองค์กรปกครองส่วนท้องถิ่นต้องมีผลการประเมินที่ยอมรับแล้ว ซึ่งยังไม่ได้ใช้ต่ออายุ",
    () =>
      "Commissioning and partnerships with local government are renewed on an accepted evaluation that no renewal rests on yet."
  ),
  SecondPartnership: declare<{ partnership: LocalizedText }>(
    "rule",
    "CNT-1a",
    (f) => `องค์กรนี้รับมอบภารกิจนี้แล้วใน ${f.partnership} ให้ต่ออายุข้อตกลงนั้น หรือบันทึกการแข่งขันรอบใหม่ที่องค์กรนี้ชนะในหน้าภารกิจ`,
    (f) =>
      `This organisation has had the mission in ${f.partnership}. Renew that agreement, or record on the mission a new competition that it won.`
  ),
  ReviewUndoes: declare<{ partnership: LocalizedText }>(
    "rule",
    "REV-0",
    (f) =>
      `ข้อตกลงของ ${f.partnership} ยังไม่สิ้นสุดและจะคงรูปแบบเดิม การทบทวนทำให้แนวทางที่เลือกไว้สิ้นผล เริ่มความร่วมมือใหม่ไม่ได้จนกว่าจะเลือกแนวทางอีกครั้ง บันทึกเหตุผลที่ทบทวน`,
    (f) =>
      `The agreement of ${f.partnership} has not ended, and keeps its model. A review undoes the way on that was chosen: no new partnership begins until one is chosen again. Record why it is reviewed now.`
  ),
  PartnershipNotRunning: declare<{ status: string }>(
    "conflict",
    "ACT-8",
    (f) => `ความร่วมมือนี้อยู่ในสถานะ ${f.status} จึงทำรายการนี้ไม่ได้`,
    (f) => `The partnership is ${f.status}; this cannot be done now.`
  ),
  PlanMissing: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ยังไม่มีแผนปฏิบัติการที่รับรองแล้ว",
    () => "There is no adopted action plan yet."
  ),
  PlanNotAgreed: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ผู้มีอำนาจของผู้รับมอบภารกิจยังไม่เห็นชอบตัวชี้วัดในแผนปฏิบัติการ จ่ายเงินและประเมินผลได้เมื่อเห็นชอบแล้ว",
    () =>
      "The recipient's signatory has not agreed to the plan's indicators yet. Nothing is paid or evaluated before that."
  ),
  PlanAlreadyAgreed: declare<Record<never, never>>(
    "conflict",
    "ACT-8",
    () => "ผู้รับมอบภารกิจเห็นชอบแผนปฏิบัติการนี้แล้ว",
    () => "The recipient has agreed to this plan already."
  ),
  MeasuresAgreed: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ทั้งสองฝ่ายตกลงตัวชี้วัด ระดับ และน้ำหนักไว้แล้ว เปลี่ยนได้ด้วยการแก้ไขข้อตกลงที่ผู้มีอำนาจของทั้งสองฝ่ายลงนาม ส่วนกิจกรรมปรับได้ตามปกติ",
    () =>
      "Indicators, levels and weights were agreed by both sides. They change by an amendment signed for both; activities can be revised as before."
  ),
  ReportMissing: declare<{ step: string }>(
    "rule",
    "MON-3",
    (f) => `ต้องมีรายงานความคืบหน้าของผู้รับมอบก่อน ${f.step}`,
    (f) => `The recipient's progress report is needed before ${f.step}.`
  ),
  PlanUnderEvaluation: declare<{ step: string }>(
    "rule",
    "COL-8a",
    (f) => `กำลังประเมิน ${f.step} ตามตัวชี้วัดนี้อยู่ ยอมรับหรือส่งกลับผลการประเมินก่อนปรับแผน`,
    (f) =>
      `${f.step} is being evaluated on these indicators. Accept the evaluation or send it back before revising the plan.`
  ),
  RoundBegun: declare<{ step: string }>(
    "rule",
    "PBC-7",
    (f) => `จ่ายเงินที่ ${f.step} ประเมินแล้ว กระบวนการ เกณฑ์ และตัวชี้วัดเปลี่ยนได้เมื่อยอมรับผลแล้ว ก่อนจ่ายงวดถัดไป`,
    (f) =>
      `The money that ${f.step} judges has been paid: process, threshold and indicators change only once it is accepted, before the next tranche.`
  ),
  ThresholdUnreachable: declare<{ threshold: string; highest: string }>(
    "rule",
    "PBC-7",
    (f) => `เกณฑ์ยอมรับ ${f.threshold} สูงกว่าคะแนนเต็มของแผน ${f.highest} ปรับเกณฑ์หรือตัวชี้วัด`,
    (f) =>
      `The acceptance threshold ${f.threshold} is above the plan's full score of ${f.highest}. Change the threshold or the indicators.`
  ),
  NoProcessProposed: declare<Record<never, never>>(
    "conflict",
    "PRO-1",
    () => "ไม่มีการเปลี่ยนกระบวนการที่เสนอไว้",
    () => "No change of the process has been proposed."
  ),
  EvidenceUnknown: declare<{ file: string }>(
    "missing",
    "COL-8",
    (f) => `ไม่พบไฟล์หลักฐาน ${f.file} อัปโหลดก่อนแนบ`,
    (f) => `There is no evidence file ${f.file}. Upload it before attaching it.`
  ),
  EvidenceNotAttached: declare<OfEvidence>(
    "missing",
    "PRT-5b",
    (f) => `ไม่มีหลักฐานลำดับที่ ${f.evidence} ดูลำดับได้ในรายการหลักฐานของความร่วมมือ`,
    (f) => `There is no evidence no. ${f.evidence}. The partnership's list of evidence shows the numbers.`
  ),
  EvidencePublic: declare<OfEvidence>(
    "conflict",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} เผยแพร่อยู่แล้ว`,
    (f) => `Evidence no. ${f.evidence} is public already.`
  ),
  EvidenceNotPublic: declare<OfEvidence>(
    "conflict",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} ยังไม่ได้เผยแพร่ จึงไม่มีการเผยแพร่ให้ยุติ`,
    (f) => `Evidence no. ${f.evidence} is not public, so there is nothing to stop.`
  ),
  EvidenceHoldsPersonalData: declare<OfEvidence>(
    "rule",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} มีข้อมูลส่วนบุคคล จึงเผยแพร่ไม่ได้ ให้ปกปิดข้อมูลนั้นแล้วแนบไฟล์ใหม่`,
    (f) => `Evidence no. ${f.evidence} holds personal data and cannot be published. Attach a copy without that data.`
  ),
  ConsentMissing: declare<OfEvidence>(
    "rule",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} เป็นของอีกฝ่าย ต้องให้ฝ่ายที่แนบไฟล์นี้เป็นรายแรกยินยอมก่อนเผยแพร่`,
    (f) =>
      `Evidence no. ${f.evidence} came from another organisation. Whoever attached it first must agree before it is published.`
  ),
  ConsentGiven: declare<OfEvidence>(
    "conflict",
    "PRT-5b",
    (f) => `ยินยอมให้เผยแพร่หลักฐานลำดับที่ ${f.evidence} ไว้แล้ว`,
    (f) => `Publishing evidence no. ${f.evidence} has been agreed to already.`
  ),
  EvidenceOfAnother: declare<OfEvidence>(
    "rule",
    "PRT-5b",
    (f) =>
      `หลักฐานลำดับที่ ${f.evidence} เป็นของอีกฝ่าย ฝ่ายที่แนบไฟล์นี้เป็นรายแรกเท่านั้นที่ตัดสินใจได้ หากมีข้อมูลส่วนบุคคล ให้ยุติการเผยแพร่โดยระบุเหตุนั้น`,
    (f) =>
      `Evidence no. ${f.evidence} came from another organisation; whoever attached it first decides. If it holds personal data, stop its publication on that ground.`
  )
}

export const { refusal, refuse } = refusing({
  ...engineRefusals,
  ...partyRefusals,
  ...processRefusals,
  ...agreementRefusals,
  ...evaluationRefusals,
  ...partnershipRefusals
})
