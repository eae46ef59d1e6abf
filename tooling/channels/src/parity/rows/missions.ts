import { text } from "../../journeys/Cast.ts"
import { term } from "../../journeys/Days.ts"
import { choice, rated } from "../../journeys/Partnership.ts"
import { off, on, onlyWhatFits, type Rows } from "../Row.ts"

const onlyTheQuestionAtHand = "the tree shows only what can be done at the question at hand"

export const missionRows = {
  ReviewNotOpen: [
    {
      says: "a question is answered within a review",
      stage: "a mission",
      rule: "REV-0",
      except: { admin: onlyTheQuestionAtHand },
      ask: on("officer", "missions.answer", { question: "REV-1", answer: true })
    }
  ],
  ReviewAlreadyOpen: [
    {
      says: "one review at a time",
      stage: "a mission under review",
      rule: "REV-0",
      ask: on("officer", "missions.begin-review")
    }
  ],
  QuestionOutOfOrder: [
    {
      says: "the questions come in their order",
      stage: "a mission under review",
      rule: "REV-0",
      except: { admin: onlyTheQuestionAtHand },
      ask: on("officer", "missions.answer", { question: "REV-3", answer: true })
    }
  ],
  ReviewAnswered: [
    {
      says: "a review that is answered takes no further answer",
      stage: "a mission answered to its end",
      rule: "REV-0",
      except: { admin: onlyTheQuestionAtHand },
      ask: on("officer", "missions.answer", { question: "REV-2", answer: true })
    }
  ],
  NothingToTakeBack: [
    {
      says: "an answer that was not given is not taken back",
      stage: "a mission under review",
      rule: "REV-0",
      except: { admin: onlyTheQuestionAtHand },
      ask: on("officer", "missions.take-back-answer")
    }
  ],
  ReviewIncomplete: [
    {
      says: "a review ends with its last answer",
      stage: "a mission under review",
      rule: "REV-0",
      except: { admin: onlyTheQuestionAtHand },
      ask: on("officer", "missions.conclude-review")
    }
  ],
  VerdictNotOpening: [
    {
      says: "a mission to be ended has no way on",
      stage: "a mission to be ended",
      rule: "REV-10",
      ask: on("officer", "missions.choose-way", { way: "partnership", reason: "อยากทำ" })
    }
  ],
  MissionNotOpen: [
    {
      says: "no partnership begins before the review",
      stage: "a mission",
      rule: "COL-1",
      except: { admin: onlyWhatFits },
      ask: off("officer", "partnerships.start", (_, { id: mission }) => ({ mission, title: text("ความร่วมมือ") }))
    }
  ],
  CompetitionNeeded: [
    {
      says: "where no market competes, a renewal needs a new competition",
      stage: "signed, on a delegated mission",
      rule: "CNT-1a",
      ask: on("executive", "agreements.renew", { period: term, reason: "ทำต่อ" })
    }
  ],
  ContestabilityUnrated: [
    {
      says: "a mission is rated before an agreement on it is renewed",
      stage: "signed, on a mission that is not rated",
      rule: "CNT-1",
      ask: on("executive", "agreements.renew", { period: term, reason: "ทำต่อ" })
    }
  ],
  EvaluationNeeded: [
    {
      says: "commissioning is renewed on an evaluation",
      stage: "commissioning paid",
      rule: "CNT-1",
      ask: on("executive", "agreements.renew", { period: term, reason: "ทำต่อ" })
    }
  ],
  ContestabilityFixed: [
    {
      says: "what a contract was made under is not rated otherwise while it runs",
      stage: "a mission under contract",
      rule: "CNT-1",
      ask: on("officer", "missions.rate-contestability", rated("delegated"))
    }
  ],
  SecondPartnership: [
    {
      says: "whoever has the mission goes on by a renewal, or wins it anew",
      stage: "proposed by whoever has the mission already",
      rule: "CNT-1a",
      ask: on("officer", "partners.select", ({ recipient }) => ({
        organisation: recipient,
        justification: "คะแนนสูงสุด"
      }))
    }
  ],
  ReviewUndoes: [
    {
      says: "a mission is reviewed under a running agreement for a reason",
      stage: "a mission under contract",
      rule: "REV-0",
      ask: on("officer", "missions.begin-review")
    }
  ],
  ReasonMissing: [
    {
      says: "against the recommendation a reason is written down",
      stage: "started",
      rule: "MOD-2",
      ask: on("executive", "models.choose", { ...choice("contracting"), model: "grant" })
    },
    {
      says: "direct persuasion rests on a written justification",
      stage: "started",
      rule: "COL-9b",
      ask: on("officer", "models.choose", { ...choice("contracting"), way: "persuasion" })
    }
  ],
  OverrideNotAuthorised: [
    {
      says: "against the recommendation an executive chooses",
      stage: "started",
      rule: "MOD-2",
      ask: on("officer", "models.choose", { ...choice("contracting"), model: "grant", reason: "เหมาะกว่า" })
    }
  ],
  ModelAlreadyChosen: [
    {
      says: "the model is chosen once",
      stage: "chosen",
      rule: "MOD-1",
      ask: on("officer", "models.choose", choice("contracting"))
    }
  ],
  WayNotForModel: [
    {
      says: "commissioning does not begin with a call",
      stage: "started",
      rule: "COL-9",
      ask: on("officer", "models.choose", { ...choice("commissioning"), way: "call" })
    },
    {
      says: "nor is it drawn so",
      stage: "nothing",
      rule: "COL-9",
      except: { admin: "no screen draws a process before its model is chosen" },
      ask: off(null, "process.diagram", { model: "commissioning", way: "call" })
    }
  ]
} as const satisfies Record<string, Rows>
