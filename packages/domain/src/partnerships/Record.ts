import { defineRecord, owner, status } from "../engine/Record.ts"
import { fundingPostings } from "../funding/Ledger.ts"
import { accessOf } from "../kernel/Actor.ts"
import { amongParties, openly, ownAgency } from "../kernel/Audience.ts"
import { toDecimalString } from "../kernel/Money.ts"
import * as Course from "../processes/Course.ts"
import { involved } from "./Involved.ts"
import type { Party } from "./Parties.ts"
import { evolve, isFunding, Partnership, PartnershipEvent } from "./Partnership.ts"
import { timeInProcess } from "./Place.ts"

const currentStep = ({ course }: Partnership): string | undefined =>
  Course.openSteps(Course.composedOf(course), course)[0]?.key

/** Whoever stood beside the organisation that was selected takes no further part. */
const takesPart =
  (recipient: string | undefined) =>
  ({ as, organisation }: Party): boolean =>
    as !== "candidate" || recipient === undefined || organisation === recipient

/** The end of the term is awaited as long as there is work to be done. */
const atWork: ReadonlyArray<Partnership["standing"]["_tag"]> = ["Running", "Suspended"]

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
  filters: {
    status,
    owner,
    mission: { th: "ภารกิจ", en: "Mission" },
    model: { th: "รูปแบบ", en: "Model" },
    recipient: { th: "ผู้รับมอบภารกิจ", en: "Recipient" },
    step: { th: "ขั้นตอนปัจจุบัน", en: "Current step" }
  },
  waiting: ["Running", "Suspended", "Terminated"],
  audiences: [...ownAgency, amongParties, openly],
  access: ({ agreement, owner, parties, recipient }) =>
    accessOf({
      owner,
      parties: [
        ...new Set([
          ...parties.filter(takesPart(recipient)).map(({ organisation }) => organisation),
          ...(recipient === undefined ? [] : [recipient])
        ])
      ],
      public:
        agreement !== undefined &&
        agreement._tag !== "Draft" &&
        agreement._tag !== "Signing" &&
        agreement.announcement !== undefined
    }),
  row: (partnership) => {
    const { agreement, choice, mission, recipient, standing, title } = partnership
    const step = standing._tag === "Running" ? currentStep(partnership) : undefined
    return {
      title,
      status: standing._tag,
      facets: {
        mission,
        ...(choice === undefined ? {} : { model: choice.model }),
        ...(recipient === undefined ? {} : { recipient }),
        ...(step === undefined ? {} : { step }),
        ...(agreement === undefined ? {} : { value: toDecimalString(agreement.terms.value) }),
        ...(agreement === undefined || !atWork.includes(standing._tag) ? {} : { due: agreement.terms.period.to })
      },
      search: []
    }
  },
  timing: timeInProcess,
  deadline: ({ agreement, standing }) =>
    agreement === undefined || !atWork.includes(standing._tag) ? undefined : agreement.terms.period.to,
  involved,
  postings: ({ funding, id }, event) => (isFunding(event) ? fundingPostings(id, event, funding) : [])
})
