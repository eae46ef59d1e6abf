import { catalogue } from "@phakhi/domain/catalogue"
import { handlersOn, readerOf } from "@phakhi/domain/engine/Catalogue"
import { tasksOn } from "@phakhi/domain/engine/Tasks"
import { bangkokDay, type Instant } from "@phakhi/domain/kernel/ThaiDate"
import { columnsOf } from "@phakhi/domain/rendering/Labels"
import { Option, Schema } from "effect"
import type { View } from "../api/Api.ts"
import type { Words } from "../words/Language.tsx"

export interface Due {
  readonly day: string
  readonly late: boolean
  /** What waits until then: an act, else the record as a whole. */
  readonly what?: Words
}

/** The nearest day by which something is due on the record, by the domain's own reckoning; none in part of a record. */
export const dueOf = ({ data, record }: Pick<View, "record" | "data">, now: Instant): Due | undefined => {
  const type = readerOf(catalogue, record)?.type
  if (type === undefined) return undefined
  const state = Schema.decodeUnknownOption(type.State as unknown as Schema.Codec<unknown>)(data)
  if (Option.isNone(state)) return undefined
  const today = bangkokDay(now)
  const { due, tasks } = tasksOn(handlersOn(catalogue, record), state.value, { now, today })
  if (due === null) return undefined
  const what =
    tasks.find((task) => task.due === due)?.words ?? columnsOf(record).find(({ name }) => name === "due")?.label
  return { day: due, late: due < today, ...(what === undefined ? {} : { what }) }
}
