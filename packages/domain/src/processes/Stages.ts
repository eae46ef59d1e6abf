import { type LocalizedText, text } from "../kernel/LocalizedText.ts"
import type { Composed } from "./Composition.ts"
import { composedOf, progress, type Stand } from "./CourseState.ts"

/** The four stretches that the eight steps make: to begin, to join hands, to carry out, to look at the results. */
export type Stretch = 1 | 2 | 3 | 4

interface Stage {
  readonly rule: "COL-1" | "COL-2" | "COL-3" | "COL-4" | "COL-5" | "COL-6" | "COL-7" | "COL-8"
  readonly label: LocalizedText
  readonly stretch: Stretch
}

/** The eight steps of the collaboration process in few words (COL-1 to COL-8). */
export const stages: ReadonlyArray<Stage> = [
  { rule: "COL-1", label: text("ประยุกต์ใช้ตัวแบบ", "Apply a model"), stretch: 1 },
  { rule: "COL-2", label: text("เจรจากับเจ้าของภารกิจ", "Negotiate with the owner"), stretch: 1 },
  { rule: "COL-3", label: text("แสวงหาผู้รับมอบ", "Seek the recipient"), stretch: 2 },
  { rule: "COL-4", label: text("หารือเบื้องต้น", "Discuss"), stretch: 2 },
  { rule: "COL-5", label: text("ทำข้อตกลง", "Agree"), stretch: 2 },
  { rule: "COL-6", label: text("คณะกรรมการและแผน", "Committee and plan"), stretch: 3 },
  { rule: "COL-7", label: text("ดำเนินตามแผน", "Carry out the plan"), stretch: 3 },
  { rule: "COL-8", label: text("ประเมินผล", "Evaluate"), stretch: 4 }
]

export const stretchNames: { readonly [S in Stretch]: LocalizedText } = {
  1: text("ริเริ่ม", "Begin"),
  2: text("จับมือกัน", "Join hands"),
  3: text("ลงมือทำ", "Carry out"),
  4: text("ดูผล", "See the results")
}

export interface PlacedStage extends Stage {
  /** From 1 to 8. */
  readonly no: number
  /** `now`: the first that is not over. What comes after it can be under way too, and counts as ahead. */
  readonly status: "done" | "now" | "ahead"
  /** How much of its work is over, from 0 to 1; a stage is done when all of it is, or was passed over. */
  readonly share: number
}

const topOf = (composed: Composed, key: string): string => {
  const within = composed.byKey.get(key)?.within
  return within === undefined ? key : topOf(composed, within)
}

/** How far a course is in each of the eight steps; the model's own steps count where they stand in them. */
export const stagesOf = (course: Stand): ReadonlyArray<PlacedStage> => {
  const composed = composedOf(course)
  const { passed } = progress(composed, course)
  const shares = stages.map(({ rule }) => {
    const leaves = composed.leaves.filter(({ key }) => topOf(composed, key) === rule)
    return leaves.length === 0 ? 1 : leaves.filter(({ key }) => passed(key)).length / leaves.length
  })
  const now = shares.findIndex((share) => share < 1)
  return stages.map((stage, index) => ({
    ...stage,
    no: index + 1,
    share: shares[index] ?? 0,
    status: now === -1 || index < now ? "done" : index === now ? "now" : "ahead"
  }))
}
