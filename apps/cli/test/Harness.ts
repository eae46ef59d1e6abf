import { catalogue, problemOf } from "@phakhi/domain/catalogue"
import { ask } from "@phakhi/domain/engine/Ask"
import * as DemoMark from "@phakhi/domain/engine/DemoMark"
import type { Engine } from "@phakhi/domain/engine/Engine"
import { perform } from "@phakhi/domain/engine/Perform"
import { Platform } from "@phakhi/domain/engine/Platform"
import type { Actor, Person } from "@phakhi/domain/kernel/Actor"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { replay } from "@phakhi/domain/replay/Replay"
import { layerMemory } from "@phakhi/domain/testing/MemoryStore"
import { Effect, Layer, ManagedRuntime } from "effect"
import type { Channel } from "../src/Channel.ts"
import { type Failure, refused } from "../src/Failure.ts"
import type { Io } from "../src/Io.ts"
import { run } from "../src/Program.ts"
import type { Reach } from "../src/Session.ts"

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

export const officer: Person = {
  kind: "person",
  account: uuid(1) as Person["account"],
  organisation: uuid(2) as NonNullable<Person["organisation"]>,
  roles: ["programme-officer"]
}

const numbered = Layer.sync(Platform, () => {
  let n = 1000
  return { newId: () => uuid(++n), digest: (text: string) => text }
})

type Services = Engine | Platform | DemoMark.DemoMark

export interface Sent {
  readonly operation: string
  readonly [name: string]: unknown
}

/** A store in memory behind the command line, acting for one person, that remembers what it was asked. */
export const world = (actor: Actor | null = officer) => {
  const runtime = ManagedRuntime.make(Layer.mergeAll(layerMemory, DemoMark.layerMemory, numbered))
  const sent: Array<Sent> = []
  const wording = (refusal: Refusal): Failure => refused(problemOf(refusal))
  const here = <A, E>(effect: Effect.Effect<A, E, Services>) =>
    Effect.flatMap(runtime.contextEffect, (context) => Effect.provideContext(effect, context))
  const channel: Channel = {
    perform: (request) => {
      sent.push(request)
      return here(Effect.mapError(perform(catalogue, { ...request, actor }), wording))
    },
    ask: (request) => {
      sent.push(request)
      return here(Effect.mapError(ask(catalogue, { ...request, actor }), wording))
    },
    putFile: (content) => Effect.succeed(String(content.length).padStart(64, "a")),
    run: (request) =>
      here(
        replay(catalogue, { ...request, actor }).pipe(
          Effect.mapError(
            ({ id, line, operation, refusal }): Failure => ({
              _tag: "Refused",
              problem: problemOf(refusal),
              line: { line, id, operation }
            })
          )
        )
      )
  }
  const reach: Reach = () => Effect.succeed(channel)
  return { reach, sent, here: <A, E>(effect: Effect.Effect<A, E, Services>) => runtime.runPromise(here(effect)) }
}

export interface Outside {
  readonly reach?: Reach
  readonly env?: Io["env"]
  readonly stdin?: string
  readonly files?: { readonly [path: string]: string }
  readonly columns?: number
  readonly signal?: AbortSignal
  /** What the person at the terminal answers; nobody is there without it. */
  readonly answer?: string
}

/** Runs a command line in this process. */
export const phakhi = async (args: ReadonlyArray<string>, outside: Outside = {}) => {
  const { answer, columns, env = {}, files = {}, reach, signal, stdin = "" } = outside
  let out = ""
  let err = ""
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env,
    columns,
    watched: false,
    readStdin: () => Promise.resolve(stdin),
    readFile: (path) => {
      const text = files[path]
      return text === undefined
        ? Promise.reject(new Error(`ENOENT: ${path}`))
        : Promise.resolve(new TextEncoder().encode(text))
    },
    openText: async (path) => {
      const text = path === "-" ? stdin : files[path]
      if (text === undefined) throw new Error(`ENOENT: ${path}`)
      const decoded = new TextDecoder().decode(new TextEncoder().encode(text))
      return {
        async *[Symbol.asyncIterator]() {
          // Pieces that end within lines, as those of a file do.
          for (let from = 0; from < decoded.length; from += 7) yield decoded.slice(from, from + 7)
        }
      }
    },
    ...(answer === undefined
      ? {}
      : {
          ask: (prompt: string) => {
            err += prompt
            return Promise.resolve(answer)
          }
        }),
    askSecret: () => Promise.resolve(null)
  }
  const code = await run(args, io, {
    ...(reach === undefined ? {} : { reach }),
    ...(signal === undefined ? {} : { signal })
  })
  return { code, out, err }
}
