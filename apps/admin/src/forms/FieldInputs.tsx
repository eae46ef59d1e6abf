import { Stack } from "@mantine/core"
import type { Field } from "@phakhi/domain/kernel/Field"
import { type ComponentType, Fragment, type ReactNode } from "react"
import { ChoiceField, ChoicesField, ReferenceField } from "./ChoiceFields.tsx"
import { DateField, PeriodField } from "./DateFields.tsx"
import { type Draft, emptyOf } from "./Draft.ts"
import { DocumentField, FileField } from "./FileFields.tsx"
import { useForm } from "./FormContext.tsx"
import type { FieldProps } from "./fieldProps.ts"
import { FactsField, GroupField, ListField } from "./NestedFields.tsx"
import { FlagField, LocalizedField, MoneyField, NumberField, ProseField, TextField } from "./TextFields.tsx"

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
  const { controls } = useForm()
  return (
    <Stack gap="md">
      {fields.map((field) => {
        const Control = (path === "" ? controls?.[field.name] : undefined) ?? controlOf(field)
        return (
          <Fragment key={field.name}>
            <Control
              field={field}
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
