import type { View } from "../api/Api.ts"

/** What the page of a record is given. */
export interface RecordPageProps {
  readonly view: View
  /** Loads the latest version and answers with it. */
  readonly onReload: () => Promise<View | undefined>
}
