import { Schema } from "effect"
import { commandsOn } from "../../engine/Handler.ts"
import * as Field from "../../kernel/Field.ts"
import { evaluator, executive, finance, officer, partnerEditor } from "../../kernel/Grants.ts"
import * as Steps from "../decisions/steps.ts"
import { placeInProcess } from "../Place.ts"
import { partnershipRecord } from "../Record.ts"

const { change } = commandsOn(partnershipRecord, { area: "evidence", place: placeInProcess })

export const evidence = [
  change({
    name: "evidence.attach",
    summary: { th: "แนบหลักฐาน", en: "Attach evidence" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      file: Field.written(
        Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u, { message: "must be the digest of an uploaded file" })),
        "file",
        "ไฟล์",
        "File"
      ),
      name: Field.text("ชื่อไฟล์", "File name"),
      step: Field.optional(Field.text("ขั้นตอน", "Step"))
    }),
    allow: [officer, finance, executive, evaluator, partnerEditor],
    refusals: ["PartnershipNotRunning", "EvidenceUnknown", "StepUnknown"],
    rules: ["COL-8", "GRA-3"],
    concurrency: "commutes",
    ready: (state) => Steps.isRunning(state),
    files: ({ file }) => [file],
    decide: ({ context, files, input, state }) => Steps.attachEvidence(state, input, files.get(input.file), context)
  })
]
