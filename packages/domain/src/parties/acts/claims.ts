import { Result, Schema } from "effect"
import { commandsOn, eventsOn, unseen } from "../../engine/Handler.ts"
import { accountOf } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { named, registeringAdministrator, registeringOfficer, theSystem } from "../../kernel/Grants.ts"
import { must } from "../../kernel/Must.ts"
import { accountRecord } from "../Account.ts"
import * as Claims from "../Claim.ts"
import { answeredWithin } from "../Lapse.ts"
import { type Organisation, organisationRecord, usable } from "../Organisation.ts"
import { refuse } from "../refusals.ts"
import { install } from "../Staff.ts"
import { toldOf } from "../Telling.ts"

const { change } = commandsOn(organisationRecord)

const verifiers = [registeringOfficer, registeringAdministrator, theSystem] as const

const claimantOf = ({ claim }: Organisation) => {
  const account = Claims.claimant(claim)
  return account === undefined ? undefined : unseen(accountRecord, account)
}

export const claims = [
  change({
    name: "organisations.claim",
    summary: { th: "ขอเป็นผู้ดูแลระบบขององค์กร", en: "Claim to administer the organisation" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      position: Field.text("ตำแหน่งในองค์กร", "Position in the organisation"),
      order: Field.text("เลขที่คำสั่งหรือหนังสือมอบหมาย", "Number of the order or letter"),
      letter: Field.optional(
        Field.written(
          Schema.String.check(
            Schema.isPattern(
              /^[0-9a-f]{64}$/u,
              must("ต้องเป็นรหัสของไฟล์ที่อัปโหลดแล้ว", "must be the digest of an uploaded file")
            )
          ),
          "file",
          "ไฟล์คำสั่งหรือหนังสือ",
          "File of the order or letter"
        )
      ),
      letterName: Field.optional(Field.text("ชื่อไฟล์", "File name"))
    }),
    allow: [named],
    refusals: ["ClaimNotOpen", "LetterUnknown"],
    rules: ["SEC-8"],
    ready: ({ claim }) => Claims.canState(claim),
    files: ({ letter }) => (letter === undefined ? [] : [letter]),
    decide: ({ files, input, state }) => Claims.state(state.claim, input, files.get(input.letter ?? ""))
  }),
  change({
    name: "organisations.verify-claim",
    summary: { th: "รับรองผู้ดูแลระบบขององค์กร", en: "Verify who administers an organisation" },
    irreversible: {
      th: "รับรองแล้วองค์กรจัดการตนเอง หน่วยงานของท่านจัดการแทนไม่ได้อีก",
      en: "From then on the organisation manages itself, and your agency no longer does"
    },
    onward: true,
    inPerson: true,
    input: Schema.Struct({}),
    allow: verifiers,
    refusals: ["ClaimNotOpen", "ClaimByInviter", "OrganisationInactive", "AccountNotActive"],
    rules: ["SEC-8"],
    related: (state) => ({ account: claimantOf(state) }),
    ready: ({ claim }, context) => Claims.canVerify(claim, context),
    decide: ({ context, related, state }) =>
      Result.gen(function* () {
        const { deadline, events } = yield* Claims.verify(state.claim, context)
        yield* usable(state)
        const claimant = claimantOf(state)
        if (claimant === undefined || related.account === undefined)
          return yield* refuse("ClaimNotOpen", { status: "none" })
        const { linkedBy } = related.account
        if (linkedBy !== undefined && linkedBy === accountOf(context.actor))
          return yield* refuse("ClaimByInviter", { why: Claims.notVerifiedBy.whoIssuedTheLink })
        const installed = yield* install(related.account, state)
        const tells = toldOf(related.account, installed, context.actor)
        return { events, others: [eventsOn(claimant, installed)], deadlines: [deadline], tells }
      })
  }),
  change({
    name: "organisations.return-claim",
    summary: { th: "ส่งคืนคำขอเป็นผู้ดูแลระบบขององค์กร", en: "Send a claim to administer an organisation back" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ reason: Field.prose("เหตุผลและสิ่งที่ต้องแก้ไข", "Reason, and what is missing") }),
    allow: verifiers,
    refusals: ["ClaimNotOpen"],
    rules: ["SEC-8"],
    ready: ({ claim }) => Claims.canReturn(claim),
    decide: ({ input, state }) => Claims.returned(state.claim, input.reason)
  }),
  change({
    name: "organisations.lapse-claim",
    summary: { th: "ให้คำขอเป็นผู้ดูแลระบบที่ไม่มีผู้ตอบสิ้นผล", en: "Let a claim lapse that nobody answered" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({}),
    outcomes: {
      ClaimLapsed: {
        th: `คำขอเป็นผู้ดูแลระบบสิ้นผล เพราะไม่มีผู้ตอบภายใน ${answeredWithin} วัน`,
        en: `The claim lapsed: nobody answered within ${answeredWithin} days`
      }
    },
    allow: [theSystem],
    refusals: ["ClaimNotOpen"],
    rules: ["SEC-10"],
    onTheClock: { rule: "SEC-10", from: ({ claim }) => Claims.claimLapsesAt(claim) },
    ready: ({ claim }, context) => Claims.lapse(claim, context),
    decide: ({ context, state }) => Claims.lapse(state.claim, context)
  })
]
