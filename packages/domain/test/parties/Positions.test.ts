import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { SeenEvent } from "../../src/engine/Event.ts"
import type { ListPage, Page } from "../../src/engine/EventStore.ts"
import type { NamedPerson } from "../../src/engine/People.ts"
import type { Actor, Person } from "../../src/kernel/Actor.ts"
import { actedBy } from "../../src/rendering/Actors.ts"
import { journey } from "../journeys/Journey.ts"
import { act, invite, organisation, partnerPeople, people, World } from "../journeys/World.ts"

const setPosition = (by: Actor, of: Person, position: string) =>
  act(by, "accounts.set-position", { position }, of.account)

const asked = (operation: string, actor: Actor | null, id: string, input: object = { limit: 100 }) =>
  ask(catalogue, { operation, id, input, actor })

const positionOf = (record: string, person: Person, reader: Actor | null) =>
  Effect.map(
    asked("partnerships.people", reader, record),
    (page) => (page as Page<NamedPerson>).data.find(({ account }) => account === person.account)?.position
  )

/** What is told of those who acted and are not named, from one page of the history. */
const told = (record: string, reader: Actor | null, operation = "partnerships.history") =>
  Effect.map(asked(operation, reader, record), (page) =>
    (page as Page<SeenEvent>).data.map(({ actor, cause }) => ({ operation: cause.operation, ...actedBy(actor) }))
  )

const executive = "อธิบดี"
const officer = "นักพัฒนาสังคมชำนาญการ"

describe("SEC-1 the position of a person", () => {
  it.effect("is told beside the name to the other side, and to the public of those who signed", () =>
    Effect.gen(function* () {
      const { partnership, people } = yield* journey("contracting")
      yield* setPosition(people.administrator, people.executive, executive)
      yield* setPosition(people.administrator, people.officer, officer)
      for (const reader of [people.officer, people.editor]) {
        assert.strictEqual(yield* positionOf(partnership, people.executive, reader), executive)
        assert.strictEqual(yield* positionOf(partnership, people.officer, reader), officer)
      }
      assert.strictEqual(yield* positionOf(partnership, people.executive, null), executive)
      assert.isUndefined(yield* positionOf(partnership, people.officer, null))
    }).pipe(Effect.provide(World))
  )

  it.effect("stands to the public for the name of those below who signs; where there is none, their role", () =>
    Effect.gen(function* () {
      const { partnership, people } = yield* journey("contracting")
      const before = yield* told(partnership, null)
      const roles = before.map(({ words }) => words.th)
      assert.include(roles, "เจ้าหน้าที่โครงการ")
      yield* setPosition(people.administrator, people.officer, officer)
      const after = yield* told(partnership, null)
      assert.deepStrictEqual(
        after.map(({ words }) => words.th),
        roles.map((role) => (role === "เจ้าหน้าที่โครงการ" ? officer : role))
      )
      for (const { account, operation, words } of after) if (words.th === officer) assert.isNull(account, operation)
      const own = yield* told(partnership, people.editor)
      assert.notInclude(
        own.map(({ words }) => words.th),
        officer
      )
    }).pipe(Effect.provide(World))
  )

  it("stands for the name of whose key it was, too", () => {
    const program = { kind: "integration", organisation: null, roles: [], position: officer } as const
    assert.deepInclude(actedBy(program), {
      account: null,
      words: { th: `กุญแจของ${officer}`, en: `a key of ${officer},` }
    })
  })

  it.effect("is not told where a colleague is not told who it was", () =>
    Effect.gen(function* () {
      const partner = yield* organisation("มูลนิธิสมมติ", "civil-society", "foundation")
      const { editor, keeper, signatory } = yield* partnerPeople(partner)
      yield* setPosition(keeper, keeper, "ผู้จัดการมูลนิธิ")
      yield* act(keeper, "accounts.lock", { reason: "สอบสวน" }, signatory.account)
      const [locked] = yield* told(signatory.account, editor, "accounts.history")
      assert.deepInclude(locked, { operation: "accounts.lock", account: null })
      assert.strictEqual(locked?.words.th, "ผู้ดูแลระบบของภาคี")
    }).pipe(Effect.provide(World))
  )
})

describe("SEC-9 a position", () => {
  it.effect("comes with the invitation, is found in the list, and is changed by an administrator", () =>
    Effect.gen(function* () {
      const agency = yield* organisation("กรมสมมติ", "state", "department")
      const { administrator } = yield* people(agency)
      const invitation = { organisation: agency, name: "คนใหม่", email: "new@example.org", roles: ["finance"] }
      const { id } = yield* act(administrator, "accounts.invite", { ...invitation, position: "นักวิชาการเงินและบัญชี" })
      const found = (search: string) =>
        Effect.map(ask(catalogue, { operation: "accounts.list", input: { search }, actor: administrator }), (page) =>
          (page as ListPage).data.map(({ columns }) => columns["position"])
        )
      assert.deepStrictEqual(yield* found("นักวิชาการเงิน"), ["นักวิชาการเงินและบัญชี"])
      yield* act(administrator, "accounts.set-position", { position: "ผู้อำนวยการกองคลัง" }, id)
      assert.deepStrictEqual(yield* found("นักวิชาการเงิน"), [])
      assert.deepStrictEqual(yield* found("กองคลัง"), ["ผู้อำนวยการกองคลัง"])
    }).pipe(Effect.provide(World))
  )

  it.effect("is given to oneself only where nobody else could, and to nobody whose account has ended", () =>
    Effect.gen(function* () {
      const agency = yield* organisation("กรมสมมติ", "state", "department")
      const { administrator, finance } = yield* people(agency)
      yield* setPosition(administrator, administrator, "เลขานุการกรม")
      const second = yield* invite(agency, "agency-administrator", "second")
      const own = yield* Effect.flip(setPosition(administrator, administrator, executive))
      assert.deepInclude(own, { _tag: "AnotherAdministratorNeeded", rule: "SEC-9" })
      yield* setPosition(second, administrator, "หัวหน้าฝ่าย")
      yield* act(administrator, "accounts.end", { reason: "ลาออก" }, finance.account)
      assert.strictEqual((yield* Effect.flip(setPosition(second, finance, executive)))._tag, "AccountNotActive")
    }).pipe(Effect.provide(World))
  )
})

it.effect("SEC-3 an erased person has no position any more: not in the account, not in what they did", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* journey("contracting")
    const { account } = people.executive
    yield* setPosition(people.administrator, people.executive, executive)
    yield* act(people.administrator, "accounts.end", { reason: "เกษียณ" }, account)
    yield* act(people.administrator, "accounts.erase-personal-data", { reason: "ขอให้ลบ" }, account)
    assert.isUndefined(yield* positionOf(partnership, people.executive, people.editor))
    for (const operation of ["accounts.get", "accounts.history"])
      assert.notInclude(
        JSON.stringify(yield* asked(operation, people.administrator, account, {})),
        executive,
        operation
      )
  }).pipe(Effect.provide(World))
)
