import { Result, Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { covers, Period } from "../kernel/Period.ts"

export const ActivityId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("ActivityId"))
export type ActivityId = typeof ActivityId.Type

/** What one side writes in its own words, in whatever language: the checks are those of a localized text. */
const Writing = LocalizedText.fields.th

/** A main or sub activity of the action plan (COL-6): what it is, each side's role, when, and under which power. */
export const Activity = Schema.Struct({
  id: ActivityId,
  title: LocalizedText,
  ownerRole: Writing,
  recipientRole: Writing,
  period: Period,
  /** The law, regulation or order that lets it be carried out (COL-7a). */
  legalAuthority: Schema.optionalKey(Writing),
  /** Why none is named, for example that the rule is still being drafted and will be issued before the activity. */
  noAuthorityReason: Schema.optionalKey(Writing),
  /** A law or rule that has to be issued before the activity, and why the work begins with one that does (COL-7b). */
  ruleToIssue: Schema.optionalKey(Writing),
  ruleToIssueReason: Schema.optionalKey(Writing)
}).annotate({ identifier: "Activity" })
export type Activity = typeof Activity.Type

export interface AuthorityMissing {
  readonly _tag: "AuthorityMissing"
  readonly activity: ActivityId
}

export interface ActivityOutsideTerm {
  readonly _tag: "ActivityOutsideTerm"
  readonly activity: ActivityId
  readonly period: Period
  readonly term: Period
}

export interface ActivityTwice {
  readonly _tag: "ActivityTwice"
  readonly activity: ActivityId
}

export type ActivityProblem = AuthorityMissing | ActivityOutsideTerm | ActivityTwice

/** COL-7a [should]: the power is named, or the rule that is to be issued, or why not is recorded; and the activity fits the agreement's term. */
export const checkActivity = (activity: Activity, term?: Period): Result.Result<Activity, ActivityProblem> => {
  const { legalAuthority, noAuthorityReason, ruleToIssue } = activity
  if ((legalAuthority ?? noAuthorityReason ?? ruleToIssue) === undefined) {
    return Result.fail({ _tag: "AuthorityMissing", activity: activity.id })
  }
  return term === undefined || covers(term, activity.period)
    ? Result.succeed(activity)
    : Result.fail({ _tag: "ActivityOutsideTerm", activity: activity.id, period: activity.period, term })
}

/** Every activity is in order and none is listed twice. Reports the first problem. */
export const checkActivities = (
  activities: ReadonlyArray<Activity>,
  term?: Period
): Result.Result<ReadonlyArray<Activity>, ActivityProblem> => {
  const seen = new Set<ActivityId>()
  for (const activity of activities) {
    if (seen.has(activity.id)) return Result.fail({ _tag: "ActivityTwice", activity: activity.id })
    seen.add(activity.id)
    const sound = checkActivity(activity, term)
    if (Result.isFailure(sound)) return Result.fail(sound.failure)
  }
  return Result.succeed(activities)
}
