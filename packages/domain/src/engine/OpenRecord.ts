import { Effect, Option, Schema } from "effect"
import { type Access, type Actor, type Moment, organisationOf } from "../kernel/Actor.ts"
import { audienceOf } from "../kernel/Audience.ts"
import type { Refusal } from "../kernel/Refusal.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import type { Context } from "./Context.ts"
import type { Recorded } from "./Event.ts"
import { EventStore } from "./EventStore.ts"
import { decodeEvent, evolve } from "./Evolve.ts"
import type { Reader } from "./Reader.ts"
import type { RecordType } from "./Record.ts"
import { RecordCache } from "./RecordCache.ts"
import { malformed, refusal } from "./refusals.ts"
import type { Encoded } from "./Stored.ts"
import { type Answers, actionsOf, type View } from "./View.ts"
import { type Looking, viewsOf } from "./Views.ts"

export interface Tagged {
  readonly _tag: string
}
export type AnyRecordType = RecordType<string, unknown, Tagged>

/** A record decoded, with what is needed to append to it. */
export interface OpenRecord {
  readonly type: AnyRecordType
  readonly id: string
  readonly version: number
  readonly state: unknown
  readonly access: Access
  /** The state in wire form, as it is stored. */
  readonly wire: unknown
  /** The latest state that has been put into wire form, this one or an earlier one: unchanged parts are used again. */
  readonly written: Encoded | undefined
  /** What was answered about it, by who asked. */
  readonly answers: Answers
}

export const busy = (): Refusal => refusal("StoreBusy", { seconds: 1 })

const cursorLost = malformed({
  pointer: "/cursor",
  th: "ไม่ใช่เครื่องหมายของหน้าถัดไป (next) ของรายการนี้ ให้ใช้ค่าที่ได้จากหน้าก่อนโดยไม่เปลี่ยนการเรียง หรือเริ่มจากหน้าแรก",
  en: "is no cursor of this list: take next from the page before, with the same order, or begin with the first page"
})

export const orBusy = <A, R>(
  effect: Effect.Effect<A, { readonly _tag: "StoreBusy" | "CursorLost" }, R>
): Effect.Effect<A, Refusal, R> => Effect.mapError(effect, ({ _tag }) => (_tag === "StoreBusy" ? busy() : cursorLost))

/** The state in wire form. Parts that are the same as in an earlier state are taken from its wire form. */
export const encodeState = (type: AnyRecordType, state: unknown, earlier?: Encoded): unknown =>
  type.codec.state.encode(state, earlier)

export const decodeState = (type: AnyRecordType, wire: unknown): unknown => {
  const state = type.codec.state.decode(wire)
  return type.prepare === undefined ? state : type.prepare(state)
}

const isUuid = Schema.is(Schema.String.check(Schema.isUUID()))

/** Loads a record as it is, whoever may see it. */
export const load = Effect.fnUntraced(function* (type: AnyRecordType, id: string) {
  if (!isUuid(id)) return Option.none<OpenRecord>()
  const store = yield* EventStore
  const cache = yield* RecordCache
  const before = cache.find(type.name, id)
  const found = yield* orBusy(store.load(type.name, id, before?.version))
  if (Option.isNone(found)) return Option.none<OpenRecord>()
  const { access, state, version } = found.value
  if (before !== undefined && before.version === version && before.type === type) return Option.some(before)
  const wire = state ?? (yield* wholeState(type, id))
  const decoded = decodeState(type, wire)
  const written = { value: decoded, wire }
  const opened: OpenRecord = { type, id, version, state: decoded, access, wire, written, answers: new Map() }
  cache.keep(opened)
  return Option.some(opened)
})

/** Loads the state after all: the version is known, but was decoded by the same kind of record of another catalogue. */
const wholeState = Effect.fnUntraced(function* (type: AnyRecordType, id: string) {
  const store = yield* EventStore
  const found = yield* orBusy(store.load(type.name, id))
  return Option.isSome(found) ? found.value.state : undefined
})

export const notFound = (type: AnyRecordType, id: string): Refusal =>
  refusal("RecordNotFound", { record: type.name, id })

/** Who asks, and when. */
export interface Asker extends Moment {
  readonly actor: Actor | null
}

/** Whether the actor may read the record at all; if not, it answers as an unknown one (SEC-1). */
export const isReadable = (opened: Pick<OpenRecord, "access" | "type">, asker: Asker): boolean =>
  lookingAt(opened, asker) !== undefined

/** Loads a record that the actor may read. */
export const open = Effect.fnUntraced(function* (type: AnyRecordType, id: string, asker: Asker) {
  const found = yield* load(type, id)
  if (Option.isNone(found) || !isReadable(found.value, asker)) return yield* Effect.fail(notFound(type, id))
  return found.value
})

/** Folds a record's events up to a version. */
export const stateAt = Effect.fnUntraced(function* (type: AnyRecordType, id: string, version: number) {
  const store = yield* EventStore
  const newestFirst: Array<Recorded<Tagged>> = []
  let before = version + 1
  while (before > 1) {
    const page = yield* orBusy(store.history(type.name, id, { limit: 100, before }))
    if (page.data.length === 0) break
    for (const stored of page.data) {
      newestFirst.push(decodeEvent(type, stored))
      before = stored.version
    }
  }
  return newestFirst.reduceRight<unknown>((state, recorded) => evolve(type, state, recorded), undefined)
})

/** As whom someone looks at a record; undefined where it answers as an unknown one. */
export const lookingAt = ({ access, type }: Pick<OpenRecord, "access" | "type">, asker: Asker): Looking | undefined => {
  const audience = audienceOf(type.audiences, asker.actor, access, asker)
  return audience === undefined ? undefined : { audience, organisation: organisationOf(asker.actor) }
}

/** What a type's audiences are shown: worked out when its reader was made. */
export const viewsIn = (catalogue: Catalogue, type: AnyRecordType): Reader["views"] => {
  const reader = readerOf(catalogue, type.name)
  return reader?.type === type ? reader.views : viewsOf(type)
}

/** A record as its caller sees it: what their audience is shown, and what this caller may do with it now. */
export const viewOf = (
  catalogue: Catalogue,
  opened: OpenRecord,
  asker: Asker,
  context: Context<Actor> | null
): View => {
  const { answers, id, state, type, version, wire } = opened
  const looking = lookingAt(opened, asker)
  return {
    record: type.name,
    id,
    version,
    data: looking === undefined ? {} : viewsIn(catalogue, type).state(wire, looking),
    actions: actionsOf(catalogue, type.name, state, context, answers)
  }
}
