import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { commandsOn } from "../../src/engine/Handler.ts"
import { listing } from "../../src/engine/Listing.ts"
import { person as personSeen } from "../../src/engine/Mask.ts"
import { defineRecord } from "../../src/engine/Record.ts"
import { refusal } from "../../src/engine/refusals.ts"
import { partsApart, tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { AccountId, accessOf, OrganisationId, type Person } from "../../src/kernel/Actor.ts"
import { agency, ownAgency } from "../../src/kernel/Audience.ts"
import { bangkokDay, Instant } from "../../src/kernel/ThaiDate.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const owner = OrganisationId.make(uuid(1))
const now = Instant.make("2026-11-20T03:00:00.000Z")
const one = AccountId.make(uuid(7))
const other = AccountId.make(uuid(8))
const people = [one, other, AccountId.make(uuid(9))]

/** Payments that wait, by who prepared them. */
const Payments = Schema.Array(Schema.Literals(people)).check(Schema.isMaxLength(partsApart + 5))
type Payments = typeof Payments.Type
const Approved = Schema.TaggedUnion({ Approved: {} })

const payments = defineRecord({
  name: "payments",
  plural: "payments",
  label: { th: "การจ่าย", en: "payments" },
  State: Payments,
  Event: Approved,
  schemaVersion: 1,
  evolve: (state: Payments | undefined): Payments => state ?? [],
  audiences: ownAgency,
  masks: { state: { each: personSeen(agency) }, events: { Approved: { seen: agency, actor: agency, data: {} } } },
  access: () => accessOf({ owner }),
  involved: (state: Payments) => state,
  ...listing({ columns: {}, row: (_: Payments) => ({ title: { th: "—" }, status: "open", columns: {} }) })
})

const isOther = (preparer: AccountId | undefined, account: AccountId) =>
  preparer === undefined || preparer === account
    ? Result.fail(refusal("VersionMissing", { current: 1 }))
    : Result.succeed(undefined)

const approve = commandsOn(payments).change({
  name: "payments.approve",
  summary: { th: "อนุมัติ", en: "Approve" },
  irreversible: false,
  onward: true,
  input: Schema.Struct({}),
  allow: [
    { role: "executive", scope: "own-agency" },
    { role: "finance", scope: "own-agency" }
  ],
  refusals: [],
  rules: ["SEP-1"],
  targets: (state) =>
    state.map((_, index) => ({
      field: "payment",
      value: index,
      label: { th: `รายการที่ ${index}`, en: `item ${index}` }
    })),
  ready: (state, { actor }, target) => isOther(state[Number(target?.value)], actor.account),
  decide: () => Result.succeed([{ _tag: "Approved" as const }])
})

const waiting = (state: Payments) => tasksOn([approve], state, { now, today: bangkokDay(now) }).tasks

const person = (account: AccountId, role: Person["roles"][number]): Person => ({
  kind: "person",
  account,
  organisation: owner,
  roles: [role]
})

describe("what waits where a record has many parts", () => {
  it("each part has a task as long as they are few", () => {
    const tasks = waiting(Array.from({ length: partsApart }, () => one))
    assert.deepStrictEqual(
      tasks.map(({ target, words }) => [target?.value, words.th]),
      Array.from({ length: partsApart }, (_, index) => [index, `อนุมัติ: รายการที่ ${index}`])
    )
  })

  it("many are one task that says how many, and keeps its key as they grow", () => {
    const many = (length: number) => waiting(Array.from({ length }, () => one))
    const [task, ...rest] = many(partsApart + 1)
    assert.isEmpty(rest)
    assert.deepInclude(task, { target: null, words: { th: "อนุมัติ: 21 รายการ", en: "Approve: 21 items" } })
    assert.deepStrictEqual(task?.roles, ["executive", "finance"])
    assert.deepStrictEqual(
      many(1000).map(({ key }) => key),
      [task?.key]
    )
  })

  it.prop("SEP-1 a task waits for exactly those who can do one of its parts", { state: Payments }, ({ state }) => {
    const tasks = waiting(state)
    for (const role of ["executive", "finance", "auditor"] as const) {
      for (const account of [...people, AccountId.make(uuid(99))]) {
        const can = role !== "auditor" && state.some((preparer) => preparer !== account)
        assert.strictEqual(
          tasks.some((task) => waitsFor(task, person(account, role))),
          can
        )
      }
    }
  })

  it("SEP-1 whoever prepared all of many is told of none, whoever prepared some is", () => {
    const [task] = waiting([...Array.from({ length: partsApart }, () => one), one])
    assert.isDefined(task)
    assert.isFalse(task !== undefined && waitsFor(task, person(one, "finance")))
    const [mixed] = waiting([...Array.from({ length: partsApart }, () => one), other])
    assert.isTrue(mixed !== undefined && waitsFor(mixed, person(one, "finance")))
  })
})
