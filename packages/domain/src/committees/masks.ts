import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties } from "../kernel/Audience.ts"
import type { Committee, CommitteeEvent, Seat } from "./Committee.ts"

/** The public knows the seats by side and position, never who holds them. */
const seat = {
  id: everyone,
  organisation: everyone,
  side: everyone,
  holder: { subject: parties, erasedAt: everyone, name: parties, position: everyone },
  charged: everyone,
  decides: everyone,
  notDelegateReason: parties
} as const satisfies Mask<Seat>

const appointed = {
  order: everyone,
  seats: { each: seat },
  secretariat: parties,
  noSecretariatReason: everyone,
  incompleteReason: everyone
} as const

export const committeeMask = {
  cases: {
    Appointed: { _tag: everyone, ...appointed, by: person(parties), at: everyone },
    Waived: { _tag: everyone, reason: everyone, at: everyone }
  }
} as const satisfies Mask<Committee>

export const committeeEventMasks = {
  CommitteeAppointed: { seen: everyone, actor: parties, data: appointed },
  CommitteeWaived: { seen: everyone, actor: parties, data: { reason: everyone } }
} as const satisfies EventMasks<CommitteeEvent>
