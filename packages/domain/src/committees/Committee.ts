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
  organisation: OrganisationId,
  side: SeatSide,
  holder: personal({ name: Schema.String, position: Schema.String }),
  /** COL-6c: charged with this by their side, and able to decide for it, or why not. Absent where it was not asked yet. */
  charged: Schema.optionalKey(Schema.Boolean),
  decides: Schema.optionalKey(Schema.Boolean),
  notDelegateReason: Schema.optionalKey(Schema.String)
})
export type Seat = typeof Seat.Type

/** ACT-9: the joint committee, or the recorded waiver of it (COL-6a). */
export const Committee = Schema.TaggedUnion({
  Appointed: {
    order: Schema.String,
    seats: Schema.Array(Seat),
    /** Why not every side has a member (COL-6b); none before it was asked for. */
    incompleteReason: Schema.optionalKey(Schema.String),
    secretariat: Schema.optionalKey(Schema.String),
    noSecretariatReason: Schema.optionalKey(Schema.String),
    by: Schema.optionalKey(AccountId),
    at: Instant
  },
  Waived: { reason: Schema.String, at: Instant }
})
export type Committee = typeof Committee.Type

export const CommitteeEvent = Schema.TaggedUnion({
  CommitteeAppointed: {
    order: Schema.String,
    seats: Schema.Array(Seat),
    /** Why not every side has a member (COL-6b); none before it was asked for. */
    incompleteReason: Schema.optionalKey(Schema.String),
    secretariat: Schema.optionalKey(Schema.String),
    noSecretariatReason: Schema.optionalKey(Schema.String)
  },
  CommitteeWaived: { reason: Schema.String }
})
export type CommitteeEvent = typeof CommitteeEvent.Type
const event = CommitteeEvent.cases

export interface Appointment {
  readonly order: string
  readonly members: ReadonlyArray<Omit<Seat, "holder" | "id"> & { readonly name: string; readonly position: string }>
  readonly incompleteReason?: string
  readonly secretariat?: string
  readonly noSecretariatReason?: string
}

/** What the composition is held against: the model, and the sides that take part. */
export interface FormingFacts {
  readonly model: "grant" | "contracting" | "commissioning"
  readonly sides: ReadonlyArray<SeatSide>
  readonly owner: OrganisationId
  readonly recipient: OrganisationId | undefined
  /** ACT-3: organisations that were named to support the work; none of them is owner or recipient. */
  readonly supporters: ReadonlyArray<OrganisationId>
}

export const canForm = (committee: Committee | undefined) =>
  committee === undefined ? Result.succeed(undefined) : refuse("CommitteeAlreadyFormed", {})

type Member = Appointment["members"][number]

/** Owner and recipient sit for themselves, a supporter if it was named as one. */
const standsOn = ({ owner, recipient, supporters }: FormingFacts, { organisation, side }: Member): boolean =>
  side === "supporter" ? supporters.includes(organisation) : organisation === (side === "owner" ? owner : recipient)

const checkSeats = (members: ReadonlyArray<Member>, facts: FormingFacts) => {
  const seated = new Set<string>()
  for (const [index, member] of members.entries()) {
    const { name, organisation } = member
    const field = `/members/${index}`
    if (!standsOn(facts, member))
      return refuse("SeatRefused", { member: index + 1, problem: "OrganisationNotOfSide" }, { field })
    if (seated.has(`${organisation} ${name}`))
      return refuse("SeatRefused", { member: index + 1, problem: "MemberTwice" }, { field })
    seated.add(`${organisation} ${name}`)
  }
  return Result.succeed(undefined)
}

/** COL-6c: each member is charged with this by their side and can decide for it, or it is said why not. */
const checkDelegates = (members: ReadonlyArray<Member>) =>
  Result.gen(function* () {
    for (const [index, { charged, decides, notDelegateReason: reason }] of members.entries()) {
      const subject = {
        th: `กรรมการลำดับที่ ${index + 1} ไม่ได้รับมอบหมายให้ทำหน้าที่นี้เป็นการเฉพาะ หรือตัดสินใจแทนฝ่ายของตนไม่ได้`,
        en: `member ${index + 1} is not charged with this duty, or cannot decide for their side`
      }
      const done = charged === true && decides === true
      yield* doneOrWhyNot({ rule: "COL-6c", done, reason, subject, field: `/members/${index}/notDelegateReason` })
    }
  })

/** COL-6b, COM-1c: what the committee should have, or why it does not; in commissioning it is full (COL-6a). */
export const appoint = (
  committee: Committee | undefined,
  { members, ...appointment }: Appointment,
  facts: FormingFacts,
  { newId }: Context
) =>
  Result.gen(function* () {
    yield* canForm(committee)
    const { model, sides } = facts
    yield* checkSeats(members, facts)
    yield* checkDelegates(members)
    const missing = sides.filter((side) => !members.some((member) => member.side === side))
    if (missing.length > 0 && model === "commissioning")
      return yield* refuse("CommitteeIncomplete", { missing }, { rule: "COL-6a", field: "/members" })
    if (missing.length > 0 && appointment.incompleteReason === undefined)
      return yield* refuse("CommitteeIncomplete", { missing }, { field: "/members" })
    if (
      model === "commissioning" &&
      appointment.secretariat === undefined &&
      appointment.noSecretariatReason === undefined
    )
      return yield* refuse("SecretariatMissing", {}, { field: "/secretariat" })
    const appointed = members.map(({ name, position, ...seat }): Seat => {
      const holder = { subject: SubjectId.make(newId()), name, position }
      return { ...seat, id: newId(), holder }
    })
    return [event.CommitteeAppointed.make({ ...appointment, seats: appointed })]
  })

/** COL-6a: a full committee may be waived with a reason, but never for commissioning. */
export const canWaive = (committee: Committee | undefined, { model }: Pick<FormingFacts, "model">) =>
  Result.flatMap(canForm(committee), () =>
    model === "commissioning" ? refuse("CommitteeNotWaivable", {}) : Result.succeed(undefined)
  )

export const waive = (committee: Committee | undefined, reason: string, facts: Pick<FormingFacts, "model">) =>
  Result.map(canWaive(committee, facts), () => [event.CommitteeWaived.make({ reason })])

export const evolve = (_: Committee | undefined, { actor, at, event: happened }: Recorded<CommitteeEvent>): Committee =>
  CommitteeEvent.match(happened, {
    CommitteeAppointed: ({ _tag, ...appointed }): Committee =>
      Committee.cases.Appointed.make({ ...appointed, ...(hasAccount(actor) ? { by: actor.account } : {}), at }),
    CommitteeWaived: ({ reason }): Committee => Committee.cases.Waived.make({ reason, at })
  })
