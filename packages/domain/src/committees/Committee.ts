import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import { AccountId, hasAccount, OrganisationId } from "../kernel/Actor.ts"
import { personal, SubjectId } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { doneOrWhyNot } from "../processes/Should.ts"
import { refuse } from "./refusals.ts"

export const SeatSide = Schema.Literals(["owner", "recipient", "supporter"])
export type SeatSide = typeof SeatSide.Type

/** A seat, and who holds it. */
export const Seat = Schema.Struct({
  id: Schema.String,
  /** Absent where a person supports the work as such. */
  organisation: Schema.optionalKey(OrganisationId),
  /** ACT-3: the number of the person who supports the work, and sits here without an organisation. */
  supporter: Schema.optionalKey(Schema.Int),
  side: SeatSide,
  holder: personal({ name: Schema.String, position: Schema.String }),
  /** COL-6c: charged with this by their side, and able to decide for it, or why not. Absent where it was not asked yet. */
  charged: Schema.optionalKey(Schema.Boolean),
  decides: Schema.optionalKey(Schema.Boolean),
  notDelegateReason: Schema.optionalKey(Schema.String)
})
export type Seat = typeof Seat.Type

const ordered = {
  order: Schema.String,
  /** Why not every side has a member (COL-6b); none before it was asked for. */
  incompleteReason: Schema.optionalKey(Schema.String),
  secretariat: Schema.optionalKey(Schema.String),
  noSecretariatReason: Schema.optionalKey(Schema.String)
}

const issued = {
  ...ordered,
  /** COL-6h: why the committee was changed by it; none for the order that appointed it. */
  reason: Schema.optionalKey(Schema.String),
  by: Schema.optionalKey(AccountId),
  at: Instant
}

/** An order that another one has replaced, with the committee as it was under it. */
export const EarlierOrder = Schema.Struct({ ...issued, members: Schema.Array(Seat) })
export type EarlierOrder = typeof EarlierOrder.Type

/** ACT-9: the joint committee as it is by its last order, or the recorded waiver of it (COL-6a). */
export const Committee = Schema.TaggedUnion({
  Appointed: {
    ...issued,
    seats: Schema.Array(Seat),
    /** The orders before this one, the newest last; absent where there is none. */
    earlierOrders: Schema.optionalKey(Schema.Array(EarlierOrder)),
    /** Where it was waived before it was formed after all. */
    waiver: Schema.optionalKey(Schema.Struct({ reason: Schema.String, at: Instant }))
  },
  Waived: { reason: Schema.String, at: Instant }
})
export type Committee = typeof Committee.Type

export const CommitteeEvent = Schema.TaggedUnion({
  CommitteeAppointed: { ...ordered, seats: Schema.Array(Seat) },
  /** COL-6h: the seats that are given up, and those that are taken, or held on other terms, from then on. */
  CommitteeChanged: {
    ...ordered,
    reason: Schema.String,
    left: Schema.Array(Schema.String),
    seats: Schema.Array(Seat)
  },
  CommitteeWaived: { reason: Schema.String }
})
export type CommitteeEvent = typeof CommitteeEvent.Type
const event = CommitteeEvent.cases

export type Member = Omit<Seat, "holder" | "id"> & { readonly name: string; readonly position: string }

export interface Order {
  readonly order: string
  readonly incompleteReason?: string
  readonly secretariat?: string
  readonly noSecretariatReason?: string
}

export interface Appointment extends Order {
  readonly members: ReadonlyArray<Member>
}

/** What the composition is held against: the model, and the sides that take part. */
export interface FormingFacts {
  readonly model: "grant" | "contracting" | "commissioning"
  readonly sides: ReadonlyArray<SeatSide>
  readonly owner: OrganisationId
  readonly recipient: OrganisationId | undefined
  /** ACT-3: organisations that were named to support the work; none of them is owner or recipient. */
  readonly supporters: ReadonlyArray<OrganisationId>
  /** ACT-3: persons whom both sides named to support the work. */
  readonly persons: ReadonlyArray<{ readonly no: number; readonly name: string; readonly subject: SubjectId }>
}

export const canForm = (committee: Committee | undefined) =>
  committee === undefined ? Result.succeed(undefined) : refuse("CommitteeAlreadyFormed", {})

/** ACT-3: the person who sits without an organisation, if it is one whom both sides named. */
const personOf = ({ persons }: Pick<FormingFacts, "persons">, { name, organisation, side, supporter }: Member) =>
  side !== "supporter" || organisation !== undefined
    ? undefined
    : persons.find((person) => person.no === supporter && person.name === name)

/** Owner and recipient sit for themselves, a supporter if it was named as one. */
const standsOn = (facts: FormingFacts, member: Member): boolean => {
  const { organisation, side, supporter } = member
  if (supporter !== undefined) return personOf(facts, member) !== undefined
  if (organisation === undefined) return false
  if (side === "supporter") return facts.supporters.includes(organisation)
  return organisation === (side === "owner" ? facts.owner : facts.recipient)
}

/** Whose seat it is: nobody sits twice for the same. */
export const heldBy = (
  { organisation, supporter }: Pick<Seat, "organisation" | "supporter">,
  name: string | undefined
): string => `${organisation ?? supporter} ${name}`

export const checkSeats = (
  list: "joining" | "members",
  members: ReadonlyArray<Member>,
  staying: ReadonlyArray<Seat>,
  facts: FormingFacts
) => {
  const seated = new Set(staying.map((seat) => heldBy(seat, seat.holder.name)))
  for (const [index, member] of members.entries()) {
    const field = `/${list}/${index}`
    const problem = member.supporter === undefined ? "OrganisationNotOfSide" : "NotThatPerson"
    if (!standsOn(facts, member)) return refuse("SeatRefused", { member: index + 1, problem }, { field })
    const held = heldBy(member, member.name)
    if (seated.has(held)) return refuse("SeatRefused", { member: index + 1, problem: "MemberTwice" }, { field })
    seated.add(held)
  }
  return Result.succeed(undefined)
}

/** COL-6c: each member is charged with this by their side and can decide for it, or it is said why not. */
export const checkDelegates = (list: "joining" | "members", members: ReadonlyArray<Member>) =>
  Result.gen(function* () {
    for (const [index, { charged, decides, notDelegateReason: reason }] of members.entries()) {
      const subject = {
        th: `กรรมการลำดับที่ ${index + 1} ไม่ได้รับมอบหมายให้ทำหน้าที่นี้เป็นการเฉพาะ หรือตัดสินใจแทนฝ่ายของตนไม่ได้`,
        en: `member ${index + 1} is not charged with this duty, or cannot decide for their side`
      }
      const done = charged === true && decides === true
      yield* doneOrWhyNot({ rule: "COL-6c", done, reason, subject, field: `/${list}/${index}/notDelegateReason` })
    }
  })

/** COL-6b, COM-1c: what the committee should have, or why it does not; in commissioning it is full (COL-6a). */
export const checkComposition = (
  list: "joining" | "members",
  members: ReadonlyArray<Pick<Seat, "side">>,
  { incompleteReason, noSecretariatReason, secretariat }: Order,
  { model, sides }: FormingFacts
) => {
  const missing = sides.filter((side) => !members.some((member) => member.side === side))
  if (missing.length > 0 && model === "commissioning")
    return refuse("CommitteeIncomplete", { missing }, { rule: "COL-6a", field: `/${list}` })
  if (missing.length > 0 && incompleteReason === undefined)
    return refuse("CommitteeIncomplete", { missing }, { field: `/${list}` })
  return model === "commissioning" && secretariat === undefined && noSecretariatReason === undefined
    ? refuse("SecretariatMissing", {}, { field: "/secretariat" })
    : Result.succeed(undefined)
}

/** A person who was named as a supporter is the same person on the seat, and erased with it. */
export const seatOf = (member: Member, facts: FormingFacts, subject: string, id: string): Seat => {
  const { name, position, ...seat } = member
  const holder = { subject: personOf(facts, member)?.subject ?? SubjectId.make(subject), name, position }
  return { ...seat, id, holder }
}

export const appoint = (
  committee: Committee | undefined,
  { members, ...appointment }: Appointment,
  facts: FormingFacts,
  { newId }: Context
) =>
  Result.gen(function* () {
    yield* canForm(committee)
    yield* checkSeats("members", members, [], facts)
    yield* checkDelegates("members", members)
    yield* checkComposition("members", members, appointment, facts)
    const seats = members.map((member) => seatOf(member, facts, newId(), newId()))
    return [event.CommitteeAppointed.make({ ...appointment, seats })]
  })

/** COL-6a: a full committee may be waived with a reason, but never for commissioning. */
export const canWaive = (committee: Committee | undefined, { model }: Pick<FormingFacts, "model">) =>
  Result.flatMap(canForm(committee), () =>
    model === "commissioning" ? refuse("CommitteeNotWaivable", {}) : Result.succeed(undefined)
  )

export const waive = (committee: Committee | undefined, reason: string, facts: Pick<FormingFacts, "model">) =>
  Result.map(canWaive(committee, facts), () => [event.CommitteeWaived.make({ reason })])

const replaced = (committee: Extract<Committee, { readonly _tag: "Appointed" }>): EarlierOrder => {
  const { _tag: _, earlierOrders: __, seats: members, waiver: ___, ...order } = committee
  return { ...order, members }
}

/** What came before an order: the orders that it replaces, and the waiver that the first one did away with. */
const before = (committee: Committee | undefined) => {
  if (committee === undefined) return {}
  if (committee._tag === "Waived") return { waiver: { reason: committee.reason, at: committee.at } }
  const { waiver } = committee
  return {
    earlierOrders: [...(committee.earlierOrders ?? []), replaced(committee)],
    ...(waiver === undefined ? {} : { waiver })
  }
}

/** Whoever holds a seat on other terms keeps its place among the others. */
const seatsAfter = (committee: Committee | undefined, left: ReadonlyArray<string>, taken: ReadonlyArray<Seat>) => {
  const seats = committee?._tag === "Appointed" ? committee.seats : []
  const staying = seats.filter(({ id }) => !left.includes(id))
  return [
    ...staying.map((seat) => taken.find(({ id }) => id === seat.id) ?? seat),
    ...taken.filter(({ id }) => !staying.some((seat) => seat.id === id))
  ]
}

export const evolve = (
  committee: Committee | undefined,
  { actor, at, event: happened }: Recorded<CommitteeEvent>
): Committee => {
  const issuing = { ...(hasAccount(actor) ? { by: actor.account } : {}), at }
  return CommitteeEvent.match(happened, {
    CommitteeAppointed: ({ _tag, ...appointed }): Committee =>
      Committee.cases.Appointed.make({ ...appointed, ...issuing }),
    CommitteeChanged: ({ _tag, left, seats, ...changed }): Committee =>
      Committee.cases.Appointed.make({
        ...changed,
        ...issuing,
        ...before(committee),
        seats: seatsAfter(committee, left, seats)
      }),
    CommitteeWaived: ({ reason }): Committee => Committee.cases.Waived.make({ reason, at })
  })
}
