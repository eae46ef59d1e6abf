import { type Mask, person } from "../engine/Mask.ts"
import { everyone, parties } from "../kernel/Audience.ts"
import type { Activity } from "./Activity.ts"
import type { Indicator } from "./Indicator.ts"
import type { Plan } from "./Plan.ts"
import type { Scale } from "./Scale.ts"

const scale = {
  cases: {
    FiveLevel: { _tag: everyone, levels: { each: everyone } },
    FiveLevelStep: { _tag: everyone, steps: { each: everyone }, between: { each: everyone } },
    Anchors: {
      _tag: everyone,
      base: everyone,
      standard: everyone,
      advanced: everyone,
      points: { base: everyone, standard: everyone, advanced: everyone },
      belowBase: everyone
    }
  }
} as const satisfies Mask<Scale>

const indicator = {
  id: everyone,
  name: everyone,
  unit: everyone,
  weight: everyone,
  scale,
  direction: everyone,
  target: everyone,
  baseline: everyone
} as const satisfies Mask<Indicator>

const activity = {
  id: everyone,
  title: everyone,
  ownerRole: everyone,
  recipientRole: everyone,
  period: everyone,
  legalAuthority: everyone,
  noAuthorityReason: parties
} as const satisfies Mask<Activity>

/** What is to be done and reached is public; who took part in writing it may name people. */
export const planMask = {
  version: everyone,
  activities: { each: activity },
  indicators: { each: indicator },
  unreported: everyone,
  stakeholders: { subject: parties, erasedAt: parties, participants: parties },
  adoptedBy: person(parties),
  adoptedAt: everyone
} as const satisfies Mask<Plan>
