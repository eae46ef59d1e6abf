import type { View } from "../api/Api.ts"
import { type Offer, open } from "../records/Actions.ts"

/** A record that waits for the reader, and what can be done with it now. */
export interface NextStep {
  readonly view: View
  readonly offers: ReadonlyArray<Offer>
}

const corrections =
  /^(missions\.describe|organisations\.|accounts\.|evidence\.|partnerships\.(cancel|adapt)|agreements\.(suspend|terminate|renew|request-change)|plans\.revise|steps\.skip|sources\.)/u

/** What moves a record on comes first; what merely corrects or ends it is left to its own page. */
export const nextSteps = (views: ReadonlyArray<View>): ReadonlyArray<NextStep> =>
  views
    .map((view) => ({
      view,
      offers: open(view.actions).filter(({ operation }) => !corrections.test(operation.name))
    }))
    .filter(({ offers }) => offers.length > 0)
