import { Result } from "effect"
import { type Actor, hasAccount, may, senderOf } from "../kernel/Actor.ts"
import type { Facts, Refusal, RefusalKind } from "../kernel/Refusal.ts"
import { wordingIn } from "../rules/Refusals.ts"
import { type Catalogue, handlersOn } from "./Catalogue.ts"
import type { Context } from "./Context.ts"
import type { Handler, Target } from "./Handler.ts"
import { asPerson } from "./InPerson.ts"

/** A refusal as every channel shows it. */
export interface Problem {
  readonly tag: string
  readonly kind: RefusalKind
  readonly rule: string
  readonly facts: Facts
  readonly th: string
  readonly en: string
  readonly field?: string
}

/** A refusal with the words of the catalogue. */
export const problemIn = (from: Catalogue, refused: Refusal): Problem => ({
  tag: refused._tag,
  kind: refused.kind,
  rule: refused.rule,
  facts: refused.facts,
  ...wordingIn(from, refused),
  ...(refused.field === undefined ? {} : { field: refused.field })
})

/** One operation on a record: allowed now, or refused by which rule. */
export interface Action {
  readonly operation: string
  readonly target?: Target
  readonly allowed: boolean
  readonly refusal?: Problem
  /** Its turn among the steps that the record waits for from this person, from 1. */
  readonly next?: number
}

/** A record as a caller sees it: its version, its data in wire form, and what may be done with it. */
export interface View {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly data: unknown
  readonly actions: ReadonlyArray<Action>
}

/** What a person's roles do not allow is listed without the roles that would: the command itself names them. */
const notForYou: Problem = {
  tag: "NotPermitted",
  kind: "forbidden",
  rule: "SEC-1",
  facts: {},
  th: "ไม่อยู่ในบทบาทของท่าน",
  en: "Not within your roles."
}

/** An operation that is aimed at a part of the record, where there is no such part now. */
const nothingWaits = ({ kind, rule, tag }: Problem): Problem => ({
  tag,
  kind,
  rule,
  facts: {},
  th: "ขณะนี้ไม่มีรายการที่รอให้ทำ",
  en: "Nothing is waiting for this now."
})

const shutBecause = (problem: Problem, aimless: boolean): Problem =>
  aimless && problem.kind === "missing" ? nothingWaits(problem) : problem

const actionOf = (
  from: Catalogue,
  handler: Handler,
  state: unknown,
  context: Context<Actor>,
  permitted: boolean,
  target: Target | undefined
): Action => {
  const named = { operation: handler.operation.name, ...(target === undefined ? {} : { target }) }
  if (!permitted) return { ...named, allowed: false, refusal: notForYou }
  const inPerson = asPerson(handler.operation, context.actor)
  const ready = Result.isFailure(inPerson) ? inPerson : handler.ready(state, context, target)
  return Result.isSuccess(ready)
    ? { ...named, allowed: true }
    : {
        ...named,
        allowed: false,
        refusal: shutBecause(problemIn(from, ready.failure), target === undefined && handler.targets !== undefined)
      }
}

interface Placed {
  readonly action: Action
  readonly place: number | undefined
}

/** Numbers what the record waits for by its place on the way; what stands at the same place keeps its order. */
const inTurn = (placed: ReadonlyArray<Placed>): ReadonlyArray<Action> => {
  const waiting = placed.filter(({ place }) => place !== undefined)
  if (waiting.length === 0) return placed.map(({ action }) => action)
  const turns = new Map(
    waiting.sort((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((entry, index) => [entry, index + 1] as const)
  )
  return placed.map((entry) => {
    const next = turns.get(entry)
    return next === undefined ? entry.action : { ...entry.action, next }
  })
}

const answersOn = (
  from: Catalogue,
  handlers: ReadonlyArray<Handler>,
  state: unknown,
  context: Context<Actor>
): ReadonlyArray<Action> => {
  const access = handlers[0]?.type.access(state)
  if (access === undefined) return []
  const placed = handlers.flatMap((handler) => {
    const permitted = may(context.actor, handler.operation.allow, access, context)
    const targets = permitted ? handler.targets?.(state, context.actor) : undefined
    const aims = targets === undefined || targets.length === 0 ? [undefined] : targets
    return aims.map((target): Placed => {
      const action = actionOf(from, handler, state, context, permitted, target)
      return { action, place: action.allowed ? handler.place(state, target, context.actor, context) : undefined }
    })
  })
  return inTurn(placed)
}

interface Answered {
  readonly handlers: ReadonlyArray<Handler>
  readonly today: Context["today"]
  readonly actions: ReadonlyArray<Action>
}

/** What was answered about a record in one state, by who asked. */
export type Answers = Map<string, Answered>
const askersAtMost = 16

/** The same for two people who are answered the same. */
export const askerOf = (actor: Actor): string =>
  hasAccount(actor) ? [actor.kind, actor.account, actor.organisation, ...actor.roles].join() : senderOf(actor)

/** Every operation on the record that is within the actor's roles, each with its present answer. */
export const actionsOn = (
  catalogue: Catalogue,
  record: string,
  state: unknown,
  context: Context<Actor> | null
): ReadonlyArray<Action> =>
  context === null ? [] : answersOn(catalogue, handlersOn(catalogue, record), state, context)

/**
 * The same, for a record that is kept: its state gives the same person the same answer all day, unless a decision has
 * looked at the hour or made an id.
 */
export const actionsOf = (
  catalogue: Catalogue,
  record: string,
  state: unknown,
  context: Context<Actor> | null,
  answers: Answers
): ReadonlyArray<Action> => {
  if (context === null) return []
  const handlers = handlersOn(catalogue, record)
  const asker = askerOf(context.actor)
  const before = answers.get(asker)
  if (before?.handlers === handlers && before.today === context.today) return before.actions
  let lasts = true
  const actions = answersOn(catalogue, handlers, state, {
    actor: context.actor,
    today: context.today,
    get now() {
      lasts = false
      return context.now
    },
    newId: () => {
      lasts = false
      return context.newId()
    }
  })
  if (lasts && (before !== undefined || answers.size < askersAtMost))
    answers.set(asker, { handlers, today: context.today, actions })
  return actions
}

/** Whether what this person was answered stays as it is all day, as long as the record does. */
export const lastsToday = (answers: Answers, { actor, today }: Pick<Context<Actor>, "actor" | "today">): boolean =>
  answers.get(askerOf(actor))?.today === today
