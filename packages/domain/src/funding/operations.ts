import { Schema } from "effect"
import { commandsOn, reference } from "../engine/Handler.ts"
import { accessOf, OrganisationId } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { FiscalYear } from "../kernel/FiscalYear.ts"
import { finance, officer } from "../kernel/Grants.ts"
import { organisationRecord } from "../parties/Organisation.ts"
import * as Source from "./Source.ts"

const { change, create } = commandsOn(Source.sourceRecord)

const amount = Field.amount
const reason = Field.prose("เหตุผล", "Reason")
const kinds = Source.kinds
const organisation = (id: string) => reference(organisationRecord, id)

export const sourceCommands = [
  create({
    name: "sources.register",
    summary: { th: "ขึ้นทะเบียนแหล่งเงิน", en: "Register a source of money" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      kind: Field.choice(kinds, "ประเภทแหล่งเงิน", "Kind of source"),
      title: Field.localized("ชื่อแหล่งเงิน", "Title of the source"),
      holder: Field.optional(Field.reference(OrganisationId, "organisation", "ผู้ถือเงิน", "Holder of the money")),
      fiscalYear: Field.written(FiscalYear, "count", "ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)"),
      amount: amount("วงเงิน", "Amount"),
      rule: Field.optional(Field.text("ระเบียบที่ใช้กับเงินนี้", "Rule that the money comes under")),
      ruleReason: Field.whyNot("MON-1a", "เหตุผลที่ไม่มีระเบียบเฉพาะ", "Why there is no specific rule"),
      invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
    }),
    allow: [finance, officer],
    refusals: ["SourceRuleMissing"],
    rules: ["MON-1", "MON-1a", "MON-7"],
    related: ({ holder }) => ({ holder: holder === undefined ? undefined : organisation(holder) }),
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Source.register(input, context)
  }),
  change({
    name: "sources.increase",
    summary: { th: "เพิ่มวงเงินของแหล่งเงิน", en: "Increase a source of money" },
    irreversible: { th: "วงเงินที่เพิ่มแล้วลดไม่ได้", en: "What has been added cannot be taken off again" },
    onward: false,
    input: Schema.Struct({ amount: amount("จำนวนเงินที่เพิ่ม", "Amount added"), reason }),
    allow: [finance],
    refusals: [],
    rules: ["MON-1", "MON-7"],
    decide: ({ input, state }) => Source.increase(state, input.amount, input.reason)
  })
]
