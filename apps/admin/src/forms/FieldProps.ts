import type { Field } from "@phakhi/domain/kernel/Field"

/** What a control is given for its field. */
export interface FieldProps<Value = unknown> {
  readonly field: Field
  readonly path: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}
