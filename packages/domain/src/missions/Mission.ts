import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import { AccountId, accessOf, hasAccount, OrganisationId } from "../kernel/Actor.ts"
import { openly, ownAgency } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { lastDayOfTerm } from "../kernel/Period.ts"
import { ProvinceCode } from "../kernel/Province.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import { Instant, IsoDate } from "../kernel/ThaiDate.ts"
import { Competition, Contestability } from "./Contestability.ts"
import { missionEventMasks, missionMask } from "./masks.ts"
import { Answer, Question, standing, Verdict, verdicts } from "./Review.ts"
import { refuse } from "./refusals.ts"

export const MissionId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("MissionId"))
export type MissionId = typeof MissionId.Type

/** What a mission is, as its owner describes it. */
export const About = Schema.Struct({
  title: LocalizedText,
  purpose: Schema.String,
  targetGroup: Schema.optionalKey(Schema.String),
  legalBasis: Schema.optionalKey(Schema.String),
  provinces: Schema.Array(ProvinceCode),
  routine: Schema.Boolean,
  /** True where figures are invented for demonstration. */
  invented: Schema.optionalKey(Schema.Boolean)
})
export type About = typeof About.Type

export const Way = Schema.Literals(["partnership", "procurement", "transfer"])
export type Way = typeof Way.Type

const common = {
  id: MissionId,
  owner: OrganisationId,
  about: About,
  contestability: Schema.optionalKey(Contestability),
  competitions: Schema.optionalKey(Schema.Array(Competition)),
  registeredAt: Instant
}
const reviewed = {
  answers: Schema.Array(Answer),
  verdict: Verdict,
  concludedAt: Instant,
  concludedBy: AccountId
}

/** A mission: registered, under review, reviewed, and with a way on chosen where the verdict lets others in. */
export const Mission = Schema.TaggedUnion({
  Registered: common,
  UnderReview: { ...common, answers: Schema.Array(Answer), begunAt: Instant, blueprintDue: IsoDate },
  Reviewed: { ...common, ...reviewed },
  WayChosen: { ...common, ...reviewed, way: Way, wayReason: Schema.String }
})
export type Mission = typeof Mission.Type

export const MissionEvent = Schema.TaggedUnion({
  MissionRegistered: { id: MissionId, owner: OrganisationId, about: About },
  MissionDescribed: { about: About },
  ContestabilityRated: { contestability: Contestability },
  CompetitionRecorded: { competition: Competition },
  ReviewBegun: { blueprintDue: IsoDate, reason: Schema.optionalKey(Schema.String) },
  QuestionAnswered: { answer: Answer },
  AnswerTakenBack: { question: Question },
  ReviewConcluded: { verdict: Verdict },
  WayOnChosen: { way: Way, reason: Schema.String }
})
export type MissionEvent = typeof MissionEvent.Type

/** REV-8: the blueprint goes to the Cabinet within six months. */
const blueprintMonths = 6

const event = MissionEvent.cases

/** ACT-1: the mission belongs to the agency of the officer who registers it. */
export const register = (about: About, { actor, newId }: Context) =>
  actor.organisation === null
    ? refuse("NotPermitted", {
        operation: "missions.register",
        who: ["programme-officer"],
        act: { th: "ขึ้นทะเบียนภารกิจ", en: "Register a mission" }
      })
    : Result.succeed([event.MissionRegistered.make({ id: MissionId.make(newId()), owner: actor.organisation, about })])

export const describe = (_: Mission, about: About) => Result.succeed([event.MissionDescribed.make({ about })])

export const rateContestability = (_: Mission, contestability: Contestability) =>
  Result.succeed([event.ContestabilityRated.make({ contestability })])

export const canBeginReview = (mission: Mission) =>
  mission._tag === "UnderReview" ? refuse("ReviewAlreadyOpen", {}) : Result.succeed(undefined)

export const beginReview = (mission: Mission, reason: string | undefined, { today }: Context) =>
  Result.map(canBeginReview(mission), () => [
    event.ReviewBegun.make({
      blueprintDue: lastDayOfTerm(today, blueprintMonths),
      ...(reason === undefined ? {} : { reason })
    })
  ])

export const recordCompetition = (_: Mission, held: Omit<Competition, "id">, { newId }: Context) =>
  Result.succeed([event.CompetitionRecorded.make({ competition: { id: newId(), ...held } })])

type UnderReview = typeof Mission.cases.UnderReview.Type

export const underReview = (mission: Mission) =>
  mission._tag === "UnderReview" ? Result.succeed(mission) : refuse("ReviewNotOpen", { status: mission._tag })

const named = ({ en, th }: Wording): Wording => ({ th, en })

const unanswered = (review: UnderReview) => {
  const next = standing(review.answers)
  return "question" in next
    ? Result.succeed(next.question)
    : refuse("ReviewAnswered", { verdict: named(verdicts[next.verdict]) })
}

export const canAnswer = (mission: Mission) => Result.flatMap(underReview(mission), unanswered)

export const answer = (mission: Mission, given: Answer) =>
  Result.flatMap(canAnswer(mission), (expected) =>
    expected === given.question
      ? Result.succeed([event.QuestionAnswered.make({ answer: given })])
      : refuse("QuestionOutOfOrder", { expected, given: given.question }, { field: "/question" })
  )

export const takeBack = (mission: Mission) =>
  Result.flatMap(underReview(mission), (review) => {
    const last = review.answers.at(-1)
    return last === undefined
      ? refuse("NothingToTakeBack", {})
      : Result.succeed([event.AnswerTakenBack.make({ question: last.question })])
  })

export const conclude = (mission: Mission) =>
  Result.flatMap(underReview(mission), (review) => {
    const at = standing(review.answers)
    return "verdict" in at
      ? Result.succeed([event.ReviewConcluded.make({ verdict: at.verdict })])
      : refuse("ReviewIncomplete", { next: at.question })
  })

export const canChooseWay = (mission: Mission): Decision<void, "ReviewNotOpen" | "VerdictNotOpening"> => {
  if (mission._tag !== "Reviewed") return refuse("ReviewNotOpen", { status: mission._tag }, { rule: "REV-10" })
  const verdict = verdicts[mission.verdict]
  return verdict.opens ? Result.succeed(undefined) : refuse("VerdictNotOpening", { verdict: named(verdict) })
}

export const chooseWay = (mission: Mission, way: Way, reason: string) =>
  Result.map(canChooseWay(mission), () => [event.WayOnChosen.make({ way, reason })])

/** REV-10, COL-1: only a mission whose verdict let others in, and whose way on is a partnership, opens COL-1. */
export const openToPartnership = (mission: Mission) =>
  mission._tag === "WayChosen" && mission.way === "partnership"
    ? Result.succeed(undefined)
    : refuse("MissionNotOpen", { status: mission._tag })

const commonOf = ({ about, competitions, contestability, id, owner, registeredAt }: Mission) => ({
  id,
  owner,
  about,
  registeredAt,
  ...(contestability === undefined ? {} : { contestability }),
  ...(competitions === undefined ? {} : { competitions })
})

const evolveFrom = (mission: Mission, { actor, at, event: happened }: Recorded<MissionEvent>): Mission => {
  const common = commonOf(mission)
  const answers = mission._tag === "Registered" ? [] : mission.answers
  return MissionEvent.match(happened, {
    MissionRegistered: (): Mission => mission,
    MissionDescribed: ({ about }) => ({ ...mission, about }),
    ContestabilityRated: ({ contestability }) => ({ ...mission, contestability }),
    CompetitionRecorded: ({ competition }) => ({
      ...mission,
      competitions: [...(mission.competitions ?? []), competition]
    }),
    ReviewBegun: ({ blueprintDue }): Mission =>
      Mission.cases.UnderReview.make({ ...common, answers: [], begunAt: at, blueprintDue }),
    QuestionAnswered: ({ answer }) =>
      mission._tag === "UnderReview" ? { ...mission, answers: [...mission.answers, answer] } : mission,
    AnswerTakenBack: () =>
      mission._tag === "UnderReview" ? { ...mission, answers: mission.answers.slice(0, -1) } : mission,
    ReviewConcluded: ({ verdict }): Mission =>
      hasAccount(actor)
        ? Mission.cases.Reviewed.make({ ...common, answers, verdict, concludedAt: at, concludedBy: actor.account })
        : mission,
    WayOnChosen: ({ reason, way }): Mission =>
      mission._tag === "Reviewed" || mission._tag === "WayChosen"
        ? { ...mission, _tag: "WayChosen", way, wayReason: reason }
        : mission
  })
}

const nameless: About = { title: { th: "—" }, purpose: "—", provinces: [], routine: false }

export const evolve = (mission: Mission | undefined, recorded: Recorded<MissionEvent>): Mission => {
  const { at, event: happened } = recorded
  if (mission !== undefined) return evolveFrom(mission, recorded)
  const born = happened._tag === "MissionRegistered" ? happened : undefined
  return Mission.cases.Registered.make({
    id: born?.id ?? MissionId.make(unknownId),
    owner: born?.owner ?? OrganisationId.make(unknownId),
    about: born?.about ?? nameless,
    registeredAt: at
  })
}

/** Registered missions are the agency's own; from the verdict on they are public (DEC-43). */
export const missionRecord = defineRecord({
  name: "mission",
  plural: "missions",
  label: { th: "ภารกิจ", en: "mission" },
  State: Mission,
  Event: MissionEvent,
  schemaVersion: 1,
  evolve,
  audiences: [...ownAgency, openly],
  timing: (_, mission) => {
    switch (mission._tag) {
      case "Registered":
        return { since: mission.registeredAt }
      case "UnderReview":
        return { since: mission.begunAt, due: mission.blueprintDue }
      default:
        return { since: mission.concludedAt }
    }
  },
  masks: { state: missionMask, events: missionEventMasks },
  deadline: (mission) => (mission._tag === "UnderReview" ? mission.blueprintDue : undefined),
  access: (mission) =>
    accessOf({ owner: mission.owner, public: mission._tag === "Reviewed" || mission._tag === "WayChosen" }),
  ...listing({
    nextDue: ["full"],
    columns: {
      verdict: Column.choice("ผลการทบทวน", "Verdict", { seenBy: "everyone" }),
      way: Column.choice("แนวทาง", "Way on", { seenBy: "everyone" }),
      market: Column.choice("ลักษณะตลาด", "Kind of market", { seenBy: "everyone" })
    },
    row: (mission: Mission) => ({
      title: mission.about.title,
      status: mission._tag,
      columns: {
        verdict: "verdict" in mission ? mission.verdict : undefined,
        way: "way" in mission ? mission.way : undefined,
        market: mission.contestability?.market
      },
      search: [mission.about.purpose, mission.about.targetGroup ?? ""]
    })
  })
})
