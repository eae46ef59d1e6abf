import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties } from "../kernel/Audience.ts"
import type { Committee, CommitteeEvent, EarlierOrder, Seat } from "./Committee.ts"

/** The public knows the seats by side and position, never who holds them. */
const seat = {
  id: everyone,
  organisation: everyone,
  supporter: everyone,
  side: everyone,
  holder: { subject: parties, erasedAt: everyone, name: parties, position: everyone },
  charged: everyone,
  decides: everyone,
  notDelegateReason: parties
} as const satisfies Mask<Seat>

const ordered = {
  order: everyone,
  secretariat: parties,
  noSecretariatReason: everyone,
  incompleteReason: everyone
} as const

const issued = { ...ordered, reason: everyone, by: person(parties), at: everyone } as const

/** Of the committee as it was, one sees what one sees of it as it is. */
const earlier = { ...issued, members: { each: seat } } as const satisfies Mask<EarlierOrder>

export const committeeMask = {
  cases: {
    Appointed: {
      ...issued,
      _tag: everyone,
      seats: { each: seat },
      earlierOrders: { each: earlier },
      waiver: { reason: everyone, at: everyone }
    },
    Waived: { _tag: everyone, reason: everyone, at: everyone }
  }
} as const satisfies Mask<Committee>

export const committeeEventMasks = {
  CommitteeAppointed: { seen: everyone, actor: parties, data: { ...ordered, seats: { each: seat } } },
  CommitteeChanged: {
    seen: everyone,
    actor: parties,
    data: { ...ordered, reason: everyone, left: { each: everyone }, seats: { each: seat } }
  },
  CommitteeWaived: { seen: everyone, actor: parties, data: { reason: everyone } }
} as const satisfies EventMasks<CommitteeEvent>
