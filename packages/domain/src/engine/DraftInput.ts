import { Schema } from "effect"
import { must } from "../kernel/Must.ts"

/** How long a draft is kept after it was last typed in. */
export const draftKeptDays = 30

/** More drafts than this are not kept for one person: the oldest go first. */
export const draftsAtMost = 200

/** The bytes of one draft. */
export const draftLimit = 200_000

/** What a form of an operation is filled in for: a record or a new one, and the part of it that the form is aimed at. */
export const DraftPlace = Schema.Struct({
  operation: Schema.String.check(
    Schema.isPattern(/^[a-z-]{1,60}\.[a-z-]{1,60}$/u, must("ต้องเป็นชื่อการดำเนินการ", "must be the name of an operation"))
  ),
  record: Schema.String.check(
    Schema.isPattern(
      /^(?:new|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u,
      must('ต้องเป็นรหัสของรายการ หรือ "new"', 'must be the id of a record, or "new"')
    )
  ),
  part: Schema.String.check(Schema.isMaxLength(300))
})
export type DraftPlace = typeof DraftPlace.Type

const Fields = Schema.Record(Schema.String.check(Schema.isMaxLength(100)), Schema.Unknown)

/** What was typed, field by field, and what the form began with, so that a record that has changed meanwhile is not undone. */
export const TypedDraft = Schema.Struct({ draft: Fields, from: Fields })
export type TypedDraft = typeof TypedDraft.Type

export interface KeptDraft extends TypedDraft {
  readonly keptAt: string
}

/** A draft of a list of them, without what is typed in it. */
export interface ListedDraft extends DraftPlace {
  readonly keptAt: string
}
