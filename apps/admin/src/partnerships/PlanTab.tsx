import { Stack, Table, Text } from "@mantine/core"
import { formattedDate, formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { IndicatorTable } from "./IndicatorTable.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

const heads = {
  period: { th: "ระยะเวลา", en: "Period" },
  ownerRole: { th: "บทบาทของผู้มอบภารกิจ", en: "The owner's role" },
  recipientRole: { th: "บทบาทของผู้รับมอบภารกิจ", en: "The recipient's role" },
  authority: { th: "อำนาจตามกฎหมาย", en: "Legal authority" }
} as const satisfies Record<string, Words>

export const PlanTab = ({ partnership: { plan } }: TabProps) => {
  const say = useSay()
  const { language } = useLanguage()
  if (plan === undefined) return <Text className="empty">{say(words.planNone)}</Text>
  return (
    <Stack gap="lg">
      <Section title={words.indicators}>
        <IndicatorTable indicators={plan.indicators} />
        <Text data-agreed={plan.agreed !== undefined}>
          {plan.agreed === undefined ? (
            say(words.planNotAgreed)
          ) : (
            <>
              {say(words.planAgreed)} {formattedInstant(plan.agreed.at, language)}
              {plan.agreed.by !== undefined && (
                <>
                  {" – "}
                  <RecordName record="account" id={plan.agreed.by} withPosition={false} />
                </>
              )}
            </>
          )}
        </Text>
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
