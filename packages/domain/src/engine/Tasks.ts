import { Result } from "effect"
import {
  type Access,
  type AccountHolder,
  AccountId,
  holds,
  may,
  type OrganisationId,
  type Role,
  type RoleGrant,
  type Scope
} from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { addDays, type Instant, type IsoDate, startOfDay } from "../kernel/ThaiDate.ts"
import type { Context } from "./Context.ts"
import type { Handler, Target } from "./Handler.ts"
import { nextDue } from "./Listing.ts"

/** What a record waits for: an act by whoever holds one of the roles in the organisation, or by one person. */
export interface Task {
  /** Tells it from the other tasks of its record; the same for as long as the record waits for the same. */
  readonly key: string
  readonly operation: string
  readonly target: Target | null
  readonly words: Wording
  readonly organisation: OrganisationId | null
  readonly roles: ReadonlyArray<Role>
  /** Set where only this person can do it. */
  readonly account: AccountId | null
  /** Who holds a role and still may not do it, as `role:account`: whoever prepared a payment does not approve it (SEP-1). */
  readonly except: ReadonlyArray<string>
  /** Since when the record waits for it; null where the record does not say, then since it was first found waiting. */
  readonly since: Instant | null
  readonly due: IsoDate | null
  /** Up to which value a mandate is needed for it, in satang; absent where none is (COL-5b). */
  readonly mandate?: string
  /** Its place among the tasks of the record; the first one has the lowest. */
  readonly place: number
}

export interface RecordTasks {
  readonly tasks: ReadonlyArray<Task>
  /** The nearest day by which something is due: a task, or the record as a whole. */
  readonly due: IsoDate | null
  /** Where the answer depends on the time, or the clock has something to do, the instant from which it can be another one. */
  readonly refreshAt: Instant | null
}

/** Stands for anybody who holds a role, whoever it is; no record names this account. */
const anybody = AccountId.make("00000000-0000-4000-8000-000000000000")

const exception = (role: Role, account: AccountId): string => `${role}:${account}`

interface Candidate {
  readonly grant: RoleGrant
  readonly role: Role
  readonly organisation: OrganisationId | null
  readonly account: AccountId | null
}

/**
 * Those who may do it at all, one for each role in each organisation that the grants reach. Whoever is assigned by name is
 * of one organisation, and stands where that stands.
 */
const candidatesOf = (
  { operation, type }: Handler,
  state: unknown,
  { assigned, candidates, owner, parties }: Access
): ReadonlyArray<Candidate> => {
  const people = [...new Set(assigned.map(({ account }) => account))]
  type Reached = Pick<Candidate, "account" | "organisation">
  const reached: { readonly [S in Scope]: () => ReadonlyArray<Reached> } = {
    "own-agency": () => (owner === null ? [] : [{ organisation: owner, account: null }]),
    "own-organisation": () => parties.map((organisation) => ({ organisation, account: null })),
    candidate: () => candidates.map((organisation) => ({ organisation, account: null })),
    assigned: () => people.map((account) => ({ organisation: type.assignedFrom?.(state, account) ?? owner, account })),
    public: () => [],
    any: () => []
  }
  return operation.allow.flatMap((grant) =>
    "role" in grant ? reached[grant.scope]().map((who) => ({ grant, role: grant.role, ...who })) : []
  )
}

type Person = Extract<AccountHolder, { readonly kind: "person" }>

const actorOf = ({ organisation, role }: Candidate, account: AccountId): Person => ({
  kind: "person",
  account,
  organisation,
  roles: [role]
})

const keyOf = ({ operation }: Handler, target: Target | undefined, { account, organisation }: Candidate): string =>
  [operation.name, target?.field ?? "", target?.value ?? "", account ?? organisation ?? ""].join("|")

const worded = ({ operation }: Handler, target: Target | undefined, step: Wording | undefined): Wording => {
  const part = step ?? target?.label
  return part === undefined
    ? operation.summary
    : { th: `${operation.summary.th}: ${part.th}`, en: `${operation.summary.en}: ${part.en}` }
}

/** More parts of a record than this are one task that says how many there are: nobody wants to be told of each. */
export const partsApart = 20

type Parts = ReadonlyArray<Target | undefined>

const together = (targets: ReadonlyArray<Target>): ReadonlyArray<Parts> => {
  if (targets.length === 0) return [[undefined]]
  return targets.length > partsApart ? [targets] : targets.map((target) => [target])
}

const counted = ({ operation: { summary } }: Handler, parts: number): Wording => ({
  th: `${summary.th}: ${parts} รายการ`,
  en: `${summary.en}: ${parts} items`
})

const earliest = (days: ReadonlyArray<IsoDate | null | undefined>): IsoDate | null =>
  days.filter((day) => day !== undefined && day !== null).sort()[0] ?? null

/** The next instant at which time alone can change who may do what: an opening, a term of assignment, or a new day. */
const nextChange = ({ assigned, opensAt }: Access, now: Instant, today: IsoDate): Instant =>
  [startOfDay(addDays(today, 1)), opensAt, ...assigned.flatMap(({ from, until }) => [from, until])]
    .filter((at) => at !== null && at > now)
    .sort()[0] ?? startOfDay(addDays(today, 1))

const soonest = (instants: ReadonlyArray<Instant | null | undefined>): Instant | null =>
  instants.filter((at) => at !== undefined && at !== null).sort()[0] ?? null

/** What the clock does with a record in this state, and from when on. */
export const clockedOn = (handlers: ReadonlyArray<Handler>, state: unknown) =>
  handlers.flatMap(({ onTheClock, operation }) => {
    const from = onTheClock?.from(state)
    return from === undefined ? [] : [{ operation: operation.name, from }]
  })

type Times = Pick<Context, "now" | "today">
type Aimed<A> = (target: Target | undefined) => A

/** Whether a decision lets this person act. What it said without a look at the roles is not asked again for others. */
const readiness = (
  handler: Handler,
  state: unknown,
  { account, kind, organisation, roles }: Person,
  times: Times,
  answers: Map<string, boolean>
): Aimed<boolean> => {
  let looksAtRoles = false
  const actor: Person = {
    kind,
    account,
    organisation,
    get roles() {
      looksAtRoles = true
      return roles
    }
  }
  const context: Context = {
    actor,
    get now() {
      return times.now
    },
    get today() {
      return times.today
    },
    newId: () => anybody
  }
  return (target) => {
    const asked = [organisation, account, target?.field, target?.value].join("|")
    const known = answers.get(asked)
    if (known !== undefined) return known
    const answer = Result.isSuccess(handler.ready(state, context, target))
    if (!looksAtRoles) answers.set(asked, answer)
    return answer
  }
}

/** Everything that a record in this state waits for, from whom, since when and until when. */
export const tasksOn = (handlers: ReadonlyArray<Handler>, state: unknown, { now, today }: Times): RecordTasks => {
  const type = handlers[0]?.type
  if (type === undefined) return { tasks: [], due: null, refreshAt: null }
  const access = type.access(state)
  const involved = [...new Set([...(type.involved?.(state) ?? []), ...access.recused])]
  let dependsOnTime = false
  const times: Times = {
    get now() {
      dependsOnTime = true
      return now
    },
    get today() {
      dependsOnTime = true
      return today
    }
  }
  const tasks = new Map<string, Task>()
  for (const handler of handlers) {
    if (!handler.operation.onward) continue
    const answers = new Map<string, boolean>()
    // When its answer turns is known beforehand: it need not be asked again every day.
    const turning = handler.turnsAt === undefined ? times : { now, today }
    for (const candidate of candidatesOf(handler, state, access)) {
      /** Where the act stands, where it waits and this person may do it now. */
      const placeFor = (account: AccountId): Aimed<number | undefined> => {
        const person = actorOf(candidate, account)
        let permitted: boolean | undefined
        let isReady: Aimed<boolean> | undefined
        return (target) => {
          const place = handler.place(state, target, person, turning)
          if (place === undefined) return undefined
          permitted ??= may(person, [candidate.grant], access, times)
          if (!permitted) return undefined
          isReady ??= readiness(handler, state, person, times, answers)
          return isReady(target) ? place : undefined
        }
      }
      const account = candidate.account ?? anybody
      const placeOf = placeFor(account)
      /** Whoever holds the role as well, and has done something here: each is asked about only where somebody may act. */
      let others:
        | ReadonlyArray<{ readonly account: AccountId; readonly placeOf: Aimed<number | undefined> }>
        | undefined
      const targets = handler.targets?.(state, actorOf(candidate, account)) ?? []
      for (const parts of together(targets)) {
        const doable = parts.flatMap((target) => {
          const place = placeOf(target)
          return place === undefined ? [] : [{ target, place }]
        })
        const [first] = doable
        if (first === undefined) continue
        const isOne = parts.length === 1
        const target = isOne ? first.target : undefined
        const key = keyOf(handler, target, candidate)
        const known = tasks.get(key)
        others ??= candidate.account === null ? involved.map((one) => ({ account: one, placeOf: placeFor(one) })) : []
        const except = others
          .filter(({ placeOf }) => !doable.some(({ target }) => placeOf(target) !== undefined))
          .map(({ account }) => exception(candidate.role, account))
        const inProcess = doable.map(({ target }) => type.timing?.(handler.operation, state, target) ?? {})
        const own = doable.map(({ target }) => handler.timing?.(state, target) ?? {})
        const mandate = handler.mandate?.(state)
        const since = doable.map((_, index) => own[index]?.since ?? inProcess[index]?.since)
        tasks.set(key, {
          key,
          operation: handler.operation.name,
          target: target ?? null,
          words: isOne ? worded(handler, target, own[0]?.step ?? inProcess[0]?.step) : counted(handler, doable.length),
          organisation: candidate.organisation,
          roles: [...new Set([...(known?.roles ?? []), candidate.role])],
          account: candidate.account,
          except: [...(known?.except ?? []), ...except],
          since: soonest(since),
          due: earliest([...own, ...inProcess].map(({ due }) => due)),
          ...(mandate === undefined ? {} : { mandate: String(mandate) }),
          place: Math.min(...doable.map(({ place }) => place))
        })
      }
    }
  }
  const ordered = [...tasks.values()].sort((a, b) => a.place - b.place)
  const dues = [type.deadline?.(state), ...ordered.map(({ due }) => due)]
  return {
    tasks: ordered,
    due: type.columns[nextDue] === undefined ? null : earliest(dues),
    refreshAt: soonest([
      ...(dependsOnTime ? [nextChange(access, now, today)] : []),
      ...handlers.flatMap(({ turnsAt }) => (turnsAt?.(state) ?? []).filter((at) => at > now)),
      ...clockedOn(handlers, state).map(({ from }) => from)
    ])
  }
}

/** Whether a task waits for this person: the same table that the store renders to SQL. */
export const waitsFor = ({ account, except, organisation, roles }: Task, actor: AccountHolder): boolean =>
  (account === null ? organisation !== null && organisation === actor.organisation : account === actor.account) &&
  roles.some(
    (role) =>
      (account === null ? actor.roles.includes(role) : holds(actor, role)) &&
      !except.includes(exception(role, actor.account))
  )
