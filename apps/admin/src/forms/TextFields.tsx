import { Checkbox, Fieldset, Stack, Text, Textarea, TextInput } from "@mantine/core"
import { bahtText } from "@phakhi/domain/kernel/BahtText"
import { Amount, format } from "@phakhi/domain/kernel/Money"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Option, Result, Schema } from "effect"
import { useLanguage, useSay } from "../words/Language.tsx"
import { grouped } from "./Amounts.ts"
import type { TypedText } from "./Draft.ts"
import type { FieldProps } from "./FieldProps.ts"
import { idOf, mistakeAt, useForm } from "./FormContext.tsx"
import { useFieldProps } from "./useFieldProps.ts"
import { formWords } from "./words.ts"

export const TextField = ({ field, onChange, path, value }: FieldProps<string>) => (
  <TextInput
    {...useFieldProps(field, path)}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    aria-required={field.required}
  />
)

export const NumberField = ({ field, onChange, path, value }: FieldProps<string>) => (
  <TextInput
    {...useFieldProps(field, path)}
    maw={220}
    inputMode={field.kind === "count" ? "numeric" : "decimal"}
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    aria-required={field.required}
  />
)

export const ProseField = ({ field, onChange, path, value }: FieldProps<string>) => (
  <Textarea
    {...useFieldProps(field, path)}
    autosize
    minRows={3}
    maxRows={14}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    aria-required={field.required}
  />
)

export const FlagField = ({ field, onChange, path, value }: FieldProps<boolean>) => {
  const say = useSay()
  const { label: _, ...props } = useFieldProps(field, path)
  return (
    <Checkbox
      {...props}
      label={say(field.label)}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

export const LocalizedField = ({ field, onChange, path, value }: FieldProps<TypedText>) => {
  const say = useSay()
  const { id, mistakes } = useForm()
  const { label } = useFieldProps(field, path)
  const wrong = mistakeAt(mistakes, `${path}/th`, true) ?? mistakeAt(mistakes, path, false)
  const wrongEnglish = mistakeAt(mistakes, `${path}/en`, true)
  return (
    <Fieldset legend={label} id={idOf(id, path)}>
      <Stack gap="xs">
        <TextInput
          id={idOf(id, `${path}/th`)}
          lang="th"
          label={say(formWords.thai)}
          value={value.th}
          onChange={(event) => onChange({ ...value, th: event.currentTarget.value })}
          error={wrong === undefined ? undefined : say(wrong.words)}
          aria-required={field.required}
        />
        <TextInput
          id={idOf(id, `${path}/en`)}
          lang="en"
          label={say(formWords.english)}
          value={value.en}
          onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
          error={wrongEnglish === undefined ? undefined : say(wrongEnglish.words)}
        />
      </Stack>
    </Fieldset>
  )
}

const decodeAmount = Schema.decodeUnknownOption(Amount)

/** The amount as it will be understood, in groups of three and in Thai words. */
export const AmountPreview = ({ typed }: { readonly typed: string }) => {
  const { language } = useLanguage()
  const amount = Option.flatMap(Result.getSuccess(readNumber(typed)), decodeAmount)
  return Option.match(amount, {
    onNone: () => null,
    onSome: (satang) => (
      <Text size="sm" c="dimmed" aria-live="polite">
        {format(satang, language)} · <span lang="th">{bahtText(satang)}</span>
      </Text>
    )
  })
}

export const MoneyField = ({ field, onChange, path, value }: FieldProps<string>) => (
  <Stack gap={4}>
    <TextInput
      {...useFieldProps(field, path)}
      maw={320}
      inputMode="decimal"
      autoComplete="off"
      rightSection={<Text size="sm">฿</Text>}
      className="amount-input"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        if (grouped(value) !== value) onChange(grouped(value))
      }}
      aria-required={field.required}
    />
    <AmountPreview typed={value} />
  </Stack>
)
