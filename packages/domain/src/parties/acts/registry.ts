import { Schema } from "effect"
import { erasing, erasingPerson } from "../../engine/Erasing.ts"
import { commandsOn, type Unique } from "../../engine/Handler.ts"
import { accessOf } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import {
  administrator,
  anyAdministrator,
  anyOfficer,
  partnerAdministrator,
  registeringAdministrator,
  registeringOfficer,
  theSystem
} from "../../kernel/Grants.ts"
import { JuristicId } from "../../kernel/Identifiers.ts"
import { legalForms, sectors } from "../LegalForm.ts"
import * as Organisation from "../Organisation.ts"
import { refusal } from "../refusals.ts"

const { change, create } = commandsOn(Organisation.organisationRecord)

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

/** One juristic person is registered once. */
const uniqueIdentifier = (
  { juristicId }: { readonly juristicId?: string },
  own?: string
): Unique<"IdentifierTaken"> | undefined =>
  juristicId === undefined || juristicId === own
    ? undefined
    : {
        column: "juristicId",
        value: juristicId,
        refusal: refusal("IdentifierTaken", { identifier: juristicId }, { field: "/juristicId" })
      }

/** Its own administrators, and the agency that looks after it as long as it has none. */
const keepers = [administrator, partnerAdministrator, registeringOfficer, registeringAdministrator] as const

export const registry = [
  create({
    name: "organisations.register",
    summary: { th: "ขึ้นทะเบียนองค์กร", en: "Register an organisation" },
    irreversible: false,
    onward: false,
    input: Particulars,
    allow: [anyOfficer, anyAdministrator, theSystem],
    refusals: ["IdentifierTaken"],
    rules: ["ACT-2", "SEC-8"],
    access: () => accessOf({ public: true }),
    unique: (input) => uniqueIdentifier(input),
    decide: ({ context, input }) => Organisation.register(input, context)
  }),
  change({
    name: "organisations.change-particulars",
    summary: { th: "แก้ไขข้อมูลองค์กร", en: "Change an organisation's particulars" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Particulars,
    allow: [...keepers, theSystem],
    refusals: ["IdentifierTaken", "SectorFixed"],
    rules: ["ACT-2", "SEC-8"],
    unique: (input, state) => uniqueIdentifier(input, state.particulars.juristicId),
    decide: ({ context, input, state }) => Organisation.changeParticulars(state, input, context)
  }),
  change({
    name: "organisations.erase-person",
    summary: {
      th: "ลบข้อมูลส่วนบุคคลของบุคคลในข้อมูลองค์กร",
      en: "Erase the personal data of somebody in the organisation's record"
    },
    ...erasingPerson,
    allow: [administrator, partnerAdministrator],
    ...erasing(Organisation.organisationRecord)
  }),
  change({
    name: "organisations.set-policy",
    summary: { th: "ตั้งเกณฑ์ของหน่วยงาน", en: "Set the agency's thresholds" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({
      slaValue: Field.money("มูลค่าที่ควรมี SLA (บาท)", "Value from which an SLA is proposed (baht)"),
      slaMonths: Field.count("ระยะเวลาที่ควรมี SLA (เดือน)", "Term from which an SLA is proposed (months)", 1, 120)
    }),
    allow: [administrator],
    refusals: [],
    rules: ["PBC-S2"],
    decide: ({ input, state }) => Organisation.setPolicy(state, input)
  }),
  change({
    name: "organisations.deactivate",
    summary: { th: "ระงับองค์กรในทะเบียน", en: "Make an organisation inactive" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
    allow: keepers,
    refusals: ["OrganisationInactive"],
    rules: ["ACT-2", "SEC-8"],
    ready: Organisation.canDeactivate,
    decide: ({ input, state }) => Organisation.deactivate(state, input.reason)
  }),
  change({
    name: "organisations.reactivate",
    summary: { th: "เปิดใช้องค์กรอีกครั้ง", en: "Make an organisation active again" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({}),
    allow: keepers,
    refusals: ["OrganisationActive"],
    rules: ["ACT-2", "SEC-8"],
    ready: Organisation.canReactivate,
    decide: ({ state }) => Organisation.reactivate(state)
  })
]
