import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import * as Field from "../kernel/Field.ts"
import { executive, officer } from "../kernel/Grants.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { onAnyAct, onAnyChange } from "../rules/Refusals.ts"
import { Answers, type QuestionId } from "./Answers.ts"
import { questions } from "./Criteria.ts"
import { models } from "./Models.ts"

const both = ({ en, th }: { readonly th: string; readonly en?: string }): Wording => ({ th, en: en ?? th })

/** One of MOD-1a to MOD-1f as a field, with the choices as they are worded in the criteria. */
const criterion = <Id extends QuestionId>(id: Id) => {
  const { choices, label } = questions[id]
  const options = Object.fromEntries(
    Object.entries(choices as Record<string, { readonly label: { readonly th: string; readonly en?: string } }>).map(
      ([value, choice]) => [value, both(choice.label)]
    )
  )
  return Field.described(Answers.fields[id], { kind: "choice", label: both(label), options: Field.optionsOf(options) })
}

export const answerFields = {
  nature: criterion("nature"),
  timeFrame: criterion("timeFrame"),
  resources: criterion("resources"),
  wish: criterion("wish"),
  readiness: criterion("readiness"),
  relation: criterion("relation")
}

const ways = {
  call: { th: "ประกาศรับข้อเสนอ", en: "an open call" },
  persuasion: { th: "ชักชวนโดยตรง (ต้องมีเหตุผลเป็นลายลักษณ์อักษร)", en: "direct persuasion (with a written justification)" }
} as const

const modelNames = {
  grant: both(models.grant.name),
  contracting: both(models.contracting.name),
  commissioning: both(models.commissioning.name)
}

export const chooseModel = command({
  name: "models.choose",
  summary: { th: "เลือกรูปแบบความร่วมมือ", en: "Choose the model" },
  area: "process",
  irreversible: { th: "เลือกรูปแบบแล้วเปลี่ยนไม่ได้", en: "Once chosen, the model cannot be changed" },
  onward: true,
  record: "partnership",
  target: "existing",
  input: Schema.Struct({
    ...answerFields,
    model: Field.choice(modelNames, "รูปแบบที่เลือก", "The model chosen"),
    reason: Field.optional(Field.prose("เหตุผลที่เลือกต่างจากข้อแนะนำ", "Why other than recommended")),
    way: Field.choice(ways, "วิธีหาผู้รับมอบภารกิจ", "How the recipient is found"),
    justification: Field.optional(Field.prose("เหตุผลที่ชักชวนโดยตรง", "Why by direct persuasion")),
    process: Field.optional(
      Field.reference(Schema.String.check(Schema.isUUID()), "process", "กระบวนการที่ปรับแล้ว", "Adapted process")
    )
  }),
  allow: [officer, executive],
  refusals: [
    ...onAnyChange,
    "PartnershipNotRunning",
    "ModelAlreadyChosen",
    "ReasonMissing",
    "OverrideNotAuthorised",
    "WayNotForModel",
    "OverlayRefused",
    "ProcessMoveRefused",
    ...onAnyAct
  ],
  rules: ["MOD-1", "MOD-2", "COL-1", "COL-9"],
  concurrency: "version"
})
