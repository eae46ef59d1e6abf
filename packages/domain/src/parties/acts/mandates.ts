import { Result, Schema } from "effect"
import { commandsOn } from "../../engine/Handler.ts"
import { AccountId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { administrator, partnerAdministrator } from "../../kernel/Grants.ts"
import * as Organisation from "../Organisation.ts"
import { refuse } from "../refusals.ts"
import { canMandate } from "../Staff.ts"
import { accountReference, administratorsOf } from "./related.ts"

const { change } = commandsOn(Organisation.organisationRecord)

/** COL-5b, SEC-8: who may sign for a side is up to that side alone. */
export const mandates = [
  change({
    name: "organisations.give-mandate",
    summary: { th: "มอบอำนาจลงนาม", en: "Give a mandate to sign" },
    irreversible: false,
    onward: false,
    inPerson: true,
    input: Schema.Struct({
      account: Field.reference(AccountId, "account", "ผู้รับมอบอำนาจ", "Who may sign", {
        ...Field.inUse,
        organisation: "itself"
      }),
      position: Field.text("ตำแหน่ง", "Position"),
      limit: Field.money("วงเงินสูงสุด (บาท)", "Up to what value (baht)"),
      period: Field.period("ระยะเวลา", "From and to"),
      order: Field.text("เลขที่คำสั่งหรือหนังสือมอบอำนาจ", "Number of the order or letter")
    }),
    allow: [administrator, partnerAdministrator],
    refusals: ["AnotherAdministratorNeeded"],
    rules: ["COL-5b", "SEC-8", "SEC-9"],
    related: (_, { account }) => ({ account: accountReference(account) }),
    many: ({ id }) => administratorsOf(id),
    decide: ({ context, input, many, related, state }) =>
      Result.gen(function* () {
        if (related.account.organisation !== state.id)
          return yield* refuse("RecordNotFound", { record: "account", id: input.account }, { field: "/account" })
        yield* canMandate(related.account, many.administrators, context)
        return yield* Organisation.giveMandate(state, input, context)
      })
  }),
  change({
    name: "organisations.withdraw-mandate",
    summary: { th: "ยกเลิกการมอบอำนาจ", en: "Withdraw a mandate" },
    irreversible: { th: "ยกเลิกแล้วต้องมอบอำนาจใหม่", en: "Once withdrawn, the mandate must be given anew" },
    onward: false,
    input: Schema.Struct({
      mandate: Field.text("การมอบอำนาจ", "Mandate"),
      reason: Field.prose("เหตุผล", "Reason")
    }),
    allow: [administrator, partnerAdministrator],
    refusals: ["MandateUnknown"],
    rules: ["COL-5b", "SEC-8"],
    targets: ({ mandates }) =>
      mandates.map(({ account, holder: { position = "—" }, id, order }) => ({
        field: "mandate",
        value: id,
        person: account,
        label: { th: `${position} (${order})`, en: `${position} (${order})` }
      })),
    ready: (state, _, target) => Organisation.canWithdraw(state, String(target?.value ?? "—")),
    decide: ({ input, state }) => Organisation.withdrawMandate(state, input.mandate, input.reason)
  })
]
