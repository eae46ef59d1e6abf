import { commandNamed } from "@phakhi/domain/catalogue"
import type { Command } from "@phakhi/domain/engine/Operation"
import { cleanup, fireEvent, render, waitFor } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { OperationForm } from "../../src/forms/OperationForm.tsx"
import { Surroundings } from "../Surroundings.tsx"
import { closeDocument, openDocument } from "../setup.ts"

const announceAgreement = commandNamed("agreements.announce")
const requestChange = commandNamed("agreements.request-change")

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

const proposed = { where: "เว็บไซต์ของหน่วยงาน", reference: "ประกาศที่ 1/2569" }

const formOf = (operation: Command) => {
  const { container } = render(
    <Surroundings>
      <OperationForm operation={operation} proposed={proposed} onDone={() => undefined} />
    </Surroundings>
  )
  return container
}

it("an act without a way back is shown once more before it is sent, with the domain's reason", async () => {
  const container = formOf(announceAgreement)
  fireEvent.submit(container.querySelector("form") as HTMLFormElement)
  await waitFor(() => expect(container.textContent).toContain("ตรวจคำตอบก่อนส่ง"))
  const { irreversible } = announceAgreement
  expect(container.textContent).toContain(irreversible === false ? "–" : irreversible.th)
  expect(container.textContent).toContain("เว็บไซต์ของหน่วยงาน")
  expect(container.querySelector("[data-submit]")?.textContent).toBe(announceAgreement.summary.th)
})

it("an act that can be put right is sent at once", () => {
  const container = formOf(requestChange)
  expect(container.querySelector("[data-submit]")?.textContent).toBe(requestChange.summary.th)
})
