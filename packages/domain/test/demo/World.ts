import { readFileSync } from "node:fs"
import { Context, Effect, Layer, Option, Schema } from "effect"
import { files } from "../../../../demo/stories/Files.ts"
import { catalogue } from "../../src/catalogue.ts"
import * as DemoMark from "../../src/engine/DemoMark.ts"
import type { StoredEvent } from "../../src/engine/Event.ts"
import { EventStore, everyRow } from "../../src/engine/EventStore.ts"
import { Platform } from "../../src/engine/Platform.ts"
import { missionRecord } from "../../src/missions/Mission.ts"
import { Account, accountRecord } from "../../src/parties/Account.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { type Progress, replay } from "../../src/replay/Replay.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"

const Numbered = Layer.sync(Platform, () => {
  let n = 0
  return {
    newId: () => `00000000-0000-4000-8000-${String(++n).padStart(12, "0")}`,
    digest: (text: string) => text
  }
})

export const kept = (name: string): string => readFileSync(new URL(`../../../../demo/${name}`, import.meta.url), "utf8")

export const numbered = Object.keys(files())
  .filter((name) => name.endsWith(".ndjson"))
  .sort()

export const text = numbered.map(kept).join("")

export const replayed = Effect.gen(function* () {
  const progress: Array<Progress> = []
  yield* replay(catalogue, {
    text,
    actor: null,
    onProgress: (step) => Effect.sync(() => void progress.push(step))
  })
  return progress
})

/** The lines of the files as they were carried out. */
export class Demo extends Context.Service<Demo, { readonly progress: ReadonlyArray<Progress> }>()("test/Demo") {}

const Store = Layer.mergeAll(layerMemory, DemoMark.layerMemory, Numbered)

/** A store in memory that the demonstration has been replayed into. */
export const World = Layer.effect(
  Demo,
  Effect.map(replayed, (progress) => ({ progress }))
).pipe(Layer.provideMerge(Store))

export const rowsOf = (record: string) =>
  Effect.gen(function* () {
    const { list } = yield* EventStore
    return (yield* list(everyRow(record, 1000))).data
  })

export interface KeptRecord {
  readonly record: string
  readonly id: string
  readonly state: unknown
  readonly events: ReadonlyArray<StoredEvent>
}

/** Every record with its state as stored, and its events from the first on. */
export const everyRecord = Effect.gen(function* () {
  const store = yield* EventStore
  const found: Array<KeptRecord> = []
  for (const { type } of catalogue.readers) {
    for (const { id } of yield* rowsOf(type.name)) {
      const { state } = Option.getOrThrow(yield* store.load(type.name, id))
      const { data } = yield* store.history(type.name, id, { limit: 1000 })
      found.push({ record: type.name, id, state, events: data.toSorted((a, b) => a.version - b.version) })
    }
  }
  return found
})

const idOf = (line: string) =>
  Effect.gen(function* () {
    const { progress } = yield* Demo
    return Option.getOrThrow(Option.fromUndefinedOr(progress.find((step) => step.line.id === line))).id
  })

/** The partnership that the line began, as it is at the end of the demonstration. */
export const partnershipOf = (line: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { state } = Option.getOrThrow(yield* store.load("partnership", yield* idOf(line)))
    return yield* Schema.decodeUnknownEffect(partnershipRecord.State)(state)
  })

/** The mission that the line registered. */
export const missionOf = (line: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { state } = Option.getOrThrow(yield* store.load(missionRecord.name, yield* idOf(line)))
    return yield* Schema.decodeUnknownEffect(missionRecord.State)(state)
  })

/** The person that the line invited, as an actor. */
export const personOf = (line: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { state } = Option.getOrThrow(yield* store.load(accountRecord.name, yield* idOf(line)))
    const { id, organisation, roles } = yield* Schema.decodeUnknownEffect(Account)(state)
    return { kind: "person", account: id, organisation, roles } as const
  })

/** The names of the lines that invite the people of the demonstration. */
export const invited = kept("01-organisations-and-people.ndjson")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly id: string; readonly op: string })
  .flatMap(({ id, op }) => (op === "accounts.invite" ? [id] : []))
