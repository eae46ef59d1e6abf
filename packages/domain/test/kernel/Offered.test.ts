import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { commandsOf, handlerOf, readerOf } from "../../src/engine/Catalogue.ts"
import type { ListPage } from "../../src/engine/EventStore.ts"
import { isMatched } from "../../src/kernel/Column.ts"
import { type Field, fieldsOf, offered } from "../../src/kernel/Field.ts"
import { act, World } from "../journeys/World.ts"
import { agency } from "../parties/Accounts.ts"
import { reason } from "../parties/Boundaries.ts"

const within = (fields: ReadonlyArray<Field>): ReadonlyArray<readonly [Field, ReadonlyArray<Field>]> =>
  fields.flatMap((field) => [[field, fields] as const, ...within(field.fields ?? [])])

const references = commandsOf(catalogue).flatMap(({ input, name }) =>
  within(fieldsOf(input)).flatMap(([field, beside]) =>
    field.among === undefined ? [] : [{ operation: name, field, beside, among: field.among }]
  )
)

it("a reference says what fits by columns that the list of its records is filtered by, and by words that there are", () => {
  assert.isAbove(references.length, 5)
  for (const { among, beside, field, operation } of references) {
    const type = readerOf(catalogue, field.record ?? "")?.type
    for (const [name, of] of Object.entries(among)) {
      const column = type?.columns[name]
      assert.isTrue(column !== undefined && isMatched(column), `${operation} ${field.name}: ${name}`)
      assert.strictEqual(
        column?.seenBy,
        "everyone",
        `${operation} ${field.name}: whoever fills the form in sees ${name}`
      )
      if (of !== "itself" && "field" in of)
        assert.include(
          beside.map(({ name }) => name),
          of.field
        )
      else if (name === "status" && of !== "itself")
        for (const status of of) assert.include(catalogue.words.statuses[field.record ?? ""] ?? [], status, operation)
    }
  }
})

it("SEC-6 a picker of who is assigned follows the duty, once that is chosen", () => {
  const fields = fieldsOf(handlerOf(catalogue, "assignments.assign")?.operation.input as never)
  const account = fields.find(({ name }) => name === "account") ?? assert.fail()
  const shown = (given: object) => offered(account, { fields, given: { ...given }, itself: undefined })
  assert.deepStrictEqual(shown({ duty: "" }), { status: ["active"], duties: ["evaluator", "auditor", "panel-member"] })
  assert.deepStrictEqual(shown({ duty: "auditor" }), { status: ["active"], duties: ["auditor"] })
})

it("COL-5b a picker of who may sign holds the people of the organisation that gives the mandate", () => {
  const fields = fieldsOf(handlerOf(catalogue, "organisations.give-mandate")?.operation.input as never)
  const account = fields.find(({ name }) => name === "account") ?? assert.fail()
  assert.deepStrictEqual(offered(account, { fields, given: {}, itself: "1" }), {
    status: ["active"],
    organisation: ["1"]
  })
})

it.effect("SEC-6 the list that a picker asks for holds nobody who is locked, and nobody without the role", () =>
  Effect.gen(function* () {
    const { evaluator, officer, one } = yield* agency
    const listed = Effect.map(
      ask(catalogue, {
        operation: "accounts.list",
        input: { status: "active", duties: "evaluator,panel-member" },
        actor: officer
      }),
      (page) => (page as ListPage).data.map(({ id }) => id)
    )
    assert.deepStrictEqual(yield* listed, [evaluator.account as string])
    yield* act(one, "accounts.lock", { reason }, evaluator.account)
    assert.deepStrictEqual(yield* listed, [])
  }).pipe(Effect.provide(World))
)
