import { Fieldset, Input, Stack, Text, TextInput } from "@mantine/core"
import { Indicator, UnreportedPolicy } from "@phakhi/domain/plans/Indicator"
import { Option, Schema } from "effect"
import { useMemo } from "react"
import type { FieldProps } from "../forms/FieldProps.ts"
import { mistakeAt, useForm } from "../forms/FormContext.tsx"
import { useFieldProps } from "../forms/useFieldProps.ts"
import { useSay } from "../words/Language.tsx"
import { isDecimal, type Scoring, scoreOf, type TypedResult } from "./live.ts"
import { ScoreTable, Total } from "./ScoreTable.tsx"
import { evaluationWords as words } from "./words.ts"

const Planned = Schema.Struct({
  indicators: Schema.Array(Indicator),
  unreported: Schema.optionalKey(UnreportedPolicy)
})
const decode = Schema.decodeUnknownOption(Planned)

/** What the plan of the record that the form is about says of scoring. */
const useScoring = (): Scoring => {
  const { data } = useForm()
  const planned = (data as { readonly plan?: unknown } | undefined)?.plan
  return useMemo(() => Option.getOrElse(decode(planned), (): Scoring => ({ indicators: [] })), [planned])
}

/** One line for each indicator of the plan, with the score as one types. Lines left empty are not sent. */
export const ResultsField = ({ field, onChange, path, value }: FieldProps) => {
  const scoring = useScoring()
  const { indicators } = scoring
  const say = useSay()
  const { mistakes } = useForm()
  const { error, id, label } = useFieldProps(field, path)
  const typed = (value ?? []) as ReadonlyArray<TypedResult>
  const change = (indicator: string, said: string) => {
    const rest = typed.filter((result) => result.indicator !== indicator)
    onChange(said.trim() === "" ? rest : [...rest, { indicator, value: said }])
  }
  const wrong = (indicator: string, said: string) => {
    const place = typed.findIndex((result) => result.indicator === indicator)
    const mistake = place === -1 ? undefined : mistakeAt(mistakes, `${path}/${place}`, true)
    return mistake !== undefined
      ? say(mistake.words)
      : said !== "" && !isDecimal(said)
        ? say(words.notANumber)
        : undefined
  }
  return (
    <Fieldset legend={label} id={id}>
      <Stack gap="xs">
        <Text size="sm">
          {say(words.live)} · {say(words.leaveOut)}
        </Text>
        {error !== undefined && <Input.Error>{error}</Input.Error>}
        <ScoreTable
          indicators={indicators}
          scored={scoreOf(scoring, typed)}
          result={(indicator) => {
            const said = typed.find((result) => result.indicator === indicator.id)?.value ?? ""
            return (
              <TextInput
                w={110}
                inputMode="decimal"
                aria-label={`${say(words.result)} ${say(indicator.name)}`}
                value={said}
                onChange={(event) => change(indicator.id, event.currentTarget.value)}
                error={wrong(indicator.id, said)}
              />
            )
          }}
        />
        <Total scored={scoreOf(scoring, typed)} />
      </Stack>
    </Fieldset>
  )
}
