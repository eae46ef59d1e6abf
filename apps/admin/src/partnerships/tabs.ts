import type { Action } from "@phakhi/domain/engine/View"
import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import type { View } from "../api/Api.ts"

export interface TabProps {
  readonly view: View
  /** The record decoded, so that the domain's own functions can be asked about it. */
  readonly partnership: Partnership
  /** All of the record's actions. */
  readonly actions: ReadonlyArray<Action>
}
