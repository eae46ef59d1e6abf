import { randomUUID } from "node:crypto"
import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { EventStore, type NewEvent, type StreamAppend } from "@phakhi/domain/engine/EventStore"
import type { FoldedStream } from "@phakhi/domain/engine/FoldStream"
import type { Posting } from "@phakhi/domain/engine/Record"
import type { RecordTasks } from "@phakhi/domain/engine/Tasks"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import { type PersonalValue, personal, personalIn } from "@phakhi/domain/kernel/Personal"
import { Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, Schema } from "effect"
import { agency, append, event, officer, rowOf } from "./Sample.ts"

/** A kind of record that exists for these tests only: it adds up what its events say. */
export interface Counter {
  readonly total: number
  readonly notes: ReadonlyArray<string>
  readonly contacts: ReadonlyArray<unknown>
}

type Kept = Pick<StoredEvent, "type" | "data">

/** A person named in an event of these tests. */
export const person = (name: string, subject: string = randomUUID()) => ({ subject, name })

const contact = personal({ name: Schema.String, phone: Schema.String })
const Added = Schema.Struct({
  personal: Schema.optionalKey(contact),
  members: Schema.optionalKey(Schema.Array(Schema.Struct({ seat: Schema.Int, holder: contact })))
})
const inAdded = personalIn(Added)

const contactsIn = (data: unknown): ReadonlyArray<PersonalValue & { readonly place: string }> => {
  const found: Array<PersonalValue & { readonly place: string }> = []
  inAdded?.(data, (value, place) => {
    found.push({ ...value, place })
    return value
  })
  return found
}

const placesIn = (data: unknown) => contactsIn(data).map(({ place, subject }) => ({ place, subject }))

const evolve = (state: Counter, { data }: Kept): Counter => ({
  total: state.total + (typeof data["n"] === "number" ? data["n"] : 0),
  notes: typeof data["note"] === "string" ? [...state.notes, data["note"]] : state.notes,
  contacts: [
    ...state.contacts,
    ...contactsIn(data).flatMap(({ erasedAt, place: _, ...known }) => (erasedAt === undefined ? [known] : []))
  ]
})

/** What a counter waits for, whatever the day. */
const waiting = ({ total }: Counter): RecordTasks => ({
  tasks: [
    {
      key: `count|${total}`,
      operation: "counters.count",
      target: null,
      words: { th: `นับต่อจาก ${total}`, en: `Count on from ${total}` },
      organisation: agency,
      roles: ["programme-officer"],
      account: null,
      except: [],
      since: Instant.make("2026-10-01T00:00:00.000Z"),
      due: IsoDate.make("2099-12-31"),
      place: 1
    }
  ],
  due: IsoDate.make("2099-12-31"),
  refreshAt: null
})

export const replay = (record: string, events: ReadonlyArray<Kept>): FoldedStream => {
  const state = events.reduce(evolve, { total: 0, notes: [], contacts: [] })
  return {
    state,
    access: accessOf({
      owner: agency,
      parties: [agency],
      assigned: [{ account: officer.account, role: null, from: null, until: null }],
      public: state.total % 2 === 0
    }),
    row: rowOf({
      title: { th: `${record} ${state.notes.at(-1) ?? "เริ่ม"}`, en: `Total ${state.total}` },
      status: state.total > 10 ? "large" : "small",
      columns: { size: state.total, number: `ที่ ${state.total}` },
      search: state.notes
    }),
    waits: () => waiting(state)
  }
}

/** A stream that grows event by event, its record always what its events give. */
export const growing = (record: string) => {
  const stream = randomUUID()
  const kept: Array<NewEvent> = []
  const add = (news: ReadonlyArray<NewEvent["data"]>, postings: ReadonlyArray<Posting> = []): StreamAppend => {
    const expectedVersion = kept.length
    const events = news.map((data) => {
      const personal = placesIn(data)
      const type = "reason" in data ? "PersonalDataErased" : "Added"
      return { ...event(type, data), ...(personal.length === 0 ? {} : { personal }) }
    })
    kept.push(...events)
    const { waits, ...folded } = replay(record, kept)
    const tasks = waits?.(Instant.make("2026-11-21T03:00:00.000Z"))
    return {
      record,
      stream,
      expectedVersion,
      events,
      postings,
      ...folded,
      ...(tasks === undefined ? {} : { waiting: tasks })
    }
  }
  /** An event by which the data of a person goes; what it gives is what the rest gives without that data. */
  const forget = (subject: string): StreamAppend => {
    const erasedAt = "2026-11-21T03:00:00.000Z"
    const known = kept.splice(0).map(({ data, ...one }) => ({
      ...one,
      data: inAdded?.(data, (value) => (value.subject === subject ? { subject, erasedAt } : value)) as typeof data
    }))
    kept.push(...known)
    return { ...add([{ subject, reason: "เจ้าของข้อมูลขอให้ลบ" }]), erases: [subject] }
  }
  return { record, stream, add, forget, length: () => kept.length }
}

const day = (n: number) => new Date(Date.UTC(2026, 9, 1) + n * 3_600_000).toISOString()

/** Streams of several kinds with money and personal data; `between` runs after each third of the log. */
export const fill = <E, R>(between: Effect.Effect<unknown, E, R>, rounds = 4) =>
  Effect.gen(function* () {
    const events = yield* EventStore
    const streams = [
      ...Array.from({ length: 5 }, () => growing("mission")),
      ...Array.from({ length: 4 }, () => growing("partnership"))
    ]
    let clock = 0
    const write = (stream: StreamAppend) => events.append(append([stream], { at: day(clock++) }))
    for (let third = 0; third < 3; third++) {
      for (let round = 0; round < rounds / 2; round++) {
        for (const [index, stream] of streams.entries()) {
          const n = clock
          const money: ReadonlyArray<Posting> =
            index % 3 === 0
              ? [
                  { debit: "appropriation:1", credit: "source:1", amount: 500n },
                  { debit: "source:1", credit: `commitment:${index}`, amount: BigInt(1 + n) }
                ]
              : []
          const personal = index % 4 === 1 ? { personal: { ...person(`คนที่ ${n}`), phone: String(n) } } : {}
          yield* write(stream.add([{ n, note: `บันทึก ${n}`, ...personal }, { n: 1 }], money))
        }
      }
      yield* between
    }
    return streams
  })
