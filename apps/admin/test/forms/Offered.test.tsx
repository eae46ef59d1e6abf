import { catalogue } from "@phakhi/domain/catalogue"
import { handlerOf } from "@phakhi/domain/engine/Catalogue"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { cleanup, render } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import type { Listing } from "../../src/api/Records.ts"
import { emptyDraft } from "../../src/forms/Draft.ts"
import { FieldInputs } from "../../src/forms/FieldInputs.tsx"
import { FormContext } from "../../src/forms/FormContext.tsx"
import { Surroundings, silentClient } from "../Surroundings.tsx"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

/** What a form asks the lists for. */
const asked = (operation: string, given: object, data?: object) => {
  const client = silentClient()
  const fields = fieldsOf(handlerOf(catalogue, operation)?.operation.input as never)
  render(
    <Surroundings client={client}>
      <FormContext value={{ mistakes: [], data, id: "form" }}>
        <FieldInputs fields={fields} path="" draft={{ ...emptyDraft(fields), ...given }} onChange={() => undefined} />
      </FormContext>
    </Surroundings>
  )
  return client
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey: [plural, what, listing] }) =>
      what === "list" ? [[plural, (listing as Listing).filters]] : []
    )
}

it("SEC-6 whoever assigns is offered people in use who hold the role for the duty", () => {
  expect(asked("assignments.assign", { duty: "evaluator" })).toContainEqual([
    "accounts",
    { status: ["active"], duties: ["evaluator"] }
  ])
})

it("COL-5b whoever gives a mandate is offered people in use of the organisation itself", () => {
  expect(asked("organisations.give-mandate", {}, { id: "1" })).toContainEqual([
    "accounts",
    { status: ["active"], organisation: ["1"] }
  ])
})

it("ACT-2 organisations that are offered are in use", () => {
  expect(asked("partners.name", {})).toContainEqual(["organisations", { status: ["active"] }])
})

it("SEC-1 roles that are offered fit the organisation", () => {
  const client = silentClient()
  const id = "00000000-0000-4000-8000-000000000001"
  client.setQueryData(["organisations", "record", id], { data: { id, particulars: { sector: "community" } } })
  const fields = fieldsOf(handlerOf(catalogue, "accounts.give-roles")?.operation.input as never)
  const { getAllByRole } = render(
    <Surroundings client={client}>
      <FormContext value={{ mistakes: [], data: { organisation: id }, id: "form" }}>
        <FieldInputs fields={fields} path="" draft={emptyDraft(fields)} onChange={() => undefined} />
      </FormContext>
    </Surroundings>
  )
  const roles = getAllByRole("checkbox").map((box) => box.getAttribute("value"))
  expect(roles).toContain("partner-administrator")
  expect(roles).not.toContain("programme-officer")
})
