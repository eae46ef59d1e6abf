import { Schema, SchemaTransformation } from "effect"
import { erasingPerson } from "../engine/Erasing.ts"
import { command } from "../engine/Operation.ts"
import { onAnyChange } from "../engine/refusals.ts"
import { AccountId, OrganisationId } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { administrator, anyAdministrator, anyOfficer, theSystem } from "../kernel/Grants.ts"
import { JuristicId } from "../kernel/Identifiers.ts"
import { legalForms, sectors } from "./LegalForm.ts"
import { roleNames } from "./Roles.ts"

const Particulars = Schema.Struct({
  name: Field.localized("ชื่อองค์กร", "Name of the organisation"),
  legalForm: Field.choice(legalForms, "รูปแบบตามกฎหมาย", "Legal form"),
  sector: Field.choice(sectors, "ภาคส่วน", "Sector"),
  juristicId: Field.optional(
    Field.written(JuristicId, "text", "เลขทะเบียนนิติบุคคล 13 หลัก", "Juristic person number, 13 digits")
  ),
  province: Field.optional(Field.province("จังหวัด", "Province")),
  invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
})

const organisation = { record: "organisation", rules: ["ACT-2"], area: null, onward: false } as const

export const registerOrganisation = command({
  ...organisation,
  name: "organisations.register",
  summary: { th: "ขึ้นทะเบียนองค์กร", en: "Register an organisation" },
  irreversible: false,
  target: "new",
  input: Particulars,
  allow: [anyOfficer, anyAdministrator, theSystem],
  refusals: [...onAnyChange, "IdentifierTaken"],
  concurrency: "commutes"
})

export const changeParticulars = command({
  ...organisation,
  name: "organisations.change-particulars",
  summary: { th: "แก้ไขข้อมูลองค์กร", en: "Change an organisation's particulars" },
  irreversible: false,
  restates: true,
  target: "existing",
  input: Particulars,
  allow: [anyOfficer, anyAdministrator],
  refusals: [...onAnyChange, "IdentifierTaken"],
  concurrency: "version"
})

export const giveMandate = command({
  ...organisation,
  name: "organisations.give-mandate",
  summary: { th: "มอบอำนาจลงนาม", en: "Give a mandate to sign" },
  irreversible: false,
  target: "existing",
  input: Schema.Struct({
    account: Field.reference(AccountId, "account", "ผู้รับมอบอำนาจ", "Who may sign"),
    position: Field.text("ตำแหน่ง", "Position"),
    limit: Field.money("วงเงินสูงสุด (บาท)", "Up to what value (baht)"),
    period: Field.period("ระยะเวลา", "From and to"),
    order: Field.text("เลขที่คำสั่งหรือหนังสือมอบอำนาจ", "Number of the order or letter")
  }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange],
  rules: ["COL-5b"],
  concurrency: "version"
})

export const withdrawMandate = command({
  ...organisation,
  name: "organisations.withdraw-mandate",
  summary: { th: "ยกเลิกการมอบอำนาจ", en: "Withdraw a mandate" },
  irreversible: { th: "ยกเลิกแล้วต้องมอบอำนาจใหม่", en: "Once withdrawn, the mandate must be given anew" },
  target: "existing",
  input: Schema.Struct({
    mandate: Field.text("การมอบอำนาจ", "Mandate"),
    reason: Field.prose("เหตุผล", "Reason")
  }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "MandateUnknown"],
  rules: ["COL-5b"],
  concurrency: "version"
})

export const eraseHolder = command({
  ...organisation,
  ...erasingPerson,
  name: "organisations.erase-person",
  summary: { th: "ลบข้อมูลส่วนบุคคลของผู้รับมอบอำนาจ", en: "Erase the personal data of a holder of mandates" },
  target: "existing",
  allow: [anyAdministrator]
})

export const setPolicy = command({
  ...organisation,
  name: "organisations.set-policy",
  summary: { th: "ตั้งเกณฑ์ของหน่วยงาน", en: "Set the agency's thresholds" },
  irreversible: false,
  restates: true,
  target: "existing",
  input: Schema.Struct({
    slaValue: Field.money("มูลค่าที่ควรมี SLA (บาท)", "Value from which an SLA is proposed (baht)"),
    slaMonths: Field.count("ระยะเวลาที่ควรมี SLA (เดือน)", "Term from which an SLA is proposed (months)", 1, 120)
  }),
  allow: [administrator],
  refusals: onAnyChange,
  rules: ["PBC-S2"],
  concurrency: "version"
})

export const deactivateOrganisation = command({
  ...organisation,
  name: "organisations.deactivate",
  summary: { th: "ระงับองค์กรในทะเบียน", en: "Make an organisation inactive" },
  irreversible: false,
  target: "existing",
  input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "OrganisationInactive"],
  concurrency: "version"
})

export const reactivateOrganisation = command({
  ...organisation,
  name: "organisations.reactivate",
  summary: { th: "เปิดใช้องค์กรอีกครั้ง", en: "Make an organisation active again" },
  irreversible: false,
  target: "existing",
  input: Schema.Struct({}),
  allow: [anyAdministrator],
  refusals: onAnyChange,
  concurrency: "version"
})

/** In the letters that sign-in takes, and written in lower case, so that one address is one account. */
const Email = Schema.String.check(
  Schema.isMaxLength(254),
  Schema.isPattern(
    /^(?:[A-Za-z0-9_'+-]{1,64}\.){0,5}[A-Za-z0-9_'+-]{0,63}[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,63}$/u,
    { message: "must be an e-mail address" }
  )
).pipe(Schema.decode(SchemaTransformation.toLowerCase()))

const account = { record: "account", rules: ["SEC-1"], area: null, onward: false } as const
const roles = Field.choices(roleNames, "บทบาท", "Roles")

export const inviteAccount = command({
  ...account,
  name: "accounts.invite",
  summary: { th: "เชิญผู้ใช้", en: "Invite a colleague or partner" },
  irreversible: false,
  target: "new",
  input: Schema.Struct({
    organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation"),
    name: Field.text("ชื่อ", "Name"),
    email: Field.written(Email, "text", "อีเมล", "E-mail"),
    roles
  }),
  allow: [anyAdministrator, theSystem],
  refusals: [...onAnyChange, "EmailTaken", "RoleNotForOrganisation", "OrganisationInactive"],
  concurrency: "commutes"
})

export const giveRoles = command({
  ...account,
  name: "accounts.give-roles",
  summary: { th: "กำหนดบทบาท", en: "Give roles" },
  irreversible: false,
  restates: true,
  target: "existing",
  input: Schema.Struct({ roles }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "RoleNotForOrganisation", "AccountNotActive"],
  concurrency: "version"
})

export const lockAccount = command({
  ...account,
  name: "accounts.lock",
  summary: { th: "ระงับบัญชีชั่วคราว", en: "Lock an account" },
  irreversible: false,
  target: "existing",
  input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "AccountNotActive"],
  concurrency: "version"
})

export const unlockAccount = command({
  ...account,
  name: "accounts.unlock",
  summary: { th: "ปลดระงับบัญชี", en: "Unlock an account" },
  irreversible: false,
  target: "existing",
  input: Schema.Struct({}),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "AccountNotActive"],
  concurrency: "version"
})

export const endAccount = command({
  ...account,
  name: "accounts.end",
  summary: { th: "ยุติบัญชี", en: "End an account" },
  irreversible: { th: "บัญชีที่ยุติแล้วเปิดใช้อีกไม่ได้", en: "An account that has ended cannot be opened again" },
  target: "existing",
  input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
  allow: [anyAdministrator],
  refusals: [...onAnyChange, "AccountNotActive"],
  concurrency: "version"
})

export const erasePersonalData = command({
  ...account,
  name: "accounts.erase-personal-data",
  summary: { th: "ลบข้อมูลส่วนบุคคลของบัญชี", en: "Erase an account's personal data" },
  ...erasingPerson,
  input: Schema.Struct({ reason: erasingPerson.input.fields.reason }),
  target: "existing",
  allow: [anyAdministrator]
})
