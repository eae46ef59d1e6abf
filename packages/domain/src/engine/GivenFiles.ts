import { Effect, Option } from "effect"
import { type Actor, accountOf } from "../kernel/Actor.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import type { Context } from "./Context.ts"
import type { Guard, RecordRef } from "./EventStore.ts"
import { Files, type KnownFile } from "./Files.ts"
import { load, lookingAt, orBusy } from "./OpenRecord.ts"

/** The record as a guard, where it shows its reader the file. */
const shownIn = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  { id, record }: RecordRef,
  digest: string,
  context: Context<Actor>
) {
  const reader = readerOf(catalogue, record)
  if (reader?.type.files === undefined) return undefined
  const found = yield* load(reader.type, id)
  if (Option.isNone(found)) return undefined
  const { version, wire } = found.value
  const looking = lookingAt(found.value, context)
  if (looking === undefined) return undefined
  const shown = reader.views.state(wire, looking) as { readonly [field: string]: unknown }
  return reader.type.files(shown).some((file) => file.digest === digest)
    ? ({ record, stream: id, version } satisfies Guard)
    : undefined
})

/** SEC-1: a digest is no permission. A record is given what its giver uploaded, or sees in a record that holds it. */
export const givenFiles = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  digests: ReadonlyArray<string>,
  context: Context<Actor>
) {
  const { find } = yield* Files
  const files = new Map<string, KnownFile>()
  const guards: Array<Guard> = []
  for (const digest of digests) {
    const found = yield* orBusy(find(digest, accountOf(context.actor)))
    if (Option.isNone(found)) continue
    const { file, holders, isOwn } = found.value
    if (isOwn) files.set(digest, file)
    for (const holder of isOwn ? [] : holders) {
      const guard = yield* shownIn(catalogue, holder, digest, context)
      if (guard === undefined) continue
      files.set(digest, file)
      guards.push(guard)
      break
    }
  }
  return { files, guards }
})
