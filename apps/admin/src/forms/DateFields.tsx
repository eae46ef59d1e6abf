import { Fieldset, Group, Input, Stack, TextInput } from "@mantine/core"
import { useSay } from "../words/Language.tsx"
import type { TypedDate } from "./Draft.ts"
import type { FieldProps } from "./FieldProps.ts"
import { idOf, mistakeAt, useForm } from "./FormContext.tsx"
import { useFieldProps } from "./useFieldProps.ts"
import { formWords } from "./words.ts"

interface DateInputsProps {
  readonly path: string
  readonly legend: string
  readonly value: TypedDate
  readonly onChange: (value: TypedDate) => void
}

/** A known date in three fields; month names are taken too, and nothing jumps by itself. */
const DateInputs = ({ legend, onChange, path, value }: DateInputsProps) => {
  const say = useSay()
  const { id, mistakes } = useForm()
  const mistake = mistakeAt(mistakes, path, true)
  const own = idOf(id, path)
  const wrong = mistake === undefined ? {} : { error: true, "aria-describedby": `${own}-error` }
  return (
    <Fieldset legend={legend} id={own}>
      <Input.Description mb={6}>{say(formWords.dateHint)}</Input.Description>
      {mistake !== undefined && (
        <Input.Error id={`${own}-error`} mb={6} size="sm">
          {say(mistake.words)}
        </Input.Error>
      )}
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          {...wrong}
          w={72}
          label={say(formWords.day)}
          inputMode="numeric"
          value={value.day}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
        <TextInput
          {...wrong}
          w={128}
          label={say(formWords.month)}
          value={value.month}
          onChange={(event) => onChange({ ...value, month: event.currentTarget.value })}
        />
        <TextInput
          {...wrong}
          w={110}
          label={say(formWords.year)}
          inputMode="numeric"
          value={value.year}
          onChange={(event) => onChange({ ...value, year: event.currentTarget.value })}
        />
      </Group>
    </Fieldset>
  )
}

export const DateField = ({ field, onChange, path, value }: FieldProps<TypedDate>) => (
  <DateInputs legend={useFieldProps(field, path).label} path={path} value={value} onChange={onChange} />
)

interface TypedPeriod {
  readonly from: TypedDate
  readonly to: TypedDate
}

export const PeriodField = ({ field, onChange, path, value }: FieldProps<TypedPeriod>) => {
  const say = useSay()
  const { error, id, label } = useFieldProps(field, path)
  return (
    <Fieldset legend={label} id={id}>
      {error !== undefined && <Input.Error mb={6}>{error}</Input.Error>}
      <Stack gap="xs">
        <DateInputs
          legend={say(formWords.from)}
          path={`${path}/from`}
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
        />
        <DateInputs
          legend={say(formWords.to)}
          path={`${path}/to`}
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
        />
      </Stack>
    </Fieldset>
  )
}
