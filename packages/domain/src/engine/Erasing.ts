import { Result, Schema } from "effect"
import type { AccountHolder } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { type PersonalValue, SubjectId } from "../kernel/Personal.ts"
import type { Decision, Refusal } from "../kernel/Refusal.ts"
import { bangkokDay, type Instant } from "../kernel/ThaiDate.ts"
import { PersonalDataErased, peopleIn } from "./Evolve.ts"
import type { Change, Target } from "./Handler.ts"
import type { AnyRecordType } from "./OpenRecord.ts"
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
