import { addDays, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import type { TaskRow } from "../api/Tasks.ts"
import type { Words } from "../words/Language.tsx"

/** How soon something is due; what stands first is the most urgent. */
export const urgencies = {
  late: { th: "เกินกำหนดแล้ว", en: "Late" },
  soon: { th: "ครบกำหนดภายใน 7 วัน", en: "Due within 7 days" },
  later: { th: "ครบกำหนดในอีกกว่า 7 วัน", en: "Due in more than 7 days" },
  open: { th: "ไม่มีวันครบกำหนด", en: "Without a due date" }
} as const satisfies Record<string, Words>

export type Urgency = keyof typeof urgencies

const isUrgency = (name: string): name is Urgency => Object.hasOwn(urgencies, name)

const soonDays = 7

export const urgencyOf = ({ due, late }: Pick<TaskRow, "due" | "late">, today: IsoDate): Urgency => {
  if (due === null) return "open"
  if (late) return "late"
  return due <= addDays(today, soonDays) ? "soon" : "later"
}

/** The tasks under how soon they are due, in the order that they came in. */
export const byUrgency = <Task extends Pick<TaskRow, "due" | "late">>(
  tasks: ReadonlyArray<Task>,
  today: IsoDate
): ReadonlyArray<readonly [Urgency, ReadonlyArray<Task>]> => {
  const groups = Map.groupBy(tasks, (task) => urgencyOf(task, today))
  return Object.keys(urgencies)
    .filter(isUrgency)
    .flatMap((urgency) => {
      const group = groups.get(urgency)
      return group === undefined ? [] : [[urgency, group] as const]
    })
}
