import { Table } from "@mantine/core"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import { directionOf } from "@phakhi/domain/plans/Scale"
import { grouped } from "../evaluations/measured.ts"
import { StepTexts } from "../evaluations/StepTexts.tsx"
import { useSay, type Words } from "../words/Language.tsx"
import { partnershipWords as words } from "./words.ts"

const heads = {
  weight: { th: "น้ำหนัก", en: "Weight" },
  levels: { th: "ค่าของระดับ", en: "Levels" },
  direction: { th: "ทิศทาง", en: "Direction" },
  target: { th: "เป้าหมาย", en: "Target" },
  baseline: { th: "ข้อมูลฐาน", en: "Baseline" },
  up: { th: "ยิ่งมากยิ่งดี", en: "The more the better" },
  down: { th: "ยิ่งน้อยยิ่งดี", en: "The less the better" },
  steps: { th: "ระดับ 1–5", en: "Levels 1 to 5" }
} as const satisfies Record<string, Words>

const levelsOf = ({ scale }: Indicator): string | undefined => {
  switch (scale._tag) {
    case "FiveLevel":
      return scale.levels.map(grouped).join(" / ")
    case "Anchors":
      return [scale.base, scale.standard, scale.advanced].map(grouped).join(" / ")
    case "FiveLevelStep":
      return undefined
  }
}

export const IndicatorTable = ({ indicators }: { readonly indicators: ReadonlyArray<Indicator> }) => {
  const say = useSay()
  return (
    <Table className="rows score" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.indicators, heads.weight, heads.levels, heads.direction, heads.target, heads.baseline].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {indicators.map((indicator) => (
          <Table.Tr key={indicator.id}>
            <Table.Td data-label={say(words.indicators)}>
              {say(indicator.name)} ({say(indicator.unit)})
            </Table.Td>
            <Table.Td data-label={say(heads.weight)}>{indicator.weight / 100} %</Table.Td>
            <Table.Td data-label={say(heads.levels)}>
              <div>
                {levelsOf(indicator) ?? say(heads.steps)}
                <StepTexts scale={indicator.scale} />
              </div>
            </Table.Td>
            <Table.Td data-label={say(heads.direction)}>{say(heads[directionOf(indicator.scale)])}</Table.Td>
            <Table.Td data-label={say(heads.target)}>{grouped(indicator.target)}</Table.Td>
            <Table.Td data-label={say(heads.baseline)}>
              {indicator.baseline === undefined ? "–" : grouped(indicator.baseline)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
