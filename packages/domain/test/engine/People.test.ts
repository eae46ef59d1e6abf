import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { Page } from "../../src/engine/EventStore.ts"
import type { NamedPerson } from "../../src/engine/People.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import { journey } from "../journeys/Journey.ts"
import { act, invite, organisation, World } from "../journeys/World.ts"

const peopleOf = (id: string, actor: Actor | null, operation = "partnerships.people") =>
  Effect.gen(function* () {
    const found: Array<NamedPerson> = []
    let before: number | undefined
    do {
      const input = { limit: 100, ...(before === undefined ? {} : { before }) }
      const page = (yield* ask(catalogue, { operation, id, input, actor })) as Page<NamedPerson>
      found.push(...page.data)
      before = page.next === null ? undefined : Number(page.next)
    } while (before !== undefined)
    return new Map(found.map(({ account, ...person }) => [account, person]))
  })

describe("SEC-1 people", () => {
  it.effect("of each side are named to the other, by what they did in the record", () =>
    Effect.gen(function* () {
      const { agency, partnership: id, people, recipient } = yield* journey("contracting")
      for (const reader of [people.officer, people.editor]) {
        const named = yield* peopleOf(id, reader)
        for (const [name, of, who] of [
          ["executive", agency, people.executive],
          ["finance", agency, people.finance],
          ["auditor", agency, people.auditor],
          ["partner-editor", recipient, people.editor],
          ["partner-signatory", recipient, people.signatory]
        ] as const)
          assert.deepStrictEqual(named.get(who.account), { organisation: of, name })
      }
    }).pipe(Effect.provide(World))
  )

  it.effect("are named to the public if they signed what was announced, and to no stranger before", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting")
      const signatories = [people.executive.account, people.signatory.account].sort()
      assert.deepStrictEqual([...(yield* peopleOf(id, null)).keys()].sort(), signatories)
      const elsewhere = yield* organisation("องค์กรอื่น", "civil-society", "foundation")
      const stranger = yield* invite(elsewhere, "partner-editor", "stranger")
      assert.deepStrictEqual([...(yield* peopleOf(id, stranger)).keys()].sort(), signatories)
      const mission = { title: { th: "อีกภารกิจ" }, purpose: "ทดลอง", provinces: ["12"], routine: false }
      const { id: hidden } = yield* act(people.officer, "missions.register", mission)
      const [own] = [...(yield* peopleOf(hidden, people.officer, "missions.people")).values()]
      assert.strictEqual(own?.name, "programme-officer")
      assert.strictEqual((yield* Effect.flip(peopleOf(hidden, null, "missions.people")))._tag, "RecordNotFound")
    }).pipe(Effect.provide(World))
  )

  it.effect("who were erased are named nowhere any more", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting")
      yield* act(people.administrator, "accounts.end", { reason: "ลาออก" }, people.finance.account)
      yield* act(people.administrator, "accounts.erase-personal-data", { reason: "ขอให้ลบ" }, people.finance.account)
      const person = (yield* peopleOf(id, people.editor)).get(people.finance.account)
      assert.hasAllKeys(person, ["organisation", "erasedAt"])
    }).pipe(Effect.provide(World))
  )
})
