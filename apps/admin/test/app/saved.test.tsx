import { MantineProvider } from "@mantine/core"
import { Notifications, notifications } from "@mantine/notifications"
import { act, cleanup, render } from "@testing-library/react"
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest"
import { saySaved } from "../../src/app/saved.ts"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(() => {
  vi.useRealTimers()
  notifications.clean()
  cleanup()
})
afterAll(closeDocument)

const notices = () => [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent)

it("what was saved is said once at a time, politely, and goes by itself", () => {
  vi.useFakeTimers()
  render(
    <MantineProvider env="test">
      <Notifications />
    </MantineProvider>
  )
  for (const th of ["ลงนาม", "ประกาศ", "อนุมัติ"]) act(() => saySaved((words) => words.th, { th }))
  act(() => vi.advanceTimersByTime(1_000))
  expect(notices()).toEqual([expect.stringContaining("อนุมัติ")])
  expect(document.querySelector("[role=status]")?.getAttribute("aria-live")).toBe("polite")
  for (const passed of [5_000, 1_000]) act(() => vi.advanceTimersByTime(passed))
  expect(notices()).toEqual([])
})
