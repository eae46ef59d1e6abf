import { Effect, Option, Result, Schema } from "effect"
import { type Catalogue, handlerOf } from "../engine/Catalogue.ts"
import { bySystem } from "../engine/Context.ts"
import { DemoMark, mayReplay } from "../engine/DemoMark.ts"
import { EventStore } from "../engine/EventStore.ts"
import { orBusy } from "../engine/OpenRecord.ts"
import { perform } from "../engine/Perform.ts"
import { malformed, refusal } from "../engine/refusals.ts"
import type { View } from "../engine/View.ts"
import { type Actor, hasAccount, type Person, rolesIn, senderOf } from "../kernel/Actor.ts"
import type { Fault, Refusal, Wording } from "../kernel/Refusal.ts"
import type { Instant } from "../kernel/ThaiDate.ts"
import { accountRecord } from "../parties/Account.ts"
import { refusal as partyRefusal } from "../parties/refusals.ts"
import { layerDryRun } from "./DryRun.ts"
import { type Line, type Named, namesOf, readLines, replaceNames, stopped } from "./ReplayFile.ts"

/** The result of a line: the record as it was after it. */
export type Settled = Pick<View, "record" | "id" | "version" | "data">

/** One line with its names replaced, as a channel carries it out. */
export interface Resolved {
  readonly operation: string
  readonly id?: string
  readonly input: unknown
  readonly seen: number | "latest"
  readonly key: string
  readonly as?: string
  readonly at?: Instant
}

export interface Carried extends Settled {
  /** Done by an earlier run already. */
  readonly again: boolean
}

export interface Progress extends Carried {
  readonly line: Line
  /** How many lines are done, this one included. */
  readonly done: number
  readonly total: number
}

export interface Watching {
  /** Records that lines may name although no line makes them. */
  readonly names?: { readonly [name: string]: Settled }
  readonly onProgress?: (progress: Progress) => Effect.Effect<void>
}

const partOf = (settled: Settled, { line, path }: Named): Result.Result<unknown, Wording> => {
  if (path.length === 0) return Result.succeed(settled.id)
  let part: unknown = settled
  for (const step of path) {
    if (part === null || typeof part !== "object" || !Object.hasOwn(part, step)) {
      const named = `"$${[line, ...path].join(".")}"`
      return Result.fail({
        th: `${named} ผลของบรรทัด ${line} ไม่มี ${step} ในที่นั้น`,
        en: `${named}: the result of ${line} has no ${step} there`
      })
    }
    part = (part as { readonly [name: string]: unknown })[step]
  }
  return Result.succeed(part)
}

const resolve = (line: Line, known: ReadonlyMap<string, Settled>): Result.Result<Resolved, Refusal> => {
  const problems: Array<Fault> = []
  const valueOf = (named: Named): unknown => {
    const settled = known.get(named.line)
    const name = `"$${named.line}"`
    const part =
      settled === undefined
        ? Result.fail({ th: `${name} ยังไม่มีผล`, en: `${name} has no result` })
        : partOf(settled, named)
    if (Result.isSuccess(part)) return part.success
    problems.push({ pointer: "", ...part.failure })
    return undefined
  }
  const textOf = (field: "as" | "on"): string | undefined => {
    if (line[field] === undefined) return undefined
    const value = replaceNames(line[field], valueOf)
    if (typeof value === "string") return value
    if (value !== undefined) {
      const [th, en] = [`${line[field]} ไม่ใช่รายการ`, `${line[field]} is not a record`]
      problems.push({ pointer: `/${field}`, th, en })
    }
    return undefined
  }
  const as = textOf("as")
  const on = textOf("on")
  const input = replaceNames(line.input ?? {}, valueOf)
  if (problems.length > 0) return Result.fail(malformed(...problems))
  return Result.succeed({
    operation: line.op,
    input,
    seen: line.seen ?? "latest",
    key: line.id,
    ...(on === undefined ? {} : { id: on }),
    ...(as === undefined ? {} : { as }),
    ...(line.at === undefined ? {} : { at: line.at })
  })
}

/** Carries out lines one after the other, through whichever channel; stops at the first refusal, naming its line. */
export const runLines = Effect.fn("runLines")(function* <Refused, R>(
  lines: ReadonlyArray<Line>,
  carryOut: (resolved: Resolved) => Effect.Effect<Carried, Refused, R>,
  { names = {}, onProgress }: Watching = {}
) {
  const needed = new Set(lines.flatMap(namesOf).map((named) => named.line))
  const known = new Map(Object.entries(names))
  let done = 0
  for (const line of lines) {
    const carried = yield* Effect.fromResult(resolve(line, known)).pipe(
      Effect.flatMap(carryOut),
      Effect.mapError((refused) => stopped(line, refused))
    )
    if (needed.has(line.id)) known.set(line.id, carried)
    done++
    if (onProgress !== undefined) yield* onProgress({ ...carried, line, done, total: lines.length })
  }
  return { done }
})

/** `"as": "founder"` sets up a store in which nobody has an account yet. It exists in replays only. */
const founder = "founder"

/** The actor that an account is at this moment; a locked or ended one is none. */
const actorOf = Effect.fnUntraced(function* (id: string) {
  const store = yield* EventStore
  const found = yield* orBusy(store.load(accountRecord.name, id))
  if (Option.isNone(found)) {
    return yield* Effect.fail(refusal("RecordNotFound", { record: accountRecord.name, id }, { field: "/as" }))
  }
  const account = yield* Effect.orDie(Schema.decodeUnknownEffect(accountRecord.State)(found.value.state))
  if (account.status !== "active") {
    return yield* Effect.fail(partyRefusal("AccountNotActive", { status: account.status }, { field: "/as" }))
  }
  return {
    kind: "person",
    account: account.id,
    organisation: account.organisation,
    roles: account.roles
  } satisfies Person
})

const carryOutIn = (catalogue: Catalogue, own: Actor | null) =>
  Effect.fnUntraced(function* ({ as, ...request }: Resolved) {
    const actor = as === undefined ? own : as === founder ? bySystem("SEC-5") : yield* actorOf(as)
    const store = yield* EventStore
    const before = actor === null ? Option.none() : yield* orBusy(store.remembered(senderOf(actor), request.key))
    // What was done once is answered from memory, also where the actor has lost the role for it since.
    const roles = rolesIn(handlerOf(catalogue, request.operation)?.operation.allow ?? [])
    const asking = hasAccount(actor) && Option.isSome(before) ? { ...actor, roles } : actor
    const { data, id, record, version } = yield* perform(catalogue, { ...request, actor: asking })
    return { record, id, version, data, again: Option.isSome(before) } satisfies Carried
  })

export interface Replay extends Watching {
  /** The file: one JSON object a line. */
  readonly text: string
  /** Who acts in lines that do not say `as`. */
  readonly actor: Actor | null
  /** Decides everything and stores nothing. */
  readonly dryRun?: boolean
}

/** Refuses `as` and `at` where they are not allowed, before anything is carried out. */
const permit = Effect.fnUntraced(function* (catalogue: Catalogue, lines: ReadonlyArray<Line>, dryRun: boolean) {
  const first = lines.find(({ as, at }) => as !== undefined || at !== undefined)
  if (first === undefined) return
  const at = Effect.mapError((refused: Refusal) => stopped(first, refused))
  if (!(yield* at(mayReplay(catalogue)))) {
    const fields = (["as", "at"] as const).filter((field) => first[field] !== undefined)
    return yield* Effect.fail(stopped(first, refusal("ReplayNotPermitted", { fields })))
  }
  const { markDemo } = yield* DemoMark
  if (!dryRun) yield* at(orBusy(markDemo))
})

/**
 * Replays a file of operations through the operations themselves, so that what is in it obeys the rules.
 *
 * Every line happens at most once per account, by its id: a run that was cut off is continued by running it again.
 */
export const replay = Effect.fn("replay")(function* (catalogue: Catalogue, options: Replay) {
  const { actor, dryRun = false, names = {}, text } = options
  const lines = yield* Effect.fromResult(readLines(text, Object.keys(names)))
  yield* permit(catalogue, lines, dryRun)
  const run = runLines(lines, carryOutIn(catalogue, actor), options)
  return dryRun ? yield* Effect.provide(run, layerDryRun(catalogue)) : yield* run
})
