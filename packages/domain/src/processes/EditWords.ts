import type { Field } from "../kernel/Field.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { format, Satang } from "../kernel/Money.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { latest } from "./Composition.ts"
import type { Edit, Overlay } from "./Overlay.ts"
import { processWords } from "./words.ts"

const words = processWords.values

/** What the settings that an agency may change are called (PRO-1). */
export const thresholdNames: { readonly [name: string]: Wording } = {
  "sla-value": { th: "มูลค่าที่ควรมี SLA", en: "Value from which an SLA is proposed" },
  "sla-months": { th: "ระยะเวลาที่ควรมี SLA", en: "Term from which an SLA is proposed" },
  "acceptance-score": { th: "คะแนนที่ยอมรับผลได้", en: "Score from which a result is accepted" },
  "reported-share": { th: "ร้อยละของน้ำหนักที่ต้องมีผล", en: "Percentage of the weights that must be reported" }
}

const part = (name: string, kind: Field["kind"], th: string, en: string): Field => ({
  name,
  kind,
  required: true,
  label: { th, en }
})

/** The parts of an overlay, which is written whole. */
export const overlayParts: ReadonlyArray<Field> = [
  part("title", "localized", "ชื่อ", "Title"),
  part("edits", "list", "สิ่งที่ปรับ", "Edits"),
  part("waivers", "list", "กฎที่ยกเว้น", "Rules waived"),
  part("rule", "text", "กฎ", "Rule"),
  part("reason", "prose", "เหตุผล", "Reason"),
  part("count", "count", "จำนวนรอบ", "Rounds"),
  part("days", "count", "จำนวนวัน", "Days"),
  part("step", "text", "ขั้นตอน", "Step"),
  part("label", "localized", "ชื่อขั้นตอน", "Name of the step"),
  part("before", "list", "ก่อนขั้นตอน", "Before"),
  part("after", "list", "หลังขั้นตอน", "After"),
  part("within", "text", "ในขั้นตอน", "Within"),
  part("lane", "choice", "ฝ่าย", "Side"),
  part("skip", "choice", "การข้าม", "Skipping"),
  part("dueDays", "count", "กำหนดเวลา (วัน)", "Due within (days)")
]

const both = ({ en, th }: LocalizedText): Wording => ({ th, en: en ?? th })

const everyRound = (label: LocalizedText): Wording => {
  const { en, th } = both(label)
  const [withoutTh, withoutEn] = [th, en].map((said) => said.replaceAll(/\{round\}|\{tranche\}/gu, "…"))
  return { th: withoutTh ?? th, en: withoutEn ?? en }
}

/** A step by its id or key, as the standard process or the overlay itself calls it. */
const stepIn = ({ edits, model }: Overlay, key: string): Wording => {
  const id = key.replace(/\.\d+$/u, "")
  const round = key.slice(id.length + 1)
  const added = edits.flatMap((edit) => (edit._tag === "AddStep" ? [edit.step] : []))
  const found = [...latest(model).steps, ...latest("collaboration").steps, ...added].find((step) => step.id === id)
  const { en, th } = found === undefined ? { th: id, en: id } : everyRound(found.label)
  return round === ""
    ? { th: `“${th}” (${key})`, en: `“${en}” (${key})` }
    : { th: `“${th}” รอบที่ ${round} (${key})`, en: `“${en}” in round ${round} (${key})` }
}

const joined = (named: ReadonlyArray<Wording>): Wording => ({
  th: named.map(({ th }) => th).join(" และ "),
  en: named.map(({ en }) => en).join(" and ")
})

const setTo = (name: string, value: number): Wording => {
  if (name === "sla-value" && Number.isSafeInteger(value)) {
    const amount = Satang.make(BigInt(value))
    return { th: format(amount, "th"), en: format(amount, "en") }
  }
  return name === "sla-months"
    ? { th: `${value} เดือน`, en: `${value} months` }
    : { th: String(value), en: String(value) }
}

/** An edit of a process as a sentence, for those who do not read its data. */
export const sentenceOf = (edit: Edit, overlay: Overlay): Wording => {
  switch (edit._tag) {
    case "AddStep": {
      const { after, label, lane } = edit.step
      const { en, th } = both(label)
      const awaited = joined(after.map((key) => stepIn(overlay, key)))
      const waiting = joined(edit.before.map((key) => stepIn(overlay, key)))
      return {
        th: `เพิ่มขั้นตอน “${th}” ของ${words[lane].th}${after.length === 0 ? "" : ` หลัง${awaited.th}`}${edit.before.length === 0 ? "" : ` และก่อน${waiting.th}`}`,
        en: `The step “${en}” of the ${words[lane].en} is added${after.length === 0 ? "" : ` after ${awaited.en}`}${edit.before.length === 0 ? "" : `, before ${waiting.en}`}`
      }
    }
    case "SetRounds": {
      const { en, th } = joined((latest(overlay.model).rounds?.steps ?? []).map((id) => stepIn(overlay, id)))
      return { th: `ทำ${th} รวม ${edit.count} รอบ`, en: `${en}: ${edit.count} rounds in all` }
    }
    case "SetThreshold": {
      const { en, th } = thresholdNames[edit.name] ?? { th: edit.name, en: edit.name }
      const value = setTo(edit.name, edit.value)
      return { th: `${th} เป็น ${value.th}`, en: `${en}: ${value.en}` }
    }
    case "SetDue": {
      const { en, th } = stepIn(overlay, edit.step)
      return {
        th: `${th} ต้องเสร็จภายใน ${edit.days} วันนับแต่เริ่มทำได้`,
        en: `${en} is due within ${edit.days} days of opening`
      }
    }
    case "Relabel": {
      const before = stepIn(overlay, edit.step)
      const { en, th } = both(edit.label)
      return { th: `เรียก${before.th} ว่า “${th}”`, en: `${before.en} is called “${en}”` }
    }
  }
}
