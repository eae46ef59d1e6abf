import { text } from "../../journeys/Cast.ts"
import { factsOf } from "../../journeys/Facts.ts"
import { preparedIn } from "../../journeys/Partnership.ts"
import { off, on, onlyWhatThereIs, type Rows } from "../Row.ts"

const complete = (step: string, facts: object = factsOf(step)) => ({ step, facts })

export const processRows = {
  StepUnknown: [
    {
      says: "a step that there is not is not done",
      stage: "chosen",
      rule: "COL-9",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.complete", complete("COL-99"))
    }
  ],
  StepNotOpen: [
    {
      says: "the preliminary discussion goes in order",
      stage: "commissioning selected",
      rule: "COL-4b",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.complete", complete("COL-4b"))
    },
    {
      says: "no committee before the agreement is announced",
      stage: "signed",
      rule: "COL-6a",
      ask: on("executive", "committees.waive", { reason: "งานเล็ก" })
    },
    {
      says: "the owner evaluates once the service has been given",
      stage: "commissioning paid",
      rule: "COM-6",
      ask: on("evaluator", "evaluations.submit", { method: "internal", results: [], findings: "ดี" })
    }
  ],
  StepAlreadyDone: [
    {
      says: "a step is done once",
      stage: "proposed",
      rule: "PBC-1",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.complete", complete("PBC-1"))
    }
  ],
  StepNotSkippable: [
    {
      says: "the announcement is not passed over",
      stage: "signed",
      rule: "COL-5a",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.skip", { step: "COL-5a", reason: "ไม่จำเป็น" })
    },
    {
      says: "telling one's own people is not passed over",
      stage: "signed",
      rule: "COL-5c",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.skip", { step: "COL-5c", reason: "ไม่จำเป็น" })
    }
  ],
  StepFactsMissing: [
    {
      says: "a call says all that it must",
      stage: "chosen",
      rule: "PBC-1",
      ask: on("officer", "steps.complete", complete("PBC-1", { scope: "ทั้งจังหวัด" }))
    }
  ],
  StepDoneByAct: [
    {
      says: "signing is done by signing",
      stage: "drafted",
      rule: "COL-5b",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "steps.complete", complete("COL-5b", {}))
    }
  ],
  WrongLane: [
    {
      says: "the owner does not propose for others",
      stage: "chosen",
      rule: "PBC-1",
      except: { admin: onlyWhatThereIs },
      ask: on("editor", "steps.complete", complete("PBC-1"))
    }
  ],
  AlreadyConfirmed: [
    {
      says: "the joint decision waits for the other side",
      stage: "commissioning half confirmed",
      rule: "COM-1",
      ask: on("officer", "steps.complete", complete("COM-1"))
    }
  ],
  SeparationOfDuties: [
    {
      says: "whoever accepted the evaluation does not pay on it",
      stage: "second tranche prepared after an executive accepted",
      rule: "SEP-1",
      ask: on("executive", "disbursements.approve", (_, stage) => ({ disbursement: preparedIn(stage) }))
    }
  ],
  OverlayRefused: [
    {
      says: "thirteen rounds are too many, and a ‡ rule is not waived",
      stage: "nothing",
      rule: "PRO-1",
      ask: off("officer", "processes.adapt", {
        overlay: {
          title: text("สิบสามรอบ"),
          model: "contracting",
          edits: [{ _tag: "SetRounds", count: 13 }],
          waivers: [{ rule: "PBC-7", reason: "รีบ" }]
        }
      })
    }
  ],
  ProcessUpToDate: [
    {
      says: "nothing newer is taken up where there is nothing newer",
      stage: "chosen",
      rule: "PRO-1",
      ask: on("officer", "partnerships.upgrade-process")
    }
  ],
  RoundBegun: [
    {
      says: "what a round is held against stays once its money has been paid",
      stage: "first tranche paid",
      rule: "PBC-7",
      ask: on("officer", "partnerships.adapt", {})
    }
  ],
  ThresholdUnreachable: [
    {
      says: "a score that nothing reaches is not set",
      stage: "planned, with a process that accepts nothing",
      rule: "PBC-7",
      ask: on("officer", "partnerships.adapt", (_, { other: process }) => ({ process }))
    }
  ],
  NoProcessProposed: [
    {
      says: "nothing is confirmed that was not proposed",
      stage: "announced",
      rule: "PRO-1",
      ask: on("signatory", "partnerships.confirm-process")
    }
  ],
  ProcessMoveRefused: [
    {
      says: "what has been done is not lost to another process",
      stage: "proposed, with a process that comes too late",
      rule: "PRO-1",
      ask: on("officer", "partnerships.adapt", (_, { other: process }) => ({ process }))
    }
  ]
} as const satisfies Record<string, Rows>
