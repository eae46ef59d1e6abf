import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { AccountId } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { refuse } from "./refusals.ts"

const NoticeId = Schema.String.check(Schema.isUUID())
const raised = {
  id: NoticeId,
  text: Schema.String,
  /** The report that it came with. */
  report: Schema.optionalKey(Schema.String),
  raisedBy: AccountId,
  raisedAt: Instant
}
const Answer = Schema.Struct({ text: Schema.String, by: AccountId, at: Instant })

/** GRA-4a: a problem notified in writing, open until someone answers. */
export const Notice = Schema.TaggedUnion({
  Open: raised,
  Answered: { ...raised, answers: Schema.Array(Answer) }
})
export type Notice = typeof Notice.Type

export const noticeEvents = {
  NoticeRaised: { notice: NoticeId, text: Schema.String, report: Schema.optionalKey(Schema.String) },
  NoticeAnswered: { notice: NoticeId, text: Schema.String }
}
export const NoticeEvent = Schema.TaggedUnion(noticeEvents)

export const raise = (text: string, { newId }: Context, report?: string) =>
  Result.succeed([
    NoticeEvent.cases.NoticeRaised.make({ notice: newId(), text, ...(report === undefined ? {} : { report }) })
  ])

/** An answered notice can be answered further. */
export const answer = (
  notices: ReadonlyArray<Notice>,
  { notice, text }: { readonly notice: string; readonly text: string }
) =>
  notices.some(({ id }) => id === notice)
    ? Result.succeed([NoticeEvent.cases.NoticeAnswered.make({ notice, text })])
    : refuse("NoticeUnknown", { notice }, { field: "/notice" })
