import type { Catalogue } from "./engine/Catalogue.ts"
import type { RecordType } from "./engine/Record.ts"
import { fundingHandlers } from "./operations/funding.ts"
import { missionHandlers } from "./operations/missions.ts"
import { partyHandlers } from "./operations/parties.ts"
import { partnershipHandlers } from "./operations/partnerships.ts"
import { pureHandlers } from "./operations/pure.ts"
import { readers } from "./operations/readers.ts"

/** Everything that Phakhi can do, and how each is decided. Every other list is derived from it. */
export const catalogue: Catalogue = {
  readers,
  handlers: [...missionHandlers, ...partyHandlers, ...partnershipHandlers, ...fundingHandlers],
  pure: pureHandlers
}

export const recordTypes: ReadonlyArray<RecordType<string, unknown, { readonly _tag: string }>> = readers.map(
  ({ type }) => type
)
