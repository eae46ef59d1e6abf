import { List, Text } from "@mantine/core"
import type { Field } from "@phakhi/domain/kernel/Field"
import type { ReactNode } from "react"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { formattedDate, formattedMoney } from "./formatting.ts"
import { RecordName } from "./RecordName.tsx"

interface FieldValueProps {
  readonly field: Field
  /** In wire form. */
  readonly value: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const Pairs = ({
  fields,
  value
}: {
  readonly fields: ReadonlyArray<Field>
  readonly value: Record<string, unknown>
}) => {
  const say = useSay()
  return (
    <List size="sm" listStyleType="none">
      {fields
        .filter(({ name }) => value[name] !== undefined)
        .map((field) => (
          <List.Item key={field.name}>
            {say(field.label)}: <FieldValue field={field} value={value[field.name]} />
          </List.Item>
        ))}
    </List>
  )
}

/** The answer to a field, for people. */
export const FieldValue = ({ field, value }: FieldValueProps): ReactNode => {
  const say = useSay()
  const { language } = useLanguage()
  if (value === undefined || value === null || value === "") {
    return (
      <Text span inherit c="dimmed">
        {say(common.notGiven)}
      </Text>
    )
  }
  const option = (chosen: unknown) => {
    const found = field.options?.find((candidate) => candidate.value === chosen)
    return found === undefined ? String(chosen) : say(found.label)
  }
  switch (field.kind) {
    case "localized":
      return isObject(value) ? say(value as unknown as Words) : String(value)
    case "money":
      return formattedMoney(isObject(value) ? value["amount"] : value, language)
    case "date":
      return formattedDate(value, language, "long")
    case "period":
      return isObject(value)
        ? `${formattedDate(value["from"], language)} – ${formattedDate(value["to"], language)}`
        : ""
    case "flag":
      return say(value === true ? common.yes : common.no)
    case "choice":
      return option(value)
    case "choices":
      return Array.isArray(value) ? value.map(option).join(", ") : String(value)
    case "reference":
      return <RecordName record={field.record ?? ""} id={String(value)} link={false} />
    case "facts":
      return isObject(value) ? (
        <List size="sm" listStyleType="none">
          {Object.entries(value).map(([name, said]) => (
            <List.Item key={name}>
              {name}: {String(said)}
            </List.Item>
          ))}
        </List>
      ) : null
    case "group":
      return isObject(value) ? <Pairs fields={field.fields ?? []} value={value} /> : null
    case "list":
      return Array.isArray(value) ? (
        <List size="sm" type="ordered">
          {value.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the only identity a row has
            <List.Item key={index}>
              {isObject(item) ? <Pairs fields={field.fields ?? []} value={item} /> : String(item)}
            </List.Item>
          ))}
        </List>
      ) : null
    default:
      return (
        <Text span inherit style={{ whiteSpace: "pre-wrap" }}>
          {String(value)}
        </Text>
      )
  }
}
