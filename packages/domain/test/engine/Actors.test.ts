import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { ask } from "../../src/engine/Ask.ts"
import { commandsOf } from "../../src/engine/Catalogue.ts"
import { byOperator, bySystem } from "../../src/engine/Context.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { perform } from "../../src/engine/Perform.ts"
import { Platform } from "../../src/engine/Platform.ts"
import {
  AccountId,
  type Actor,
  actorShown,
  OrganisationId,
  type Person,
  type Visitor,
  VisitorId
} from "../../src/kernel/Actor.ts"
import { actedBy } from "../../src/rendering/Actors.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"
import { withQuestions } from "./Question.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

const World = Layer.merge(
  layerMemory,
  Layer.sync(Platform, () => {
    let n = 1000
    return { newId: () => uuid(++n), digest: (text: string) => text }
  })
)

const agency = OrganisationId.make(uuid(2))
const officer: Person = {
  kind: "person",
  account: AccountId.make(uuid(1)),
  organisation: agency,
  roles: ["programme-officer"]
}
const visitor: Visitor = { kind: "visitor", visitor: VisitorId.make(uuid(9)) }
const clock = bySystem("REV-8")

const act = (actor: Actor | null, operation: string, input: object, id?: string, key?: string) =>
  perform(withQuestions, {
    operation,
    input,
    actor,
    ...(id === undefined ? {} : { id }),
    ...(key === undefined ? {} : { key })
  })

const asked = Effect.map(act(visitor, "questions.ask", { agency, text: "เปิดเมื่อไร" }), ({ id }) => id)

const history = (id: string) => EventStore.use((store) => store.history("question", id, { limit: 10 }))

describe("SEC-4 who acts", () => {
  it.effect("a visitor does what is granted to visitors, and is asked to sign in for anything else", () =>
    Effect.gen(function* () {
      const id = yield* asked
      yield* act(visitor, "questions.add", { text: "และที่ไหน" }, id)
      assert.strictEqual((yield* Effect.flip(act(visitor, "questions.answer", {}, id)))._tag, "NotSignedIn")
      assert.strictEqual((yield* Effect.flip(act(null, "questions.add", { text: "ก" }, id)))._tag, "NotSignedIn")
      assert.strictEqual((yield* Effect.flip(act(officer, "questions.add", { text: "ก" }, id)))._tag, "NotPermitted")
      const { data } = yield* history(id)
      assert.deepStrictEqual(
        data.map(({ actor }) => actor),
        [visitor, visitor]
      )
    }).pipe(Effect.provide(World))
  )

  it.effect("a visitor reaches only what is public", () =>
    Effect.gen(function* () {
      const id = yield* asked
      yield* act(clock, "questions.lapse", {}, id)
      const more = Effect.flip(act(visitor, "questions.add", { text: "ยังอยู่ไหม" }, id))
      assert.strictEqual((yield* more)._tag, "RecordNotFound")
      const read = { operation: "questions.get", id, input: {}, actor: visitor }
      assert.strictEqual((yield* Effect.flip(ask(withQuestions, read)))._tag, "RecordNotFound")
    }).pipe(Effect.provide(World))
  )

  it.effect("the system does what is granted to it by name, on any record, and says by which rule", () =>
    Effect.gen(function* () {
      const id = yield* asked
      yield* act(clock, "questions.lapse", {}, id)
      const again = yield* act(clock, "questions.lapse", {}, id)
      assert.deepInclude(again.data as object, { status: "lapsed" })
      const { data } = yield* history(id)
      assert.deepStrictEqual(data[0]?.actor, { kind: "system", rule: "REV-8" })
      assert.strictEqual((yield* Effect.flip(act(officer, "questions.lapse", {}, id)))._tag, "NotPermitted")
    }).pipe(Effect.provide(World))
  )

  it.effect("SEC-5 the system does nothing that is not granted to it by name", () =>
    Effect.gen(function* () {
      const closed = commandsOf(withQuestions).filter(
        ({ allow }) => !allow.some((grant) => "actor" in grant && grant.actor === "system")
      )
      assert.isAbove(closed.length, 50)
      for (const { name } of closed) {
        assert.strictEqual((yield* Effect.flip(act(clock, name, {}, uuid(5))))._tag, "NotPermitted", name)
      }
    }).pipe(Effect.provide(World))
  )

  it.effect("what a program does with a key names the key", () =>
    Effect.gen(function* () {
      const id = yield* asked
      const program: Actor = { ...officer, kind: "integration", key: "ab12cd34" }
      yield* act(program, "questions.answer", {}, id)
      const { data } = yield* history(id)
      const { account, words } = actedBy(data[0]?.actor ?? clock)
      assert.strictEqual(account, officer.account)
      assert.include(words.en, "phk_ab12cd34")
      assert.include(words.th, "phk_ab12cd34")
    }).pipe(Effect.provide(World))
  )

  it("SEC-5 whoever runs the machine says why, to those who are told who acted", () => {
    const operator = byOperator("ลืมรหัสผ่าน")
    assert.include(actedBy(actorShown(operator, true)).words.th, "ลืมรหัสผ่าน")
    assert.deepStrictEqual(actorShown(operator, false), bySystem("SEC-5"))
  })

  it.effect("what one visitor sent once is remembered for that visitor alone", () =>
    Effect.gen(function* () {
      const id = yield* asked
      const other: Visitor = { kind: "visitor", visitor: VisitorId.make(uuid(10)) }
      const add = (actor: Actor) => act(actor, "questions.add", { text: "กี่โมง" }, id, "one-key")
      const first = yield* add(visitor)
      assert.strictEqual((yield* add(visitor)).version, first.version)
      assert.strictEqual((yield* add(other)).version, first.version + 1)
    }).pipe(Effect.provide(World))
  )
})
