import type { NamedPerson } from "@phakhi/domain/engine/People"
import { AccountId, OrganisationId } from "@phakhi/domain/kernel/Actor"
import { cleanup, render } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { PersonName } from "../../src/records/People.tsx"
import { Surroundings } from "../Surroundings.tsx"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

const someone: NamedPerson = {
  account: AccountId.make("00000000-0000-4000-8000-000000000001"),
  organisation: OrganisationId.make("00000000-0000-4000-8000-000000000002")
}

const shown = (person: NamedPerson, withPosition = true) =>
  render(<PersonName person={person} withPosition={withPosition} />, { wrapper: Surroundings }).container.querySelector(
    "[data-person]"
  )?.textContent

it("a person is shown by name and position, by name alone where the record says another, and erased by neither", () => {
  const person = { ...someone, name: "สมหญิง", position: "ผู้จัดการโครงการ" }
  expect(shown(person)).toBe("สมหญิง, ผู้จัดการโครงการ")
  cleanup()
  expect(shown(person, false)).toBe("สมหญิง")
  cleanup()
  expect(shown(someone)).toBe("ลบข้อมูลส่วนบุคคลแล้ว")
})
