import type { Command } from "@phakhi/domain/engine/Operation"
import type { Field } from "@phakhi/domain/kernel/Field"
import type { Draft } from "./Draft.ts"

/** Drafts on this device, one per person, operation and record. Personal data is never kept. */
export interface KeptDraft {
  readonly draft: Draft
  /** What the form began with, so that a record that has changed meanwhile is not undone. */
  readonly from: Draft
  readonly at: string
}

const prefix = "phakhi.draft."
const personalRecords: ReadonlyArray<string> = ["account"]
const personalFields: ReadonlyArray<string> = ["email", "phone", "personalId"]

/** What things are called is written in both languages; a plain name is a person's. */
const isPersonal = ({ kind, name }: Field): boolean =>
  personalFields.includes(name) || (kind === "text" && name === "name")

export const mayKeep = ({ record }: Pick<Command, "record">): boolean => !personalRecords.includes(record)

const withoutPersonal = (fields: ReadonlyArray<Field>, draft: Draft): Draft =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const { fields: inner = [], kind, name } = field
      const value = draft[name]
      if (isPersonal(field)) return []
      if (kind === "group") return [[name, withoutPersonal(inner, (value ?? {}) as Draft)]]
      if (kind === "list" && inner.length > 0) {
        return [[name, ((value ?? []) as ReadonlyArray<Draft>).map((item) => withoutPersonal(inner, item))]]
      }
      return [[name, value]]
    })
  )

export const draftKey = (account: string, operation: string, record: string, target = ""): string =>
  `${prefix}${account}.${operation}.${record}.${target}`

export const keepDraft = (
  key: string,
  fields: ReadonlyArray<Field>,
  typed: Pick<KeptDraft, "draft" | "from">,
  at: Date
): KeptDraft => {
  const kept = {
    draft: withoutPersonal(fields, typed.draft),
    from: withoutPersonal(fields, typed.from),
    at: at.toISOString()
  }
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or closed storage loses the copy on this device, never what is on the screen.
  }
  return kept
}

export const keptDraft = (key: string): KeptDraft | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as KeptDraft | null
    return kept === null || typeof kept.draft !== "object" || typeof kept.from !== "object" ? undefined : kept
  } catch {
    return undefined
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(key)

/** On signing out nothing typed stays on the device. */
export const dropAllDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}
