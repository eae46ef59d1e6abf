import type { RefusalTag } from "@phakhi/domain/catalogue"
import type { Rows } from "./Row.ts"
import { agreementRows } from "./rows/agreements.ts"
import { deliveryRows } from "./rows/delivery.ts"
import { evidenceRows } from "./rows/evidence.ts"
import { generalRows } from "./rows/general.ts"
import { missionRows } from "./rows/missions.ts"
import { moneyRows } from "./rows/money.ts"
import { partyRows } from "./rows/parties.ts"
import { processRows } from "./rows/processes.ts"

/** A row at least for every refusal that there is: a refusal without one does not compile. */
export const table: Readonly<Record<RefusalTag, Rows>> = {
  ...generalRows,
  ...partyRows,
  ...missionRows,
  ...processRows,
  ...agreementRows,
  ...moneyRows,
  ...deliveryRows,
  ...evidenceRows
}
