import { Stack, Table, Text } from "@mantine/core"
import { availableOf, committedOf, kinds, Source } from "@phakhi/domain/funding/Source"
import { format } from "@phakhi/domain/kernel/Money"
import { Schema } from "effect"
import { useMemo } from "react"
import { ActionBar } from "../records/ActionBar.tsx"
import { Facts } from "../records/Facts.tsx"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  about: { th: "แหล่งเงิน", en: "Source of money" },
  kind: { th: "ประเภท", en: "Kind" },
  year: { th: "ปีงบประมาณ (พ.ศ.)", en: "Fiscal year (B.E.)" },
  money: { th: "วงเงินและเงินที่เหลือ", en: "Amount and what is left" },
  amount: { th: "วงเงิน", en: "Amount" },
  committed: { th: "ผูกพันแล้ว", en: "Committed" },
  available: { th: "ผูกพันได้อีก", en: "Still available" },
  holder: { th: "ผู้ถือเงิน", en: "Holder" },
  rule: { th: "ระเบียบที่ใช้", en: "Rule" },
  ruleReason: { th: "เหตุผลที่ไม่มีระเบียบเฉพาะ", en: "Why there is no specific rule" },
  shares: { th: "ความร่วมมือที่ผูกพันเงินนี้", en: "Partnerships that this money is committed to" },
  carriedTo: { th: "กันไว้เบิกในปีงบประมาณ พ.ศ.", en: "Carried over into fiscal year (B.E.)" },
  sharesNone: { th: "ยังไม่ได้ผูกพันให้ความร่วมมือใด", en: "Not committed to any partnership yet" },
  partnership: { th: "ความร่วมมือ", en: "Partnership" }
} as const satisfies Record<string, Words>

const decode = Schema.decodeUnknownSync(Source as unknown as Schema.Codec<Source>)

const SourcePage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const source = useMemo(() => decode(view.data), [view.data])
  const { committed, fiscalYear, holder, kind, rule, ruleReason } = source
  return (
    <OperationDrawer view={view} onReload={onReload}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={view.actions} />
        <Section title={words.about}>
          <Facts
            facts={[
              { label: words.kind, value: say(kinds[kind]) },
              { label: words.year, value: String(fiscalYear) },
              ...(holder === undefined
                ? []
                : [{ label: words.holder, value: <RecordName record="organisation" id={holder} /> }]),
              ...(rule === undefined ? [] : [{ label: words.rule, value: rule }]),
              ...(ruleReason === undefined ? [] : [{ label: words.ruleReason, value: ruleReason }])
            ]}
          />
        </Section>
        <Section title={words.money}>
          <Facts
            amounts
            facts={[
              { label: words.amount, value: format(source.amount, language) },
              { label: words.committed, value: format(committedOf(source), language) },
              { label: words.available, value: format(availableOf(source), language) }
            ]}
          />
        </Section>
        <Section title={words.shares}>
          {committed.length === 0 ? (
            <Text>{say(words.sharesNone)}</Text>
          ) : (
            <Table>
              <Table.Tbody>
                {committed.map(({ amount, fiscalYear, partnership }) => (
                  <Table.Tr key={`${partnership} ${fiscalYear ?? ""}`}>
                    <Table.Td>
                      <RecordName record="partnership" id={partnership} />
                      {fiscalYear !== undefined && (
                        <Text size="sm">
                          {say(words.carriedTo)} {fiscalYear}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td className="amount">{format(amount, language)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Section>
        <Section title={historyTitle}>
          <History record="source" id={view.id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default SourcePage
