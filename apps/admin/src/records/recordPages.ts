import { type ComponentType, lazy } from "react"
import type { RecordPageProps } from "./RecordPageProps.ts"

/** Pages of their own for the records that have one; every other record is shown by its fields. */
export const recordPages: { readonly [plural: string]: ComponentType<RecordPageProps> | undefined } = {
  missions: lazy(() => import("../missions/MissionPage.tsx")),
  partnerships: lazy(() => import("../partnerships/PartnershipPage.tsx")),
  organisations: lazy(() => import("../organisations/OrganisationPage.tsx")),
  accounts: lazy(() => import("../accounts/AccountPage.tsx")),
  sources: lazy(() => import("../money/SourcePage.tsx")),
  processes: lazy(() => import("../processes/ProcessPage.tsx"))
}
