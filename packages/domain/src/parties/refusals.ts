import { engineRefusals } from "../engine/refusals.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { declare, refusing } from "../rules/Refusals.ts"
import { answeredWithin } from "./Lapse.ts"

export const partyRefusals = {
  OrganisationInactive: declare<{ organisation: LocalizedText }>(
    "rule",
    "ACT-2",
    (f) => `องค์กร ${f.organisation} ถูกระงับการใช้งานในทะเบียน เลือกองค์กรอื่นหรือเปิดใช้งานก่อน`,
    (f) => `The organisation ${f.organisation} is inactive in the registry. Choose another, or reactivate it first.`
  ),
  OrganisationActive: declare<{ organisation: LocalizedText }>(
    "rule",
    "ACT-2",
    (f) => `องค์กร ${f.organisation} ใช้งานอยู่แล้ว ไม่ต้องเปิดใช้อีก`,
    (f) => `The organisation ${f.organisation} is active already. There is nothing to reactivate.`
  ),
  IdentifierTaken: declare<{ identifier: string }>(
    "conflict",
    "ACT-2",
    (f) => `เลขทะเบียน ${f.identifier} มีอยู่ในทะเบียนแล้ว ใช้องค์กรที่มีอยู่`,
    (f) => `The registration number ${f.identifier} is already in the registry. Use the organisation that is there.`
  ),
  SectorFixed: declare<Record<never, never>>(
    "rule",
    "SEC-8",
    () => "องค์กรเปลี่ยนเป็นหน่วยงานภาครัฐหรือองค์กรปกครองส่วนท้องถิ่น หรือเลิกเป็น ด้วยตนเองไม่ได้ ให้ผู้ดูแลเครื่องที่ติดตั้งระบบแก้ไขที่เครื่อง",
    () =>
      "An organisation does not make itself a state body or local government, nor cease to be one. Whoever runs the machine changes that with the phakhi command."
  ),
  OrganisationManagedByItself: declare<{ organisation: LocalizedText }>(
    "forbidden",
    "SEC-8",
    (f) => `${f.organisation} มีผู้ดูแลระบบของตนเองแล้ว ให้ผู้ดูแลระบบขององค์กรนั้นดำเนินการ`,
    (f) => `${f.organisation} has an administrator of its own by now. Ask the administrator of that organisation.`
  ),
  FirstAdministratorOnly: declare<{ role: string }>(
    "rule",
    "SEC-8",
    (f) =>
      `หน่วยงานที่ขึ้นทะเบียนเชิญได้เฉพาะผู้ดูแลระบบคนแรกขององค์กร (บทบาท ${f.role} อย่างเดียว) ผู้ใช้คนอื่นให้ผู้ดูแลระบบขององค์กรเชิญเองเมื่อได้รับการรับรองแล้ว`,
    (f) =>
      `The agency that registered an organisation invites its first administrator alone, with the one role ${f.role}. Once verified, that administrator invites the others.`
  ),
  ClaimNotOpen: declare<{ status: string }>(
    "conflict",
    "SEC-8",
    (f) => `ทำรายการนี้ไม่ได้ในขณะนี้ คำขอเป็นผู้ดูแลระบบขององค์กรอยู่ในสถานะ: ${f.status} เปิดดูองค์กรอีกครั้งว่ารอผู้ใดดำเนินการ`,
    (f) =>
      `This cannot be done now: the claim to administer the organisation is “${f.status}”. Open the organisation to see what it waits for.`
  ),
  ClaimByInviter: declare<{ why: Wording }>(
    "rule",
    "SEC-8",
    (f) => `${f.why} ให้เจ้าหน้าที่โครงการหรือผู้ดูแลระบบอีกคนของหน่วยงานรับรอง หรือให้ผู้ดูแลเครื่องที่ติดตั้งระบบรับรองที่เครื่อง`,
    (f) =>
      `${f.why} Another officer or administrator of the agency does, or whoever runs the machine with the phakhi command.`
  ),
  AnotherAdministratorNeeded: declare<{ why: Wording }>(
    "rule",
    "SEC-9",
    (f) => `${f.why} ให้ผู้ดูแลระบบอีกคนขององค์กรดำเนินการ หากไม่มีผู้ใดทำได้ให้ผู้ดูแลเครื่องที่ติดตั้งระบบดำเนินการที่เครื่อง`,
    (f) =>
      `${f.why} Another administrator of the organisation does it; where there is none who can, whoever runs the machine with the phakhi command.`
  ),
  OwnLinkNeeded: declare<Record<never, never>>(
    "rule",
    "SEC-8",
    () => "บัญชีนี้หน่วยงานอื่นเป็นผู้เชิญ ให้ออกลิงก์เข้าใช้ขององค์กรท่านแก่เจ้าของบัญชีก่อน แล้วจึงกำหนดบทบาท",
    () =>
      "Another organisation invited this person. Issue a link of your own that lets them in first, then give the roles."
  ),
  NoProposal: declare<Record<never, never>>(
    "missing",
    "SEC-9",
    () => `บัญชีนี้ไม่มีข้อเสนอที่รอการยืนยัน หรือข้อเสนอสิ้นผลแล้วเพราะไม่มีผู้ตอบภายใน ${answeredWithin} วัน ให้เสนอใหม่`,
    () =>
      `Nothing is proposed for this account, or it has lapsed without an answer within ${answeredWithin} days. Propose it anew.`
  ),
  ProposalWaits: declare<{ proposal: string }>(
    "conflict",
    "SEC-9",
    (f) => `บัญชีนี้มีข้อเสนอที่รอผู้ดูแลระบบอีกคนยืนยันอยู่ (${f.proposal}) ให้ยืนยันหรือไม่เห็นชอบข้อเสนอนั้นก่อน แล้วจึงทำรายการนี้`,
    (f) =>
      `Something proposed for this account (${f.proposal}) still waits for another administrator. Have it confirmed or declined first, then do this.`
  ),
  LetterUnknown: declare<{ file: string }>(
    "missing",
    "SEC-8",
    (f) => `ไม่พบไฟล์ ${f.file} อัปโหลดคำสั่งหรือหนังสือก่อน แล้วส่งใหม่`,
    (f) => `There is no file ${f.file}. Upload the order or letter first, then send this again.`
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
  AccountNotActive: declare<{ status: string }>(
    "conflict",
    "SEC-1",
    (f) => `บัญชีนี้อยู่ในสถานะ ${f.status} จึงทำรายการนี้ไม่ได้`,
    (f) => `The account is ${f.status}; this cannot be done with it.`
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

export const { refusal, refuse } = refusing({ ...engineRefusals, ...partyRefusals })
