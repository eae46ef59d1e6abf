import type { Field } from "@phakhi/domain/kernel/Field"

import type { Listing } from "../api/Records.ts"

/** What a control is given for its field. */
export interface FieldProps<Value = unknown> {
  readonly field: Field
  /** Of a reference: the filters of a list that holds what fits. */
  readonly offered?: Listing["filters"]
  /** Of a choice: the record that its options depend on, where it is known. */
  readonly fittedTo?: string
  readonly path: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}
