import { Effect, Option, Result, Schema } from "effect"
import { type AccountHolder, type Actor, organisationOf } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { type PersonalValue, SubjectId } from "../kernel/Personal.ts"
import type { Decision, Refusal } from "../kernel/Refusal.ts"
import { bangkokDay, type Instant } from "../kernel/ThaiDate.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import { type Append, EventStore } from "./EventStore.ts"
import { PersonalDataErased, peopleIn } from "./Evolve.ts"
import type { Change, Target } from "./Handler.ts"
import { type AnyRecordType, busy, load, type OpenRecord, orBusy } from "./OpenRecord.ts"
import type { RecordType } from "./Record.ts"
import { refuse } from "./refusals.ts"

interface Tagged {
  readonly _tag: string
}

type Input = { readonly reason: string; readonly subject?: string }

/** What the operations that erase a person have in common. */
export const erasingPerson = {
  irreversible: { th: "ข้อมูลที่ลบแล้วกู้คืนไม่ได้", en: "What has been erased cannot be brought back" },
  onward: false,
  input: Schema.Struct({
    subject: Field.written(SubjectId, "text", "บุคคล", "Person"),
    reason: Field.prose("เหตุผล", "Reason", {
      th: "ไม่ต้องระบุชื่อหรืออีเมลของเจ้าของข้อมูล เหตุผลนี้จะยังอยู่ในประวัติ",
      en: "Leave out the person's name and e-mail address: the reason stays in the history"
    })
  }),
  /** An account elsewhere in the owner's records must have ended. */
  refusals: ["PersonUnknown", "PersonalDataGone", "AccountNotEnded"],
  rules: ["SEC-3"],
  concurrency: "version"
} as const

type NotErased = (typeof erasingPerson.refusals)[number]
type None = Record<never, never>

interface Erasing<State> {
  /** Of whom the record is, where it is about one person and the input names nobody. */
  readonly subject?: (state: State) => string
}

const textsOf = (values: ReadonlyArray<PersonalValue>): string =>
  [
    ...new Set(
      values.flatMap(({ erasedAt: _, subject: __, ...fields }) =>
        Object.values(fields).filter((field) => typeof field === "string")
      )
    )
  ]
    .join(" · ")
    .slice(0, 200)

const stillHeld = (values: ReadonlyArray<PersonalValue>): boolean =>
  values.some(({ erasedAt }) => erasedAt === undefined)

/** The people in the record whose data is not erased, each by what is known of them. */
const named = (type: AnyRecordType, state: unknown): ReadonlyArray<Target> =>
  [...peopleIn(type, state)]
    .filter(([, values]) => stillHeld(values))
    .map(([subject, values]) => ({
      field: "subject",
      value: subject,
      label: { th: textsOf(values), en: textsOf(values) }
    }))

const checkHeld = (type: AnyRecordType, state: unknown, subject: string): Decision<void, NotErased> => {
  const values = peopleIn(type, state).get(subject)
  if (values === undefined) return refuse("PersonUnknown", { person: subject }, { field: "/subject" })
  const [gone] = values
  return stillHeld(values) || gone?.erasedAt === undefined
    ? Result.succeed(undefined)
    : refuse("PersonalDataGone", { at: bangkokDay(gone.erasedAt as Instant) })
}

/**
 * SEC-3: how a person is erased from a record, and with it from all records of the same owner. Every kind of record that
 * holds personal data has such an operation; the event, the new state and the store's part are the same for all.
 */
export const erasing = <State, Event extends Tagged>(
  type: RecordType<string, State, Event>,
  { subject }: Erasing<State> = {}
): Change<State, Event, Input, None, None, AccountHolder, NotErased, never, Refusal<NotErased>> => {
  const erased = type as unknown as AnyRecordType
  const may = (state: State): Decision<unknown, NotErased> => type.erasable?.(state) ?? Result.succeed(undefined)
  return {
    ...(subject === undefined ? { targets: (state: State) => named(erased, state) } : {}),
    ready: (state, _, target) => {
      const whom = subject?.(state) ?? target?.value
      return Result.flatMap(may(state), () =>
        whom === undefined ? refuse("PersonUnknown", { person: "—" }) : checkHeld(erased, state, String(whom))
      )
    },
    decide: ({ input, state }) => {
      const whom = subject?.(state) ?? input.subject ?? ""
      return may(state).pipe(
        Result.flatMap(() => checkHeld(erased, state, whom)),
        // Every record accepts the engine's own event beside those that it declares.
        Result.map(() => [
          PersonalDataErased.make({ subject: whom as SubjectId, reason: input.reason }) as unknown as Event
        ])
      )
    }
  }
}

/** How many records one transaction takes at most. */
const mostTogether = 200

interface Elsewhere<Folded> {
  readonly catalogue: Catalogue
  readonly erasure: PersonalDataErased
  /** The record that the person is erased from, and whose owner decides how far that reaches. */
  readonly main: Pick<OpenRecord, "access" | "id" | "type">
  readonly actor: Actor
  readonly erasing: (opened: OpenRecord) => Folded
  readonly appending: (folded: ReadonlyArray<Folded>) => Append
}

/**
 * The other records of the same owner, and of the actor's own organisation, in which the person is erased with this one.
 * Where there are more than one transaction takes, whole transactions of them go first; the record at hand goes with the
 * last, so that an erasure that was cut off is still offered there, and goes on where it stopped.
 */
export const foldElsewhere = Effect.fnUntraced(function* <Folded>(reach: Elsewhere<Folded>) {
  const { actor, appending, catalogue, erasing, erasure, main } = reach
  const store = yield* EventStore
  const owners = [...new Set([main.access.owner, organisationOf(actor)].filter((owner) => owner !== null))]
  while (true) {
    const naming = yield* orBusy(store.whereNamed(erasure.subject, owners, mostTogether + 1))
    const others = naming.filter(({ id, record }) => record !== main.type.name || id !== main.id)
    const folded: Array<Folded> = []
    // In the order of the kinds of record, so that an account that has not ended refuses before anything is erased.
    for (const { id, record } of others.slice(0, mostTogether)) {
      const type = readerOf(catalogue, record)?.type
      const found = type === undefined ? Option.none<OpenRecord>() : yield* load(type, id)
      if (Option.isNone(found)) continue
      const { state } = found.value
      yield* Effect.fromResult(found.value.type.erasable?.(state) ?? Result.succeed(undefined))
      folded.push(erasing(found.value))
    }
    if (naming.length <= mostTogether) return folded
    yield* store.append([appending(folded)]).pipe(
      Effect.catchTags({
        // Whatever moved is found again, and decided again. A batch has neither a key nor a deadline, nor anyone's standing.
        Moved: () => Effect.void,
        StandingLost: () => Effect.void,
        KeyTaken: () => Effect.void,
        DeadlinePassed: () => Effect.void,
        StoreBusy: () => Effect.fail(busy())
      })
    )
  }
})
