import { engineRefusals } from "../engine/refusals.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { declare, refusing } from "../rules/Refusals.ts"

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
