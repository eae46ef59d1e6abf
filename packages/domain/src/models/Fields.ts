import * as Field from "../kernel/Field.ts"
import type { Wording } from "../kernel/Refusal.ts"
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

/** COL-9b: how the recipient is found. */
export const ways = {
  call: { th: "ประกาศรับข้อเสนอ", en: "an open call" },
  persuasion: { th: "ชักชวนโดยตรง (ต้องมีเหตุผลเป็นลายลักษณ์อักษร)", en: "direct persuasion (with a written justification)" }
} as const

export const modelNames = {
  grant: both(models.grant.name),
  contracting: both(models.contracting.name),
  commissioning: both(models.commissioning.name)
}
