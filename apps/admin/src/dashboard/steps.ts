import type { View } from "../api/Api.ts"
import { inTurn, type Offer, open } from "../records/Actions.ts"

/** A record that waits for the reader, and what it waits for, in the order of its way. */
export interface NextStep {
  readonly view: View
  readonly offers: ReadonlyArray<Offer>
}

/** The records on which the reader can move something on now. */
export const nextSteps = (views: ReadonlyArray<View>): ReadonlyArray<NextStep> =>
  views.map((view) => ({ view, offers: open(inTurn(view.actions)) })).filter(({ offers }) => offers.length > 0)
