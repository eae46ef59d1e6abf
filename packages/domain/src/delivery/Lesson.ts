import { Result, Schema } from "effect"
import { AccountId } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"

/** COL-7d, COL-8b: what is learned on the way, and what a review of the situation finds. */
export const lessonKinds = {
  lesson: { th: "บทเรียน", en: "lesson" },
  situation: { th: "การทบทวนสถานการณ์", en: "review of the situation" }
} as const

export const LessonKind = Schema.Literals(["lesson", "situation"])
export type LessonKind = typeof LessonKind.Type

const terms = { kind: LessonKind, text: Schema.String }

export const Lesson = Schema.Struct({ ...terms, by: AccountId, at: Instant })
export type Lesson = typeof Lesson.Type

export const lessonEvents = { LessonRecorded: terms }
export const LessonEvent = Schema.TaggedUnion(lessonEvents)

export const record = (lesson: { readonly kind: LessonKind; readonly text: string }) =>
  Result.succeed([LessonEvent.cases.LessonRecorded.make(lesson)])
