import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import {
  type Committee,
  CommitteeEvent,
  checkComposition,
  checkDelegates,
  checkSeats,
  type FormingFacts,
  heldBy,
  type Member,
  type Order,
  type Seat,
  type SeatSide,
  seatOf
} from "./Committee.ts"
import { refuse } from "./refusals.ts"

/** Whoever stays is named neither here nor there; whoever is named in both keeps the seat, on other terms. */
export interface Reshuffle extends Order {
  readonly reason: string
  readonly leaving: ReadonlyArray<{ readonly seat: string }>
  readonly joining: ReadonlyArray<Member>
}

export const canChange = (committee: Committee | undefined) =>
  committee === undefined ? refuse("CommitteeNotFormed", {}) : Result.succeed(committee)

/**
 * COL-6h: the head of the owner or of the recipient changes by a further order the seats of the own side, and those of the
 * supporters. Those of the other side stay as they are: neither throws out whom the other one sends, nor sends somebody
 * for it. Nothing waits for the other side to confirm, for it can give an order of its own. Where the committee was waived,
 * the order forms it, as a first one would.
 */
const ownSeats = (committee: Committee, { joining, leaving }: Reshuffle, side: "owner" | "recipient") =>
  Result.gen(function* () {
    const seats = committee._tag === "Appointed" ? committee.seats : []
    const gone: Array<Seat> = []
    for (const [index, { seat: id }] of leaving.entries()) {
      const seat = seats.find((one) => one.id === id)
      if (seat === undefined) return yield* refuse("SeatUnknown", { seat: id }, { field: `/leaving/${index}/seat` })
      gone.push(seat)
    }
    const isOthers = (one: { readonly side: SeatSide }) => one.side !== side && one.side !== "supporter"
    const other = committee._tag === "Appointed" ? [...gone, ...joining].find(isOthers) : undefined
    if (other !== undefined) return yield* refuse("SeatOfOtherSide", { side: other.side })
    return { gone, staying: seats.filter((seat) => !gone.includes(seat)) }
  })

const isSame = (one: Seat, other: Seat): boolean =>
  one.holder.position === other.holder.position &&
  one.charged === other.charged &&
  one.decides === other.decides &&
  one.notDelegateReason === other.notDelegateReason

/** Which office the committee has: what the order says of it, else what the last one said. */
const officeOf = (committee: Committee, { noSecretariatReason, secretariat }: Order) => {
  const said = {
    ...(secretariat === undefined ? {} : { secretariat }),
    ...(noSecretariatReason === undefined ? {} : { noSecretariatReason })
  }
  if (Object.keys(said).length > 0 || committee._tag === "Waived") return said
  return {
    ...(committee.secretariat === undefined ? {} : { secretariat: committee.secretariat }),
    ...(committee.noSecretariatReason === undefined ? {} : { noSecretariatReason: committee.noSecretariatReason })
  }
}

const isSameOffice = (committee: Committee, office: Omit<Order, "order">): boolean =>
  committee._tag === "Appointed" &&
  committee.secretariat === office.secretariat &&
  committee.noSecretariatReason === office.noSecretariatReason

/** COL-6h: the committee that comes of it is held against what a first appointment is held against. */
export const change = (
  before: Committee | undefined,
  changed: Reshuffle,
  facts: FormingFacts & { readonly side: "owner" | "recipient" },
  { newId }: Context
) =>
  Result.gen(function* () {
    const committee = yield* canChange(before)
    const { gone, staying } = yield* ownSeats(committee, changed, facts.side)
    const { incompleteReason, joining, order, reason } = changed
    yield* checkSeats("joining", joining, staying, facts)
    yield* checkDelegates("joining", joining)
    const office = officeOf(committee, changed)
    const terms = { order, ...(incompleteReason === undefined ? {} : { incompleteReason }), ...office }
    yield* checkComposition("joining", [...staying, ...joining], terms, facts)
    const kept = (member: Member) =>
      gone.find((seat) => seat.side === member.side && heldBy(seat, seat.holder.name) === heldBy(member, member.name))
    const seats = joining.map((member) => {
      const seat = kept(member)
      return seatOf(member, facts, seat?.holder.subject ?? newId(), seat?.id ?? newId())
    })
    const left = gone.filter(({ id }) => !seats.some((seat) => seat.id === id))
    const moved = seats.filter((seat) => !gone.some((one) => one.id === seat.id && isSame(one, seat)))
    if (left.length === 0 && moved.length === 0 && isSameOffice(committee, office))
      return yield* refuse("CommitteeUnchanged", {})
    return [
      CommitteeEvent.cases.CommitteeChanged.make({ ...terms, reason, left: left.map(({ id }) => id), seats: moved })
    ]
  })
