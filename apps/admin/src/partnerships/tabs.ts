import type { Action } from "@phakhi/domain/engine/View"
import type { PartnershipView } from "@phakhi/domain/partnerships/Record"
import type { View } from "../api/Api.ts"

export interface TabProps {
  readonly view: View
  /** The record decoded, so that the domain's own functions can be asked about it. */
  readonly partnership: PartnershipView
  /** All of the record's actions. */
  readonly actions: ReadonlyArray<Action>
}
