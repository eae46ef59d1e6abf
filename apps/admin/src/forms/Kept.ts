import type { Command } from "@phakhi/domain/engine/Operation"
import type { Field } from "@phakhi/domain/kernel/Field"
import { type DraftPlace, drafts } from "../api/Drafts.ts"
import type { Draft } from "./Draft.ts"

/*
 * Drafts, one per person, operation and record: on this device at once, and a little later where one finds them on any
 * other. Personal data is never kept.
 */

export interface KeptDraft {
  readonly draft: Draft
  /** What the form began with, so that a record that has changed meanwhile is not undone. */
  readonly from: Draft
  /** When it was last typed in. */
  readonly at: string
  /** When it was kept by the server; absent while it stands on this device only. */
  readonly synced?: string
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
      if (isPersonal(field) || value === undefined) return []
      if (kind === "group") return [[name, withoutPersonal(inner, value as Draft)]]
      if (kind === "list" && inner.length > 0) {
        return [[name, (value as ReadonlyArray<Draft>).map((item) => withoutPersonal(inner, item))]]
      }
      return [[name, value]]
    })
  )

/** Whose draft, and of what. */
export interface Kept {
  readonly account: string
  readonly place: DraftPlace
}

const keyOf = ({ account, place }: Kept): string => `${prefix}${JSON.stringify([account, place])}`

const put = (key: string, kept: KeptDraft): void => {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or closed storage loses the copy on this device, never what is on the screen.
  }
}

const read = (key: string): KeptDraft | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as KeptDraft | null
    return kept === null || typeof kept.draft !== "object" || typeof kept.from !== "object" ? undefined : kept
  } catch {
    return undefined
  }
}

/** Keeps what is typed on this device. */
export const keepDraft = (
  of: Kept,
  fields: ReadonlyArray<Field>,
  typed: Pick<KeptDraft, "draft" | "from">,
  at: Date
): KeptDraft => {
  const kept = {
    draft: withoutPersonal(fields, typed.draft),
    from: withoutPersonal(fields, typed.from),
    at: at.toISOString()
  }
  put(keyOf(of), kept)
  return kept
}

export const keptDraft = (of: Kept): KeptDraft | undefined => read(keyOf(of))

const send = async (key: string, place: DraftPlace): Promise<void> => {
  const kept = read(key)
  if (kept === undefined || kept.synced !== undefined) return
  const { draft, from } = kept
  const answer = await drafts.keep(place, { draft, from })
  // What was typed meanwhile is not there yet.
  if (answer._tag === "Success" && read(key)?.at === kept.at) put(key, { ...kept, synced: answer.success.keptAt })
}

/** Keeps with the server what stands on this device only. */
export const syncDraft = (of: Kept): Promise<void> => send(keyOf(of), of.place)

/**
 * The draft as it was last kept on any device, or undefined where it stands here already. What was typed here and is not
 * sent yet goes before what the server has; a draft that was sent or dropped elsewhere is gone here too.
 */
export const draftElsewhere = async (of: Kept): Promise<KeptDraft | "gone" | undefined> => {
  const here = keptDraft(of)
  if (here !== undefined && here.synced === undefined) {
    await syncDraft(of)
    return undefined
  }
  const answer = await drafts.get(of.place)
  if (answer._tag === "Failure") return undefined
  const { draft: found } = answer.success
  if (found === null) {
    if (here === undefined) return undefined
    localStorage.removeItem(keyOf(of))
    return "gone"
  }
  if (here !== undefined && (here.synced ?? "") >= found.keptAt) return undefined
  const { draft, from, keptAt } = found
  const kept = { draft, from, at: keptAt, synced: keptAt }
  put(keyOf(of), kept)
  return kept
}

/** Drops a draft here and on every other device. */
export const dropDraft = async (of: Kept): Promise<void> => {
  localStorage.removeItem(keyOf(of))
  await drafts.drop(of.place)
}

/** On signing out nothing typed stays on the device; it is found again after signing in. */
export const leaveDrafts = async (): Promise<void> => {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  await Promise.all(
    keys.map((key) => {
      const [, place] = JSON.parse(key.slice(prefix.length)) as readonly [string, DraftPlace]
      return send(key, place)
    })
  )
  for (const key of keys) localStorage.removeItem(key)
}
