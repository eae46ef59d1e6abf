import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { ListPage } from "../../src/engine/EventStore.ts"
import type { View } from "../../src/engine/View.ts"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Account } from "../../src/parties/Account.ts"
import { act, invite, organisation, people, World } from "../journeys/World.ts"
import { agency } from "./Accounts.ts"
import { reason } from "./Boundaries.ts"

const shownTo = (actor: Person, of: Person) =>
  Effect.map(
    ask(catalogue, { operation: "accounts.get", id: of.account, input: {}, actor }),
    (view) => (view as View).data as Partial<Account>
  )

const listedTo = (actor: Person, input: object = {}) =>
  Effect.map(
    ask(catalogue, { operation: "accounts.list", input, actor }),
    (page) => new Map((page as ListPage).data.map(({ columns, id }) => [id, columns] as const))
  )

it.effect("SEC-1 colleagues see who somebody is, and neither the address nor why they were locked", () =>
  Effect.gen(function* () {
    const { auditor, finance, one, two } = yield* agency
    yield* act(one, "accounts.set-position", { position: "นักวิชาการ" }, finance.account)
    yield* act(one, "accounts.lock", { reason }, finance.account)
    for (const actor of [finance, two]) {
      const { about, personal } = yield* shownTo(actor, finance)
      assert.deepStrictEqual([personal?.email === undefined, about?.reason], [false, reason])
      assert.property((yield* listedTo(actor)).get(finance.account), "email")
    }
    const { about, holder, personal, roles, status } = yield* shownTo(auditor, finance)
    assert.deepStrictEqual(
      [personal?.name, holder?.position, roles, status, personal?.email, about],
      ["finance", "นักวิชาการ", ["finance"], "locked", undefined, undefined]
    )
    const listed = (yield* listedTo(auditor)).get(finance.account) ?? assert.fail()
    assert.deepStrictEqual(Object.keys(listed).toSorted(), ["organisation", "position", "roles"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-6 an officer of another agency sees whom they can assign, as what, and nothing more", () =>
  Effect.gen(function* () {
    const { auditor, evaluator, executive, id } = yield* agency
    const { officer } = yield* people(yield* organisation("กรมอื่น", "state", "department"))
    const judge = yield* invite(id, "panel-member")
    const listed = yield* listedTo(officer)
    for (const person of [evaluator, judge])
      assert.deepStrictEqual(listed.get(person.account), { organisation: id, duties: [...person.roles] })
    for (const person of [auditor, executive]) {
      assert.isFalse(listed.has(person.account))
      assert.strictEqual((yield* Effect.flip(shownTo(officer, person)))._tag, "RecordNotFound")
    }
    const shown = yield* shownTo(officer, evaluator)
    assert.deepStrictEqual(Object.keys(shown).toSorted(), ["id", "organisation", "personal", "status"])
    assert.deepStrictEqual(Object.keys(shown.personal ?? {}).toSorted(), ["name", "subject"])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-6 an auditor is chosen among those of the own agency", () =>
  Effect.gen(function* () {
    const { auditor, officer } = yield* agency
    yield* people(yield* organisation("กรมอื่น", "state", "department"))
    assert.deepStrictEqual([...(yield* listedTo(officer, { duties: "auditor" })).keys()], [auditor.account as string])
  }).pipe(Effect.provide(World))
)

it.effect("SEC-6 whoever assigns nobody lists the people of the own organisation alone", () =>
  Effect.gen(function* () {
    const { id } = yield* agency
    yield* invite(id, "panel-member")
    const other = yield* organisation("กรมอื่น", "state", "department")
    const partner = yield* organisation("มูลนิธิสมมติ", "civil-society", "foundation")
    const staff = yield* people(other)
    const partners = yield* Effect.forEach(
      ["partner-administrator", "partner-editor", "partner-signatory", "third-party", "panel-member"] as const,
      (role) => invite(partner, role)
    )
    const { administrator: _, officer: __, ...others } = staff
    for (const actor of [...Object.values(others), ...partners])
      for (const [account, columns] of yield* listedTo(actor))
        assert.strictEqual(columns["organisation"], actor.organisation as string, `${actor.roles} ${account}`)
    const choosing = yield* listedTo(staff.officer)
    const foreign = [...choosing.values()].filter((columns) => columns["organisation"] !== (other as string))
    assert.isAbove(foreign.length, 0)
    for (const columns of foreign)
      assert.includeMembers(["organisation", "position", "duties"], Object.keys(columns), JSON.stringify(columns))
  }).pipe(Effect.provide(World))
)
