import { Stack, Table, Text } from "@mantine/core"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import { directionOf } from "@phakhi/domain/plans/Scale"
import { grouped } from "../evaluations/measured.ts"
import { StepTexts } from "../evaluations/StepTexts.tsx"
import { formattedDate } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

const heads = {
  weight: { th: "น้ำหนัก", en: "Weight" },
  levels: { th: "ค่าของระดับ", en: "Levels" },
  direction: { th: "ทิศทาง", en: "Direction" },
  target: { th: "เป้าหมาย", en: "Target" },
  baseline: { th: "ข้อมูลฐาน", en: "Baseline" },
  period: { th: "ระยะเวลา", en: "Period" },
  ownerRole: { th: "บทบาทของผู้มอบภารกิจ", en: "The owner's role" },
  recipientRole: { th: "บทบาทของผู้รับมอบภารกิจ", en: "The recipient's role" },
  authority: { th: "อำนาจตามกฎหมาย", en: "Legal authority" },
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

const Indicators = ({ indicators }: { readonly indicators: ReadonlyArray<Indicator> }) => {
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

export const PlanTab = ({ partnership: { plan } }: TabProps) => {
  const say = useSay()
  const { language } = useLanguage()
  if (plan === undefined) return <Text className="empty">{say(words.planNone)}</Text>
  return (
    <Stack gap="lg">
      <Section title={words.indicators}>
        <Indicators indicators={plan.indicators} />
      </Section>
      <Section title={words.activities}>
        <Table className="rows" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {[words.activities, heads.period, heads.ownerRole, heads.recipientRole, heads.authority].map((head) => (
                <Table.Th key={head.th}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.activities.map((activity) => (
              <Table.Tr key={activity.id}>
                <Table.Td data-label={say(words.activities)}>{say(activity.title)}</Table.Td>
                <Table.Td data-label={say(heads.period)}>
                  {formattedDate(activity.period.from, language)} – {formattedDate(activity.period.to, language)}
                </Table.Td>
                <Table.Td data-label={say(heads.ownerRole)}>{activity.ownerRole}</Table.Td>
                <Table.Td data-label={say(heads.recipientRole)}>{activity.recipientRole}</Table.Td>
                <Table.Td data-label={say(heads.authority)}>
                  {activity.legalAuthority ?? activity.noAuthorityReason ?? "–"}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    </Stack>
  )
}
