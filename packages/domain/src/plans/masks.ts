import { type Mask, person } from "../engine/Mask.ts"
import { everyone, parties, type SeenBy } from "../kernel/Audience.ts"
import type { Activity } from "./Activity.ts"
import type { Indicator } from "./Indicator.ts"
import type { Measures, Plan } from "./Plan.ts"

/** An indicator for one audience: what is proposed is seen by fewer than what is agreed. */
const indicatorFor = <const Seen extends SeenBy>(seen: Seen) =>
  ({
    id: seen,
    name: seen,
    unit: seen,
    weight: seen,
    scale: {
      cases: {
        FiveLevel: { _tag: seen, levels: { each: seen } },
        FiveLevelStep: { _tag: seen, steps: { each: seen }, between: { each: seen } },
        Anchors: {
          _tag: seen,
          base: seen,
          standard: seen,
          advanced: seen,
          points: { base: seen, standard: seen, advanced: seen },
          belowBase: seen
        }
      }
    },
    direction: seen,
    target: seen,
    baseline: seen
  }) as const satisfies Mask<Indicator>

export const measuresFor = <const Seen extends SeenBy>(seen: Seen) =>
  ({ indicators: { each: indicatorFor(seen) }, unreported: seen }) as const satisfies Mask<Measures>

const activity = {
  id: everyone,
  title: everyone,
  ownerRole: everyone,
  recipientRole: everyone,
  period: everyone,
  legalAuthority: everyone,
  noAuthorityReason: parties,
  ruleToIssue: everyone,
  ruleToIssueReason: everyone
} as const satisfies Mask<Activity>

/** What is to be done and reached is public; who took part in writing it may name people. */
export const planMask = {
  version: everyone,
  activities: { each: activity },
  ...measuresFor(everyone),
  stakeholders: { subject: parties, erasedAt: parties, participants: parties },
  noParticipantsReason: everyone,
  evaluationFrame: everyone,
  noFrameReason: everyone,
  adoptedBy: person(parties),
  adoptedAt: everyone,
  agreed: { by: person(parties), mandate: parties, at: everyone }
} as const satisfies Mask<Plan>
