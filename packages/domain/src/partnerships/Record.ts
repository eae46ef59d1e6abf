import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import type { Shown } from "../engine/Shown.ts"
import { withBooks } from "../funding/Books.ts"
import { fundingPostings } from "../funding/Ledger.ts"
import { accessOf } from "../kernel/Actor.ts"
import { amongCandidates, amongParties, byAssignment, office, openly } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import * as Course from "../processes/Course.ts"
import { looking, standing } from "./Assignments.ts"
import { atWork, endingDue } from "./decisions/due.ts"
import { filesIn } from "./Evidence.ts"
import { involved } from "./Involved.ts"
import { partnershipEventMasks, partnershipMask } from "./masks.ts"
import type { Party } from "./Parties.ts"
import { evolve, isFunding, Partnership, PartnershipEvent } from "./Partnership.ts"
import { timeInProcess } from "./Place.ts"

/** A partnership as whoever may read it is shown it. */
export type PartnershipView = Shown<
  Partnership,
  typeof partnershipMask,
  "full" | "candidate" | "party" | "assigned" | "public"
>

const currentStep = ({ course }: Partnership): string | undefined =>
  Course.openSteps(Course.composedOf(course), course)[0]?.key

/** Whoever stood beside the organisation that was selected takes no further part. */
const takesPart =
  (recipient: string | undefined) =>
  ({ as, organisation }: Party): boolean =>
    as !== "candidate" || recipient === undefined || organisation === recipient

/**
 * A partnership is seen by its agency and by the organisations in it; by the public once its agreement has been
 * announced (COL-5a).
 */
export const partnershipRecord = defineRecord({
  name: "partnership",
  plural: "partnerships",
  label: { th: "ความร่วมมือ", en: "partnership" },
  State: Partnership,
  Event: PartnershipEvent,
  schemaVersion: 1,
  evolve,
  // Whoever may still be selected is tried before the parties: with every other part it takes, it stays a candidate.
  audiences: [{ name: "full", allow: office }, amongCandidates, amongParties, byAssignment, openly],
  masks: { state: partnershipMask, events: partnershipEventMasks },
  access: ({ agreement, assignments, owner, parties, recipient }) =>
    accessOf({
      owner,
      assigned: looking({ assignments, parties, recipient }).map(standing),
      parties: [
        ...new Set([
          ...parties.filter(takesPart(recipient)).map(({ organisation }) => organisation),
          ...(recipient === undefined ? [] : [recipient])
        ])
      ],
      candidates:
        recipient === undefined
          ? [...new Set(parties.filter(({ as }) => as === "candidate").map(({ organisation }) => organisation))]
          : [],
      public:
        agreement !== undefined &&
        agreement._tag !== "Draft" &&
        agreement._tag !== "Signing" &&
        agreement.announcement !== undefined
    }),
  ...listing({
    nextDue: ["full", "party", "assigned"],
    columns: {
      mission: Column.reference("mission", "ภารกิจ", "Mission", { seenBy: "everyone" }),
      model: Column.choice("รูปแบบ", "Model", { seenBy: "everyone" }),
      recipient: Column.reference("organisation", "ผู้รับมอบภารกิจ", "Recipient", { seenBy: "everyone" }),
      step: Column.choice("ขั้นตอนปัจจุบัน", "Current step", { seenBy: "everyone" }),
      value: Column.money("วงเงินตามข้อตกลง", "Value of the agreement", {
        seenBy: ["full", "party", "assigned", "public"]
      }),
      due: Column.date("สิ้นสุดข้อตกลง", "Agreement ends", { seenBy: ["full", "party", "assigned", "public"] })
    },
    row: (partnership: Partnership) => {
      const { agreement, choice, mission, recipient, standing, title } = partnership
      return {
        title,
        status: standing._tag,
        columns: {
          mission,
          model: choice?.model,
          recipient,
          step: standing._tag === "Running" ? currentStep(partnership) : undefined,
          value: agreement?.terms.value,
          due: atWork.includes(standing._tag) ? agreement?.terms.period.to : undefined
        }
      }
    }
  }),
  groups: ["mission"],
  prepare: (partnership) => ({
    ...partnership,
    course: Course.withStanding(partnership.course),
    funding: withBooks(partnership.funding)
  }),
  timing: timeInProcess,
  deadline: endingDue,
  involved,
  assignedFrom: ({ assignments }, account) => assignments.find((one) => one.account === account)?.organisation,
  files: ({ evidence }) => filesIn(evidence as Parameters<typeof filesIn>[0]),
  postings: ({ funding, id }, event) => (isFunding(event) ? fundingPostings(id, event, funding) : [])
})
