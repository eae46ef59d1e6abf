import { MantineProvider } from "@mantine/core"
import { Indicator } from "@phakhi/domain/plans/Indicator"
import { cleanup, render } from "@testing-library/react"
import { Schema } from "effect"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { ScoreTable } from "../../src/evaluations/ScoreTable.tsx"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
afterEach(cleanup)
afterAll(closeDocument)

const steps = ["รวบรวมข้อมูล", "วิเคราะห์ข้อมูล", "รับฟังความเห็น", "ส่งรายงาน", "นำรายงานไปใช้"].map((th) => ({ th }))

const shown = (scale: unknown) => {
  const indicator = Schema.decodeUnknownSync(Indicator)({
    id: "00000000-0000-4000-8000-000000000001",
    name: { th: "ระดับความสำเร็จของรายงาน" },
    unit: { th: "ระดับ" },
    weight: 10_000,
    scale,
    target: "4"
  })
  const { container } = render(
    <MantineProvider env="test">
      <ScoreTable indicators={[indicator]} scored={undefined} result={() => null} />
    </MantineProvider>
  )
  return [...container.querySelectorAll("ol > li")].map(({ textContent }) => textContent)
}

it("PER-1 whoever enters a result sees what each level asks, in order", () => {
  expect(shown({ _tag: "FiveLevelStep", steps })).toEqual(steps.map(({ th }) => th))
})

it("PER-1 a plan stored before the levels had texts, and a scale of values, show none", () => {
  expect(shown({ _tag: "FiveLevelStep" })).toEqual([])
  expect(shown({ _tag: "FiveLevel", levels: ["1", "2", "3", "4", "5"] })).toEqual([])
})
