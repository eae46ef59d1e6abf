import { type ComponentType, lazy } from "react"
import type { View } from "../api/Api.ts"

export interface BodyProps {
  readonly view: View
  /** Loads the latest version and answers with it. */
  readonly onReload: () => Promise<View | undefined>
}

/** Pages of their own for the records that have one; every other record is shown by its fields. */
export const bodies: { readonly [plural: string]: ComponentType<BodyProps> | undefined } = {
  missions: lazy(() => import("../missions/MissionPage.tsx")),
  partnerships: lazy(() => import("../partnerships/PartnershipPage.tsx")),
  organisations: lazy(() => import("../organisations/OrganisationPage.tsx")),
  accounts: lazy(() => import("../accounts/AccountPage.tsx")),
  sources: lazy(() => import("../money/SourcePage.tsx")),
  processes: lazy(() => import("../processes/ProcessPage.tsx"))
}
