import { announceAgreement, requestChange } from "@phakhi/domain/agreements/operations"
import type { Command } from "@phakhi/domain/kernel/Operation"
import { cleanup, fireEvent, render, waitFor } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { OperationForm } from "../../src/forms/OperationForm.tsx"
import { Surroundings } from "../Surroundings.tsx"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

const fill = (operation: Command) => {
  const { container } = render(
    <Surroundings>
      <OperationForm operation={operation} onDone={() => undefined} />
    </Surroundings>
  )
  for (const input of container.querySelectorAll("input, textarea"))
    fireEvent.change(input, { target: { value: "เว็บไซต์ของหน่วยงาน" } })
  return container
}

it("an act without a way back is shown once more before it is sent, with the domain's reason", async () => {
  const container = fill(announceAgreement)
  fireEvent.submit(container.querySelector("form") as HTMLFormElement)
  await waitFor(() => expect(container.textContent).toContain("ตรวจคำตอบก่อนส่ง"))
  const { irreversible } = announceAgreement
  expect(container.textContent).toContain(irreversible === false ? "–" : irreversible.th)
  expect(container.textContent).toContain("เว็บไซต์ของหน่วยงาน")
  expect(container.querySelector("[data-submit]")?.textContent).toBe(announceAgreement.summary.th)
})

it("an act that can be put right is sent at once", () => {
  const container = fill(requestChange)
  expect(container.querySelector("[data-submit]")?.textContent).toBe(requestChange.summary.th)
})
