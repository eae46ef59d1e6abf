import { randomUUID } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { type Catalogue, handlerOf } from "@phakhi/domain/engine/Catalogue"
import { EventStore, type StreamAppend } from "@phakhi/domain/engine/EventStore"
import type { Handler } from "@phakhi/domain/engine/Handler"
import { perform } from "@phakhi/domain/engine/Perform"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, Option } from "effect"
import { TestClock } from "effect/testing"
import type { Person } from "../src/Channel.ts"
import { library } from "../src/channels/Library.ts"
import { calling } from "../src/interleaving/Calls.ts"
import { metBy } from "../src/interleaving/Interleaving.ts"
import { type Meeting, meetings } from "../src/interleaving/Meetings.ts"
import { directAdmission } from "../src/journeys/Admission.ts"
import { type Cast, gather } from "../src/journeys/Cast.ts"
import { type Act, handOf } from "../src/journeys/Hand.ts"
import { giveMandates } from "../src/journeys/Partnership.ts"
import { openWorld, type World } from "../src/World.ts"

let world: World
let act: Act
let cast: Cast
beforeAll(async () => {
  world = await openWorld("postgres")
  act = handOf(library(world))
  cast = await gather(act, directAdmission(world))
})
afterAll(() => world.close())

/** The command was decided once more, on what had moved as it was then, and what became of it is what that gave. */
const decidedAgain = async (from: Catalogue, handler: Handler, kind: string, meeting: Meeting) => {
  const { heard, outcome, told } = await metBy(world, from, handler, meeting)
  const ofKind = told.filter((one) => one.kind === kind)
  const moved = ofKind.filter(({ stood: [before, after] }) => !isDeepStrictEqual(before, after))
  assert.isNotEmpty(moved, `no ${kind} has moved`)
  assert.strictEqual(outcome, meeting.then)
  assert.strictEqual(heard.length, meeting.writesToIt === true ? 3 : 2, "it was decided once more")
  for (const {
    name,
    stood: [before, after]
  } of moved)
    assert.deepStrictEqual(
      heard.map((all) => all[name]),
      [before, ...heard.slice(1).map(() => after)]
    )
  return new Set(told.map((one) => one.kind))
}

const relying = catalogue.handlers.filter(({ many, related }) => related !== undefined || many !== undefined)

describe("something that a command relies on moves between what it read and what it appends", () => {
  it("every command that relies on other records is met, and no other", () => {
    assert.deepStrictEqual(Object.keys(meetings).toSorted(), relying.map(({ operation }) => operation.name).toSorted())
  })

  for (const handler of relying) {
    const of = meetings[handler.operation.name] ?? {}
    for (const [kind, prepare] of Object.entries(of))
      it(`SEC-2 ${handler.operation.name} is decided again where the ${kind} has moved`, async () => {
        await giveMandates(act, cast)
        const meeting = await prepare(act, cast)
        const kinds = await decidedAgain(catalogue, handler, kind, meeting).finally(() => meeting.after?.())
        assert.deepStrictEqual([...kinds].toSorted(), Object.keys(of).toSorted(), "every kind it relies on is met")
      })
  }
})

describe("whoever acts is no longer what they were let in as, when the command is appended", () => {
  const reason = "ทดลอง"
  const mission = { title: { th: "ภารกิจ" }, purpose: "ทดลอง", provinces: ["12"], routine: false }
  const joined = async () => {
    const input = { organisation: cast.agency, name: "ผู้ใช้", email: `${randomUUID()}@example.org` }
    const roles = ["programme-officer", "finance"]
    const { id } = await act(cast.administrator, "accounts.invite", { ...input, roles })
    return { account: id, organisation: cast.agency, roles }
  }
  const meanwhile = {
    locked: ["accounts.lock", { reason }, "NotSignedIn"],
    ended: ["accounts.end", { reason }, "NotSignedIn"],
    "without the role": ["accounts.give-roles", { roles: ["finance"] }, "NotPermitted"],
    "given one more": ["accounts.give-roles", { roles: ["programme-officer", "finance", "executive"] }, "accepted"],
    "in another position": ["accounts.set-position", { position: "ผู้อำนวยการ" }, "accepted"]
  } as const

  for (const [kind, key] of [
    ["person", undefined],
    ["integration", "abcdefgh"]
  ] as const)
    for (const [what, [operation, input, then]] of Object.entries(meanwhile))
      it(`SEC-1 ${kind}, ${what}: ${then}, be the record new or not`, async () => {
        for (const name of ["missions.register", "missions.describe"]) {
          const own = await joined()
          const actor = { kind, ...own, ...(key === undefined ? {} : { key }) } as never
          const id = (await act(cast.officer, "missions.register", mission)).id
          const handler = handlerOf(catalogue, name)
          if (handler === undefined) throw new Error(`no ${name}`)
          const { outcome } = await metBy(world, catalogue, handler, {
            person: { actor, key: "" },
            input: mission,
            ...(name === "missions.describe" ? { id } : {}),
            between: () => act(cast.administrator, operation, input, own.account),
            then
          })
          assert.strictEqual(outcome, then, name)
        }
      })
})

const longAgo = "2020-01-01T00:00:00.000Z" as Instant
const farAway = "2099-01-01T00:00:00.000Z" as Instant

const ask = (person: Person, operation: string, input: object, more: { id?: string; at?: Instant } = {}) =>
  perform(calling, { operation, input, actor: person.actor, seen: "latest", ...more })

const openCall = (term: { from: Instant; until: Instant } = { from: longAgo, until: farAway }) =>
  world.run(Effect.map(ask(cast.officer, "calls.open", term), ({ id }) => id))

const handIn = (call: string, score = 1, at?: Instant) =>
  ask(cast.officer, "sheets.hand-in", { call, score }, at === undefined ? {} : { at })

const outcomeOf = <A, R>(command: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.match(command, { onSuccess: () => "accepted", onFailure: ({ _tag }) => _tag })

const handlerNamed = (operation: string): Handler => {
  const handler = handlerOf(calling, operation)
  if (handler === undefined) throw new Error(`no ${operation}`)
  return handler
}

describe("facts about many records, read with the eyes of the system", () => {
  it("SEC-2 what came into the group in the meantime is counted", async () => {
    const call = await openCall()
    await world.run(handIn(call))
    await decidedAgain(calling, handlerNamed("sheets.hand-in"), "sheet", {
      person: cast.officer,
      input: { call, score: 1 },
      between: () => world.run(handIn(call)),
      then: "PartyAlreadyNamed"
    })
  })

  it("SEC-2 what changed in the group in the meantime is seen", async () => {
    const call = await openCall()
    const { id } = await world.run(handIn(call, 10))
    await decidedAgain(calling, handlerNamed("sheets.outdo"), "sheet", {
      person: cast.officer,
      input: { call },
      between: () => world.run(ask(cast.executive, "sheets.score", { score: 70 }, { id })),
      then: "accepted"
    })
    const outdone = await world.run(ask(cast.officer, "sheets.outdo", { call }))
    const stored = await world.run(Effect.flatMap(EventStore, (store) => store.load("sheet", outdone.id)))
    assert.deepInclude(Option.getOrThrow(stored).state, { score: 72 })
  })

  it("SEC-2 of twenty who come at once no more are admitted than there is room for", async () => {
    const call = await openCall()
    const outcomes = await world.run(
      Effect.all(
        Array.from({ length: 20 }, () => outcomeOf(handIn(call))),
        { concurrency: "unbounded" }
      )
    )
    assert.deepStrictEqual(outcomes.toSorted(), [
      ...Array.from({ length: 18 }, () => "PartyAlreadyNamed"),
      "accepted",
      "accepted"
    ])
  })

  it("SEC-2 where there are more than a decision looks at, it is refused", async () => {
    const call = await openCall()
    const sheet = (): StreamAppend => {
      const id = randomUUID()
      return {
        record: "sheet",
        stream: id,
        expectedVersion: 0,
        events: [{ id: randomUUID(), type: "SheetHandedIn", schemaVersion: 1, data: { id, call, score: 1 } }],
        state: { id, call, score: 1 },
        access: accessOf({}),
        row: { title: { th: "ใบคะแนน" }, status: "open", columns: { call }, keys: {}, search: "", searchFurther: "" },
        postings: []
      }
    }
    const written = { at: longAgo, actor: cast.officer.actor, cause: { operation: "sheets.hand-in" }, outbox: [] }
    const streams = Array.from({ length: 1001 }, sheet)
    await world.run(EventStore.use(({ append }) => append([{ ...written, streams }])))
    assert.strictEqual(await world.run(outcomeOf(handIn(call))), "NotACandidate")
  })
})

describe("a deadline by the clock of the database, whatever the clock of the process says", () => {
  /** Carries out a command in a process whose clock stands at a moment of its own. */
  const clockAt = <A, E, R>(moment: Instant, command: Effect.Effect<A, E, R>) =>
    Effect.andThen(TestClock.setTime(Date.parse(moment)), command).pipe(Effect.provide(TestClock.layer()))
  const slow = "2010-01-01T00:00:00.000Z" as Instant
  const fast = "2090-01-01T00:00:00.000Z" as Instant
  const soon = "2080-01-01T00:00:00.000Z" as Instant

  it("SEC-2 who is late by it is refused by the domain, though the own clock is slow", async () => {
    const call = await openCall({ from: "2000-01-01T00:00:00.000Z" as Instant, until: longAgo })
    assert.strictEqual(await world.run(outcomeOf(clockAt(slow, handIn(call)))), "PlanMissing")
  })

  it("SEC-2 who is early by it is refused by the domain, though the own clock is fast", async () => {
    const call = await openCall({ from: soon, until: farAway })
    assert.strictEqual(await world.run(outcomeOf(clockAt(fast, handIn(call)))), "PlanMissing")
  })

  it("SEC-2 who is in time by both is admitted", async () => {
    const call = await openCall()
    assert.strictEqual(await world.run(outcomeOf(handIn(call))), "accepted")
  })

  it("SEC-2 what was done at a time of its own is judged by that time", async () => {
    const call = await openCall({ from: "2000-01-01T00:00:00.000Z" as Instant, until: longAgo })
    assert.strictEqual(await world.run(outcomeOf(handIn(call, 1, slow))), "accepted")
    assert.strictEqual(await world.run(outcomeOf(handIn(call, 1, fast))), "PlanMissing")
  })
})
