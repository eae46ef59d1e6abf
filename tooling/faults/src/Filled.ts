import { catalogue, problemOf } from "@phakhi/domain/catalogue"
import { registry } from "@phakhi/domain/processes/Composition"
import { replay, type Settled } from "@phakhi/domain/replay/Replay"
import { Identity, layer as identityLayer } from "@phakhi/identity/Identity"
import * as Platform from "@phakhi/identity/Platform"
import * as Store from "@phakhi/store/Store"
import { Effect, Layer } from "effect"
import { grantFile, type OneLine, type PersonName, partners, staff, type Wished } from "./GrantLines.ts"

export interface Place {
  readonly folder: string
  readonly databaseUrl?: string
}

/** The same for every process that opens a place under test. */
export const sealKey = "the same seal key for every process of the fault tests"

export const storeAt = (place: Place) => Store.layer({ ...place, sealKey })

export const servicesAt = (place: Place) =>
  identityLayer({ url: "http://localhost:4000" }).pipe(
    Layer.provideMerge(Platform.layer),
    Layer.provideMerge(storeAt(place)),
    Layer.orDie
  )

const factsOf = (step: string): Record<string, string> => {
  const found = Object.values(registry)
    .flatMap((versions) => versions.flatMap(({ steps }) => steps))
    .findLast(({ id }) => id === step)
  const named = found?.completion.by === "record" ? found.completion.facts : []
  return Object.fromEntries(named.map(({ name }) => [name, "ระบุแล้ว"]))
}

export interface Filled {
  /** An API key for each person. */
  readonly keys: Readonly<Record<PersonName, string>>
  readonly grants: ReadonlyArray<string>
  readonly organisations: Readonly<Record<"agency" | "foundation", string>>
  /** The record that a line of `further` made or changed. */
  readonly idOf: (line: string) => string
}

/** Fills an empty store with grants that money can be paid out of, and gives everybody an API key. */
export const fill = (wished: ReadonlyArray<Wished>, further: ReadonlyArray<OneLine> = []) =>
  Effect.gen(function* () {
    const settled = new Map<string, Settled>()
    yield* replay(catalogue, {
      text: grantFile(wished, factsOf, further),
      actor: null,
      onProgress: ({ line, ...result }) => Effect.sync(() => settled.set(line.id, result))
    }).pipe(
      Effect.catchTag("ReplayStopped", ({ id, refusal }) =>
        Effect.die(new Error(`${id} was refused: ${problemOf(refusal).en}`))
      )
    )
    const idOf = (name: string): string => {
      const found = settled.get(name)
      if (found === undefined) throw new Error(`no line is named ${name}`)
      return found.id
    }
    const identity = yield* Identity
    const keys: Record<string, string> = {}
    for (const name of Object.keys({ ...staff, ...partners })) {
      keys[name] = (yield* Effect.orDie(identity.createKey(idOf(name), { name, scopes: ["all"] }))).key
    }
    return {
      keys: keys as Filled["keys"],
      grants: wished.map(({ name }) => idOf(name)),
      organisations: { agency: idOf("agency"), foundation: idOf("foundation") },
      idOf
    } satisfies Filled
  })

export const fillPlace = (
  place: Place,
  wished: ReadonlyArray<Wished>,
  further: ReadonlyArray<OneLine> = []
): Promise<Filled> => Effect.runPromise(Effect.provide(fill(wished, further), servicesAt(place)))
