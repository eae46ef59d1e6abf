import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { agency, everyone } from "../kernel/Audience.ts"
import type { Competition, Contestability } from "./Contestability.ts"
import type { About, Mission, MissionEvent } from "./Mission.ts"
import type { Answer } from "./Review.ts"

const about = {
  title: everyone,
  purpose: everyone,
  targetGroup: everyone,
  legalBasis: everyone,
  provinces: { each: everyone },
  routine: everyone,
  invented: everyone
} as const satisfies Mask<About>

const contestability = {
  market: everyone,
  efficiency: everyone,
  quality: everyone,
  innovation: everyone,
  fairness: everyone,
  note: agency
} as const satisfies Mask<Contestability>

/** Once the review is concluded, its answers and their reasons are public (DEC-43). */
const concluded = { question: everyone, answer: everyone, reason: everyone } as const satisfies Mask<Answer>
const underway = { question: agency, answer: agency, reason: agency } as const satisfies Mask<Answer>

const competition = {
  id: everyone,
  on: everyone,
  reference: everyone,
  winner: everyone,
  outcome: everyone
} as const satisfies Mask<Competition>

const common = {
  id: everyone,
  owner: everyone,
  about,
  contestability,
  competitions: { each: competition },
  registeredAt: everyone
} as const
const reviewed = {
  answers: { each: concluded },
  verdict: everyone,
  concludedAt: everyone,
  concludedBy: person(agency)
} as const

export const missionMask = {
  cases: {
    Registered: { _tag: everyone, ...common },
    UnderReview: {
      _tag: everyone,
      ...common,
      answers: { each: underway },
      begunAt: agency,
      blueprintDue: agency
    },
    Reviewed: { _tag: everyone, ...common, ...reviewed },
    WayChosen: { _tag: everyone, ...common, ...reviewed, way: everyone, wayReason: everyone }
  }
} as const satisfies Mask<Mission>

/** How the review came about stays with the agency; what it came to is in the record. */
export const missionEventMasks = {
  MissionRegistered: { seen: everyone, actor: agency, data: { id: everyone, owner: everyone, about } },
  MissionDescribed: { seen: everyone, actor: agency, data: { about } },
  ContestabilityRated: { seen: everyone, actor: agency, data: { contestability } },
  CompetitionRecorded: { seen: everyone, actor: agency, data: { competition } },
  ReviewBegun: { seen: everyone, actor: agency, data: { blueprintDue: everyone, reason: agency } },
  QuestionAnswered: { seen: agency, actor: agency, data: { answer: underway } },
  AnswerTakenBack: { seen: agency, actor: agency, data: { question: agency } },
  ReviewConcluded: { seen: everyone, actor: agency, data: { verdict: everyone } },
  WayOnChosen: { seen: everyone, actor: agency, data: { way: everyone, reason: everyone } }
} as const satisfies EventMasks<MissionEvent>
