import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { commandNamed } from "./Actions.ts"
import { type Fact, Facts } from "./Facts.tsx"
import { FieldValue } from "./FieldValue.tsx"

interface FieldsViewProps {
  /** The operation that states it: its fields name what is shown, and in which order. */
  readonly operation: string
  /** In wire form. */
  readonly value: unknown
  /** Shown before the fields. */
  readonly first?: ReadonlyArray<Fact>
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

/** What an operation has stated, shown as its form asks for it. */
export const FieldsView = ({ first = [], operation, value }: FieldsViewProps) => {
  const command = commandNamed(operation)
  if (command === undefined || !isObject(value)) return null
  const stated = fieldsOf(command.input).filter(({ name }) => value[name] !== undefined)
  return (
    <Facts
      facts={[
        ...first,
        ...stated.map((field) => ({
          label: field.label,
          value: <FieldValue field={field} value={value[field.name]} />
        }))
      ]}
    />
  )
}
