import { Table, Text } from "@mantine/core"
import type { Scored } from "@phakhi/domain/evaluation/Scoring"
import { formatFour } from "@phakhi/domain/plans/Decimal"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import type { ReactNode } from "react"
import { useLanguage, useSay } from "../words/Language.tsx"
import { measured } from "./measured.ts"
import { StepTexts } from "./StepTexts.tsx"
import { evaluationWords as words } from "./words.ts"

interface ScoreTableProps {
  readonly indicators: ReadonlyArray<Indicator>
  readonly scored: Scored | undefined
  /** What stands in the column of results: a value, or a place to type it. */
  readonly result: (indicator: Indicator) => ReactNode
}

const percent = (weight: number): string => `${weight / 100} %`

/** Indicators with their results, their scores and the total, to four decimals. */
export const ScoreTable = ({ indicators, result, scored }: ScoreTableProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const lineOf = (id: string) => scored?.lines.find(({ indicator }) => indicator === id)
  return (
    <Table className="rows score" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.indicator, words.weight, words.target, words.result, words.score, words.weighted].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {indicators.map((indicator) => {
          const line = lineOf(indicator.id)
          return (
            <Table.Tr key={indicator.id} data-indicator={indicator.id}>
              <Table.Td data-label={say(words.indicator)}>
                <div>
                  {say(indicator.name)}
                  <StepTexts scale={indicator.scale} />
                </div>
              </Table.Td>
              <Table.Td data-label={say(words.weight)}>{percent(indicator.weight)}</Table.Td>
              <Table.Td data-label={say(words.target)}>{measured(indicator.target, indicator.unit, language)}</Table.Td>
              <Table.Td data-label={say(words.result)}>{result(indicator)}</Table.Td>
              <Table.Td data-label={say(words.score)}>
                {line?.score == null ? say(words.unreported) : formatFour(line.score)}
              </Table.Td>
              <Table.Td data-label={say(words.weighted)}>
                {line?.weighted == null ? "–" : formatFour(line.weighted)}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
      <Table.Caption>{say(words.addUp)}</Table.Caption>
    </Table>
  )
}

export const Total = ({ scored }: { readonly scored: Scored | undefined }) => {
  const say = useSay()
  if (scored === undefined) return <Text role="status">{say(words.cannot)}</Text>
  return (
    <Text className="score" role="status" data-total={scored.final === null ? "" : formatFour(scored.final)}>
      {say(words.total)} <strong>{scored.total === null ? "–" : formatFour(scored.total)}</strong>
      {scored.deducted > 0 && ` · ${say(words.deducted)} ${formatFour(scored.deducted)}`}
      {scored.final !== null && scored.deducted > 0 && (
        <>
          {" "}
          · {say(words.final)} <strong>{formatFour(scored.final)}</strong>
        </>
      )}{" "}
      · {say(words.counted)} {percent(scored.weightCounted)}
    </Text>
  )
}
