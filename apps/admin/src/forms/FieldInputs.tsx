import { Button, Fieldset, Group, Input, Stack, Text, Textarea, TextInput } from "@mantine/core"
import { type Field, fittedTo, offered } from "@phakhi/domain/kernel/Field"
import { type ComponentType, Fragment, type ReactNode } from "react"
import { useSay } from "../words/Language.tsx"
import { ChoiceField, ChoicesField, ReferenceField } from "./ChoiceFields.tsx"
import { DateField, PeriodField } from "./DateFields.tsx"
import { type Draft, emptyDraft, emptyOf, type TypedFact } from "./Draft.ts"
import type { FieldProps } from "./FieldProps.ts"
import { DocumentField, FileField } from "./FileFields.tsx"
import { idOf, mistakeAt, useForm } from "./FormContext.tsx"
import { FlagField, LocalizedField, MoneyField, NumberField, ProseField, TextField } from "./TextFields.tsx"
import { useFieldProps } from "./useFieldProps.ts"
import { formWords } from "./words.ts"

const GroupField = ({ field, onChange, path, value }: FieldProps<Draft>) => {
  const { error, id, label } = useFieldProps(field, path)
  return (
    <Fieldset legend={label} id={id}>
      {error !== undefined && <Input.Error mb={6}>{error}</Input.Error>}
      <FieldInputs fields={field.fields ?? []} path={path} draft={value} onChange={onChange} />
    </Fieldset>
  )
}

const LinesField = ({ field, onChange, path, value }: FieldProps<ReadonlyArray<string>>) => {
  const say = useSay()
  return (
    <Textarea
      description={say(formWords.onePerLine)}
      {...useFieldProps(field, path)}
      autosize
      minRows={2}
      value={value.join("\n")}
      onChange={(event) => onChange(event.currentTarget.value.split("\n"))}
    />
  )
}

const RowsField = ({ field, onChange, path, value }: FieldProps<ReadonlyArray<Draft>>) => {
  const say = useSay()
  const { error, id, label } = useFieldProps(field, path)
  const fields = field.fields ?? []
  return (
    <Fieldset legend={label} id={id} tabIndex={-1}>
      {error !== undefined && <Input.Error mb={6}>{error}</Input.Error>}
      <Stack gap="sm">
        {value.length === 0 && (
          <Text size="sm" c="dimmed">
            {say(formWords.nothingYet)}
          </Text>
        )}
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the only identity a row has
          <Fieldset key={index} legend={`${say(field.label)} ${index + 1}`} variant="filled" id={`${id}-${index}`}>
            <FieldInputs
              fields={fields}
              path={`${path}/${index}`}
              draft={item}
              onChange={(changed) => onChange(value.map((other, at) => (at === index ? changed : other)))}
            />
            <Button
              mt="sm"
              size="compact-sm"
              variant="subtle"
              color="red"
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {say(formWords.remove)} {index + 1}
            </Button>
          </Fieldset>
        ))}
        <Group>
          <Button size="xs" variant="default" onClick={() => onChange([...value, emptyDraft(fields)])}>
            {say(formWords.add)}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

const ListField = (props: FieldProps<ReadonlyArray<unknown>>) =>
  (props.field.fields ?? []).length === 0 ? (
    <LinesField {...(props as FieldProps<ReadonlyArray<string>>)} />
  ) : (
    <RowsField {...(props as unknown as FieldProps<ReadonlyArray<Draft>>)} />
  )

interface FactTextProps {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const FactText = ({ label, onChange, path, value }: FactTextProps) => {
  const say = useSay()
  const { id, mistakes } = useForm()
  const mistake = mistakeAt(mistakes, path, true)
  return (
    <Textarea
      id={idOf(id, path)}
      label={label}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={mistake === undefined ? undefined : say(mistake.words)}
    />
  )
}

/** Named texts. Where the headings are known beforehand only the texts are asked for. */
const FactsField = ({ field, onChange, path, value }: FieldProps<ReadonlyArray<TypedFact>>) => {
  const say = useSay()
  const { error, id, label } = useFieldProps(field, path)
  const { headings } = useForm()
  const change = (index: number, changed: Partial<TypedFact>) =>
    onChange(value.map((fact, at) => (at === index ? { ...fact, ...changed } : fact)))
  return (
    <Fieldset legend={label} id={id}>
      {error !== undefined && <Input.Error mb={6}>{error}</Input.Error>}
      <Stack gap="sm">
        {value.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headings are typed, so the place is the identity
          <Stack key={index} gap={6}>
            {headings === undefined && (
              <TextInput
                label={`${say(formWords.factName)} ${index + 1}`}
                value={fact.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
            )}
            <FactText
              path={`${path}/${fact.name}`}
              label={
                headings?.[fact.name] === undefined
                  ? `${say(formWords.factText)} ${index + 1}`
                  : say(headings[fact.name] ?? { th: fact.name })
              }
              value={fact.value}
              onChange={(said) => change(index, { value: said })}
            />
          </Stack>
        ))}
        {headings === undefined && (
          <Group>
            <Button size="xs" variant="default" onClick={() => onChange([...value, { name: "", value: "" }])}>
              {say(formWords.add)}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

/** A draft holds for each field what its own control has put there, so a control may trust its value. */
const controlOf = (field: Field): ComponentType<FieldProps> => {
  const of = (control: unknown) => control as ComponentType<FieldProps>
  switch (field.kind) {
    case "text":
      return of(TextField)
    case "prose":
      return of(ProseField)
    case "localized":
      return of(LocalizedField)
    case "money":
      return of(MoneyField)
    case "date":
      return of(DateField)
    case "period":
      return of(PeriodField)
    case "count":
    case "decimal":
      return of(NumberField)
    case "flag":
      return of(FlagField)
    case "choice":
      return of(ChoiceField)
    case "choices":
      return of(ChoicesField)
    case "reference":
      return of(ReferenceField)
    case "facts":
      return of(FactsField)
    case "group":
      return of(GroupField)
    case "list":
      return of(ListField)
    case "file":
      return of(FileField)
    case "document":
      return of(DocumentField)
  }
}

interface FieldInputsProps {
  readonly fields: ReadonlyArray<Field>
  readonly path: string
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** What is shown after a field. */
  readonly after?: (field: string) => ReactNode
}

export const FieldInputs = ({ after, draft, fields, onChange, path }: FieldInputsProps) => {
  const { controls, data } = useForm()
  const itself = typeof data === "object" && data !== null && "id" in data ? String(data.id) : undefined
  const fitting = ({ fitting }: Field) => {
    const record = fitting === undefined ? undefined : fittedTo(fitting, draft, data)
    return record === undefined ? {} : { fittedTo: record }
  }
  return (
    <Stack gap="md">
      {fields.map((field) => {
        const Control = (path === "" ? controls?.[field.name] : undefined) ?? controlOf(field)
        return (
          <Fragment key={field.name}>
            <Control
              field={field}
              {...(field.among === undefined ? {} : { offered: offered(field, { fields, given: draft, itself }) })}
              {...fitting(field)}
              path={`${path}/${field.name}`}
              value={draft[field.name] ?? emptyOf(field)}
              onChange={(value) => onChange({ ...draft, [field.name]: value })}
            />
            {after?.(field.name)}
          </Fragment>
        )
      })}
    </Stack>
  )
}
