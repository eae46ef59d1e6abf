import { beginnings } from "./Beginnings.ts"
import { childcare } from "./Childcare.ts"
import { commissioning } from "./Commissioning.ts"
import { grant } from "./Grant.ts"
import { late } from "./Late.ts"
import { otherMissions } from "./OtherMissions.ts"
import { partnershipMissions } from "./PartnershipMissions.ts"
import { refusedTranche } from "./RefusedTranche.ts"
import { logins, registry } from "./Registry.ts"
import { missionScene } from "./Reviews.ts"
import { fileOf } from "./Scene.ts"
import { stopped } from "./Stopped.ts"
import { universalDesign } from "./UniversalDesign.ts"

/** As the formatter writes it: a list of one text stays on its line. */
const asFormatted = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(/\[\s+("[^"]*")\s+\]/gu, "[$1]")

/** Every file of the demonstration by its name. The numbered ones are one replay, in the order of their names. */
export const files = (): Readonly<Record<string, string>> => ({
  "01-organisations-and-people.ndjson": fileOf(registry()),
  "02-missions.ndjson": fileOf(...[...partnershipMissions, ...otherMissions].map(missionScene)),
  "03-childcare.ndjson": fileOf(...childcare()),
  "04-universal-design.ndjson": fileOf(...universalDesign()),
  "05-grant.ndjson": fileOf(...grant()),
  "06-commissioning.ndjson": fileOf(...commissioning()),
  "07-late.ndjson": fileOf(...late()),
  "08-refused-tranche.ndjson": fileOf(...refusedTranche()),
  "09-stopped.ndjson": fileOf(...stopped()),
  "10-beginnings.ndjson": fileOf(...beginnings()),
  "logins.json": `${asFormatted(logins())}\n`
})
