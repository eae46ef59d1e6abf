import { Effect, Option } from "effect"
import type { Actor } from "../kernel/Actor.ts"
import type { Context } from "./Context.ts"
import { EventStore, type GroupGuard, type Guard } from "./EventStore.ts"
import type { Counted, Handler } from "./Handler.ts"
import { type AnyRecordType, decodeState, load, notFound, type OpenRecord, open, orBusy } from "./OpenRecord.ts"

/** What a decision is told of other records, and how each of them stood. */
export interface ReliedOn {
  readonly related: { readonly [name: string]: OpenRecord }
  readonly many: { readonly [name: string]: ReadonlyArray<Counted<unknown>> }
  readonly guards: ReadonlyArray<Guard>
  readonly groups: ReadonlyArray<GroupGuard>
}

/** More of them than this no decision looks at. */
export const manyAtMost = 1000

interface Named {
  readonly type: AnyRecordType
  readonly id: string
  readonly unseen?: true
}

const isSame = (one: OpenRecord | undefined, type: AnyRecordType, id: string): one is OpenRecord =>
  one !== undefined && one.type.name === type.name && one.id === id

const openNamed = Effect.fnUntraced(function* ({ id, type, unseen }: Named, context: Context<Actor>) {
  if (unseen !== true) return yield* open(type, id, context)
  const found = yield* load(type, id)
  return Option.isSome(found) ? found.value : yield* Effect.fail(notFound(type, id))
})

/** Loads the other records that a decision must know. What it relies on is appended with it, as guards. */
export const reliedOn = Effect.fnUntraced(function* (
  handler: Handler,
  before: OpenRecord | undefined,
  input: unknown,
  context: Context<Actor>
) {
  const related: Record<string, OpenRecord> = {}
  for (const [name, to] of Object.entries(handler.related?.(before?.state, input, context.actor) ?? {})) {
    if (to === undefined) continue
    related[name] = isSame(before, to.type, to.id) ? before : yield* openNamed(to, context)
  }
  const guards = Object.values(related).map(
    ({ id, type, version }): Guard => ({ record: type.name, stream: id, version })
  )
  const many: Record<string, ReadonlyArray<Counted<unknown>>> = {}
  const groups: Array<GroupGuard> = []
  const store = yield* EventStore
  for (const [name, asked] of Object.entries(handler.many?.(before?.state, input, context.actor) ?? {})) {
    const type = asked.type as unknown as AnyRecordType
    const group = { record: type.name, column: asked.column, value: asked.value }
    const members = yield* orBusy(store.members(group, manyAtMost + 1))
    if (members.length > manyAtMost) return yield* Effect.fail(asked.tooMany)
    many[name] = members.map(({ id, state, version }) => ({ id, version, state: decodeState(type, state) }))
    guards.push(...members.map(({ id, version }) => ({ record: type.name, stream: id, version })))
    groups.push({ ...group, members: members.length })
  }
  return { related, many, guards, groups } satisfies ReliedOn
})
