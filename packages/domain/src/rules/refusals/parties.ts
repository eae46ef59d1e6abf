import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import { declare } from "./declare.ts"

export const partyRefusals = {
  OrganisationInactive: declare<{ organisation: LocalizedText }>(
    "rule",
    "ACT-2",
    (f) => `องค์กร ${f.organisation} ถูกระงับการใช้งานในทะเบียน เลือกองค์กรอื่นหรือเปิดใช้งานก่อน`,
    (f) => `The organisation ${f.organisation} is inactive in the registry. Choose another, or reactivate it first.`
  ),
  IdentifierTaken: declare<{ identifier: string }>(
    "conflict",
    "ACT-2",
    (f) => `เลขทะเบียน ${f.identifier} มีอยู่ในทะเบียนแล้ว ใช้องค์กรที่มีอยู่`,
    (f) => `The registration number ${f.identifier} is already in the registry. Use the organisation that is there.`
  ),
  MandateUnknown: declare<{ mandate: string }>(
    "missing",
    "COL-5b",
    (f) => `ไม่พบหนังสือมอบอำนาจ ${f.mandate} ที่ยังมีผล`,
    (f) => `There is no mandate ${f.mandate} in force.`
  ),
  MandateMissing: declare<{ organisation: LocalizedText }>(
    "rule",
    "COL-5b",
    (f) => `ท่านยังไม่มีอำนาจลงนามแทน ${f.organisation} ให้ผู้ดูแลขององค์กรบันทึกการมอบอำนาจก่อน`,
    (f) => `You hold no mandate to sign for ${f.organisation}. Its administrator must record one first.`
  ),
  MandateLimitExceeded: declare<{ value: string; limit: string }>(
    "rule",
    "COL-5b",
    (f) => `มูลค่าข้อตกลง ${f.value} บาท เกินวงเงินที่ท่านได้รับมอบอำนาจ ${f.limit} บาท ให้ผู้มีอำนาจสูงกว่าลงนาม`,
    (f) =>
      `The agreement's value of ${f.value} baht exceeds your mandate of ${f.limit} baht. Someone with a higher mandate must sign.`
  ),
  MandateExpired: declare<{ from: string; to: string }>(
    "rule",
    "COL-5b",
    (f) => `อำนาจลงนามของท่านมีผลตั้งแต่ ${f.from} ถึง ${f.to} เท่านั้น`,
    (f) => `Your mandate holds only from ${f.from} to ${f.to}.`
  ),
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
  NotACandidate: declare<{ organisation: string }>(
    "rule",
    "COL-3",
    () => "เลือกได้เฉพาะองค์กรที่เสนอชื่อไว้ ให้เสนอชื่อองค์กรก่อน",
    () => "Only an organisation that was named as a candidate can be selected. Name it first."
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
  AccountNotActive: declare<{ status: string }>(
    "conflict",
    "SEC-1",
    (f) => `บัญชีนี้อยู่ในสถานะ ${f.status} จึงทำรายการนี้ไม่ได้`,
    (f) => `The account is ${f.status}; this cannot be done with it.`
  ),
  AccountNotEnded: declare<{ status: string }>(
    "rule",
    "SEC-3",
    (f) => `บัญชีนี้อยู่ในสถานะ ${f.status} ยุติบัญชีก่อน จึงลบข้อมูลส่วนบุคคลได้`,
    (f) => `The account is ${f.status}. End it first; then its personal data can be erased.`
  ),
  PersonalDataGone: declare<{ at: string }>(
    "conflict",
    "SEC-3",
    (f) => `ข้อมูลส่วนบุคคลของบุคคลนี้ลบไปแล้วเมื่อ ${f.at}`,
    (f) => `The personal data of this person was erased on ${f.at}.`
  ),
  PersonUnknown: declare<{ person: string }>(
    "missing",
    "SEC-3",
    (f) => `รายการนี้ไม่มีข้อมูลของบุคคล ${f.person} เลือกบุคคลที่อยู่ในรายการ`,
    (f) => `This record holds nothing of person ${f.person}. Choose a person who is in it.`
  ),
  EmailTaken: declare<{ email: string }>(
    "conflict",
    "SEC-1",
    (f) => `อีเมล ${f.email} มีบัญชีอยู่แล้ว`,
    (f) => `There is already an account for ${f.email}.`
  ),
  RoleNotForOrganisation: declare<{ role: string }>(
    "rule",
    "SEC-1",
    (f) => `บทบาท ${f.role} ใช้กับองค์กรประเภทนี้ไม่ได้`,
    (f) => `The role ${f.role} is not for this kind of organisation.`
  )
}
