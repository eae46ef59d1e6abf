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
import {
  checkLines,
  type Line,
  linesOf,
  type Named,
  namesOf,
  type ReplayStopped,
  readLine,
  replaceNames,
  stopped,
  type Text
} from "./ReplayFile.ts"

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
  /** Told how many lines there are, once all are read and before the first is carried out. */
  readonly onRead?: (total: number) => void
}

/** How later lines use the result of one: up to which line, and whether any takes a part of it. */
interface Use {
  until: number
  apart: boolean
}

/** What a file holds, as far as its lines need to know of one another. */
export interface Outline {
  readonly total: number
  readonly uses: ReadonlyMap<string, Use>
  /** The first line that says who acted, or when. */
  readonly acting: Line | undefined
}

/** Goes through the lines one at a time: no more of the file than the line at hand is kept. */
const eachLine = <E, R>(text: Text, visit: (line: Line) => Effect.Effect<void, E, R>) => {
  const lines = linesOf(text)
  return Effect.gen(function* () {
    for (let number = 1; ; number++) {
      const next = yield* Effect.promise(() => lines.next())
      if (next.done === true) return
      const line = yield* Effect.fromResult(readLine(next.value, number))
      if (line !== undefined) yield* visit(line)
    }
  }).pipe(Effect.ensuring(Effect.promise(() => lines.return(undefined))))
}

/**
 * Reads a whole file of operations before anything of it is carried out: one JSON object a line, blank lines skipped.
 * Every line must be well formed and stand by itself or on earlier ones; then the first that `may` refuses is refused.
 */
export const outlineOf = Effect.fn("outlineOf")(function* (
  text: Text,
  { names = {}, onRead }: Pick<Watching, "names" | "onRead"> = {},
  may: (line: Line) => Result.Result<void, Refusal> = () => Result.void
) {
  const check = checkLines(Object.keys(names))
  const uses = new Map<string, Use>()
  let total = 0
  let acting: Line | undefined
  let shut: ReplayStopped | undefined
  yield* eachLine(text, (line) =>
    Effect.fromResult(
      Result.map(check(line), () => {
        total++
        for (const named of namesOf(line)) {
          const use = uses.get(named.line) ?? { until: 0, apart: false }
          use.until = line.number
          use.apart ||= named.path.length > 0
          uses.set(named.line, use)
        }
        if (line.as !== undefined || line.at !== undefined) acting ??= line
        const allowed = may(line)
        if (Result.isFailure(allowed)) shut ??= stopped(line, allowed.failure)
      })
    )
  )
  if (shut !== undefined) return yield* Effect.fail(shut)
  onRead?.(total)
  return { total, uses, acting } as Outline
})

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
  text: Text,
  { total, uses }: Outline,
  carryOut: (resolved: Resolved) => Effect.Effect<Carried, Refused, R>,
  { names = {}, onProgress }: Watching = {}
) {
  const known = new Map(Object.entries(names))
  let done = 0
  yield* eachLine(text, (line) =>
    Effect.gen(function* () {
      const carried = yield* Effect.fromResult(resolve(line, known)).pipe(
        Effect.flatMap(carryOut),
        Effect.mapError((refused) => stopped(line, refused))
      )
      const use = uses.get(line.id)
      // What nobody takes apart is known by its id alone, and what nobody names any more is forgotten.
      if (use !== undefined) known.set(line.id, use.apart ? carried : { ...carried, data: undefined })
      for (const { line: name } of namesOf(line)) if (uses.get(name)?.until === line.number) known.delete(name)
      done++
      if (onProgress !== undefined) yield* onProgress({ ...carried, line, done, total })
    })
  )
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
  /** The file: one JSON object a line. It is read twice. */
  readonly text: Text
  /** Who acts in lines that do not say `as`. */
  readonly actor: Actor | null
  /** Whether whoever asks may have this line carried out at all. */
  readonly may?: (line: Line) => Result.Result<void, Refusal>
  /** Decides everything and stores nothing. */
  readonly dryRun?: boolean
}

/** Refuses `as` and `at` where they are not allowed, before anything is carried out. */
const permit = Effect.fnUntraced(function* (catalogue: Catalogue, first: Line | undefined, dryRun: boolean) {
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
  const { actor, dryRun = false, may, text } = options
  const outline = yield* outlineOf(text, options, may)
  yield* permit(catalogue, outline.acting, dryRun)
  const run = runLines(text, outline, carryOutIn(catalogue, actor), options)
  return dryRun ? yield* Effect.provide(run, layerDryRun(catalogue)) : yield* run
})
