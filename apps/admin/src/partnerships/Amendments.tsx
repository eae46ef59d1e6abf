import { List, Stack, Text, Title } from "@mantine/core"
import { format } from "@phakhi/domain/kernel/Money"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { IndicatorTable } from "./IndicatorTable.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

const states = {
  proposed: { th: "รอลงนาม", en: "Waits for signatures" },
  agreed: { th: "ทั้งสองฝ่ายลงนามแล้ว", en: "Signed by both sides" },
  declined: { th: "อีกฝ่ายไม่รับ", en: "Declined" },
  withdrawn: { th: "ถอนแล้ว", en: "Withdrawn" }
} as const satisfies Record<string, Words>

type Agreement = NonNullable<TabProps["partnership"]["agreement"]>
type Proposed = NonNullable<Extract<Agreement, { readonly _tag: "InForce" }>["amendments"]>[number]

interface AmendmentsProps {
  readonly amendments: ReadonlyArray<Proposed>
  readonly sides: { readonly [side: string]: Words }
}

const Amendment = ({
  amendment,
  sides
}: {
  readonly amendment: Proposed
  readonly sides: AmendmentsProps["sides"]
}) => {
  const say = useSay()
  const { language } = useLanguage()
  const { conditions, measures, money, objectives, reason, signatures, status, tranches } = amendment
  return (
    <Stack gap="xs" data-amendment={status}>
      <Title order={3} size="h4">
        {say(states[status])}
      </Title>
      <Text>{reason}</Text>
      <Text>{objectives}</Text>
      {conditions.length > 0 && (
        <List>
          {conditions.map((condition) => (
            <List.Item key={condition}>{condition}</List.Item>
          ))}
        </List>
      )}
      {money !== undefined && (
        <>
          <Text>
            {say(words.valueBrought)}: {format(money.value, language)}
          </Text>
          <List>
            {money.unitCosts.map(({ item, quantity, unit, unitCost }) => (
              <List.Item key={item}>
                {item}: {quantity} {unit} × {format(unitCost, language)}
              </List.Item>
            ))}
          </List>
          {money.sla !== undefined && <Text>{money.sla}</Text>}
          {money.noSlaReason !== undefined && <Text>{money.noSlaReason}</Text>}
        </>
      )}
      {tranches !== undefined && (
        <List type="ordered">
          {tranches.map(({ amount, condition, label }, index) => (
            // Two tranches may be alike in all but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: a tranche is its place in the schedule
            <List.Item key={index}>
              {[format(amount, language), label, condition].filter((part) => part !== undefined).join(" – ")}
            </List.Item>
          ))}
        </List>
      )}
      {measures !== undefined && <IndicatorTable indicators={measures.indicators} />}
      {signatures.map(({ side }) => (
        <Text key={side}>
          {say(words.signed)} {say(sides[side] ?? { th: side })}
        </Text>
      ))}
    </Stack>
  )
}

/** What was proposed to be agreed otherwise, whole, so that whoever signs has read it. */
export const Amendments = ({ amendments, sides }: AmendmentsProps) => (
  <Section title={words.amendments}>
    {amendments.map((amendment) => (
      <Amendment key={amendment.id} amendment={amendment} sides={sides} />
    ))}
  </Section>
)
