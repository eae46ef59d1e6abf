import { MantineProvider } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { emptyDraft } from "../../src/forms/Draft.ts"
import { FieldInputs } from "../../src/forms/FieldInputs.tsx"
import { FormContext, idOf } from "../../src/forms/FormContext.tsx"
import { readDraft } from "../../src/forms/Reading.ts"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } })

describe.each(commandsOf(catalogue).map((command) => [command.name, command] as const))(
  "the form of %s",
  (_, command) => {
    const fields = fieldsOf(command.input)

    it("asks for every field by its label, and points at each where it is wrong", () => {
      const mistakes = fields.map(({ name }) => ({ pointer: `/${name}`, words: { th: `ผิดที่ ${name}` } }))
      const { container } = render(
        <MantineProvider env="test">
          <QueryClientProvider client={client}>
            <FormContext value={{ mistakes, data: undefined, id: "form" }}>
              <FieldInputs fields={fields} path="" draft={emptyDraft(fields)} onChange={() => undefined} />
            </FormContext>
          </QueryClientProvider>
        </MantineProvider>
      )
      for (const { label, name } of fields) {
        expect(container.textContent, name).toContain(label.th)
        expect(container.textContent, name).toContain(`ผิดที่ ${name}`)
        expect(container.querySelector(`[id^="${idOf("form", `/${name}`)}"]`), name).not.toBeNull()
      }
    })

    it("sends nothing that it was not given", () => {
      const { input } = readDraft(fields, emptyDraft(fields), Date.parse("2026-11-21T00:00:00Z"))
      const given = Object.entries(input).filter(
        ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0)
      )
      expect(
        given.filter(([, value]) => !(typeof value === "object" && value !== null && Object.keys(value).length === 0))
      ).toEqual([])
    })
  }
)
