import { Schema } from "effect"
import type { Target } from "../../engine/Handler.ts"
import type { Actor } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { evaluator, executive, finance, officer, partnerEditor, thirdParty } from "../../kernel/Grants.ts"
import { must } from "../../kernel/Must.ts"
import { closable } from "../decisions/acting.ts"
import * as Decisions from "../decisions/evidence.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"

const { change } = actsOn("evidence")

const which = Field.count("หลักฐานลำดับที่", "Evidence no.", 1, 100_000)

const targets =
  (fits: typeof Decisions.publishable) =>
  (partnership: Partnership, actor: Actor): ReadonlyArray<Target> =>
    partnership.evidence
      .filter((file) => fits(partnership, file, actor))
      .map(({ name, no }) => ({ field: "evidence", value: no, label: { th: name, en: name } }))

const aim = (target: Target | undefined): number => Number(target?.value ?? 0)

export const evidence = [
  change({
    name: "evidence.attach",
    summary: { th: "แนบหลักฐาน", en: "Attach evidence" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      file: Field.written(
        Schema.String.check(
          Schema.isPattern(
            /^[0-9a-f]{64}$/u,
            must("ต้องเป็นรหัสของไฟล์ที่อัปโหลดแล้ว", "must be the digest of an uploaded file")
          )
        ),
        "file",
        "ไฟล์",
        "File"
      ),
      name: Field.text("ชื่อไฟล์", "File name"),
      step: Field.optional(Field.text("ขั้นตอน", "Step")),
      personal: Field.optional(Field.flag("มีข้อมูลส่วนบุคคล", "Holds personal data"))
    }),
    allow: [officer, finance, executive, evaluator, partnerEditor],
    refusals: ["PartnershipNotRunning", "EvidenceUnknown", "StepUnknown"],
    rules: ["COL-8", "GRA-3"],
    concurrency: "commutes",
    ready: (state) => closable(state),
    files: ({ file }) => [file],
    decide: ({ context, files, input, state }) => Decisions.attach(state, input, files.get(input.file), context)
  }),
  change({
    name: "evidence.consent",
    summary: { th: "ยินยอมให้เผยแพร่หลักฐาน", en: "Agree to evidence being published" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ evidence: which }),
    allow: [partnerEditor, thirdParty, evaluator],
    refusals: ["EvidenceNotAttached", "EvidenceOfAnother", "EvidenceHoldsPersonalData", "ConsentGiven"],
    rules: ["PRT-5b"],
    targets: targets(Decisions.consentable),
    ready: (state, context, target) => Decisions.canConsent(state, aim(target), context),
    decide: ({ context, input, state }) => Decisions.consent(state, input.evidence, context)
  }),
  change({
    name: "evidence.publish",
    summary: { th: "เผยแพร่หลักฐาน", en: "Publish evidence" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      evidence: which,
      reason: Field.prose("เหตุผลที่เผยแพร่", "Reason for publishing", {
        th: "เหตุผลนี้เผยแพร่ด้วย",
        en: "The reason is public too"
      })
    }),
    allow: [officer],
    refusals: ["EvidenceNotAttached", "EvidencePublic", "EvidenceHoldsPersonalData", "ConsentMissing"],
    rules: ["PRT-5b"],
    targets: targets(Decisions.publishable),
    ready: (state, _, target) => Decisions.canPublish(state, aim(target)),
    decide: ({ input, state }) => Decisions.publish(state, input.evidence, input.reason)
  }),
  change({
    name: "evidence.withdraw",
    summary: { th: "ยุติการเผยแพร่หลักฐาน", en: "Stop publishing evidence" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      evidence: which,
      reason: Field.prose("เหตุผลที่ยุติการเผยแพร่", "Reason for stopping", {
        th: "เหตุผลนี้เผยแพร่ด้วย ไม่ต้องระบุชื่อบุคคล",
        en: "The reason is public: leave out people's names"
      }),
      personal: Field.optional(
        Field.flag("มีข้อมูลส่วนบุคคล เผยแพร่อีกไม่ได้", "It holds personal data, and is not to be published again")
      )
    }),
    allow: [officer, partnerEditor, thirdParty, evaluator],
    refusals: ["EvidenceNotAttached", "EvidenceNotPublic", "EvidenceOfAnother"],
    rules: ["PRT-5b"],
    targets: targets(Decisions.withdrawable),
    ready: (state, context, target) => Decisions.canWithdraw(state, aim(target), context),
    decide: ({ context, input, state }) => Decisions.withdraw(state, input, context)
  })
]
