import type { TasksOf } from "@phakhi/domain/engine/EventStore"

type Raw = Record<string, unknown>

const whose: ReadonlyArray<TasksOf> = ["me", "organisation", "others"]

export interface TasksSearch {
  readonly of?: TasksOf
  readonly late?: true
}

/** Which tasks the first page shows; left out, one's own. */
export const readTasksSearch = ({ late, of }: Raw): TasksSearch => {
  const chosen = whose.find((one) => one === of)
  return { ...(chosen === undefined ? {} : { of: chosen }), ...(late === true ? { late } : {}) }
}

export interface InboxSearch {
  readonly unread?: true
}

export const readInboxSearch = ({ unread }: Raw): InboxSearch => (unread === true ? { unread } : {})

export interface RecordSearch {
  readonly tab?: string
  /** The operation whose form is to be open, and the part of the record that it is aimed at. */
  readonly act?: string
  readonly part?: string | number
}

export const readRecordSearch = ({ act, part, tab }: Raw): RecordSearch => ({
  ...(typeof tab === "string" ? { tab } : {}),
  ...(typeof act === "string" ? { act } : {}),
  ...(typeof part === "string" || typeof part === "number" ? { part } : {})
})
