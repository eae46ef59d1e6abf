import { Table } from "@mantine/core"
import { type Report, standing } from "@phakhi/domain/delivery/Report"
import { format as decimal, type Micro } from "@phakhi/domain/plans/Decimal"
import { type Indicator, leftToTarget } from "@phakhi/domain/plans/Indicator"
import { directionOf } from "@phakhi/domain/plans/Scale"
import { Sparkline } from "../../design/Sparkline.tsx"
import { Tag } from "../../design/Tag.tsx"
import { grouped, groupedDecimal } from "../../evaluations/measured.ts"
import { Section } from "../../records/Section.tsx"
import { useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"

const words = {
  title: { th: "ตัวชี้วัดเทียบเป้าหมาย", en: "Indicators against their targets" },
  indicator: { th: "ตัวชี้วัด", en: "Indicator" },
  course: { th: "ฐานถึงล่าสุด", en: "From baseline to latest" },
  latest: { th: "ล่าสุด", en: "Latest" },
  target: { th: "เป้าหมาย", en: "Target" },
  state: { th: "สถานะ", en: "State" },
  weight: { th: "น้ำหนัก", en: "Weight" },
  baseline: { th: "ฐาน", en: "baseline" },
  reached: { th: "ถึงเป้าหมาย", en: "Reached" },
  short: { th: "ยังขาด", en: "Short by" },
  over: { th: "ยังเกิน", en: "Over by" },
  unreported: { th: "ยังไม่มีรายงาน", en: "Not reported yet" }
} as const satisfies Record<string, Words>

type Reports = ReadonlyArray<Pick<Report, "no" | "replaces" | "results">>

const valuesOf = (reports: Reports, { baseline, id }: Indicator): ReadonlyArray<Micro> => [
  ...(baseline === undefined ? [] : [baseline]),
  ...standing(reports).flatMap(({ results }) =>
    results.filter(({ indicator }) => indicator === id).map(({ value }) => value)
  )
]

const State = ({ indicator, latest }: { readonly indicator: Indicator; readonly latest: Micro }) => {
  const say = useSay()
  const left = leftToTarget(indicator, latest)
  return left === undefined ? (
    <Tag kind="done">{say(words.reached)}</Tag>
  ) : (
    <Tag kind="wait">
      {say(directionOf(indicator.scale) === "down" ? words.over : words.short)} {groupedDecimal(left)}
    </Tag>
  )
}

/** Each indicator of the plan: where it began, where it is by the reports, and what is missing to its target. */
export const IndicatorsSoFar = ({ partnership: { delivery, plan } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const reports: Reports = delivery?.reports ?? []
  return (
    <Section title={words.title}>
      <Table className="rows" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {[words.indicator, words.course, words.latest, words.target, words.state].map((head) => (
              <Table.Th key={head.en}>{say(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(plan?.indicators ?? []).map((indicator) => {
            const values = valuesOf(reports, indicator)
            const reported = values.length > (indicator.baseline === undefined ? 0 : 1)
            const latest = reported ? values.at(-1) : undefined
            return (
              <Table.Tr key={indicator.id}>
                <Table.Td data-label={say(words.indicator)}>
                  <div>
                    {say(indicator.name)}
                    <div className="dimmed">
                      {say(words.weight)} {indicator.weight / 100}% · {say(indicator.unit)}
                      {indicator.baseline === undefined
                        ? ""
                        : ` · ${say(words.baseline)} ${grouped(indicator.baseline)}`}
                    </div>
                  </div>
                </Table.Td>
                <Table.Td data-label={say(words.course)}>
                  <Sparkline
                    values={values.map((value) => Number(decimal(value)))}
                    target={Number(decimal(indicator.target))}
                  />
                </Table.Td>
                <Table.Td data-label={say(words.latest)}>
                  <strong>{latest === undefined ? "–" : grouped(latest)}</strong>
                </Table.Td>
                <Table.Td data-label={say(words.target)}>{grouped(indicator.target)}</Table.Td>
                <Table.Td data-label={say(words.state)}>
                  {latest === undefined ? (
                    <Tag kind="plain">{say(words.unreported)}</Tag>
                  ) : (
                    <State indicator={indicator} latest={latest} />
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
