import { adapting } from "./adapting.ts"
import { agreement } from "./agreement.ts"
import { amending } from "./amending.ts"
import { assignments } from "./assignments.ts"
import { closing } from "./closing.ts"
import { committee } from "./committee.ts"
import { delivery } from "./delivery.ts"
import { erasures } from "./erasures.ts"
import { evaluation } from "./evaluation.ts"
import { evidence } from "./evidence.ts"
import { forming } from "./forming.ts"
import { onMissions } from "./missions.ts"
import { money } from "./money.ts"
import { plan } from "./plan.ts"
import { steps } from "./steps.ts"
import { supporters } from "./supporters.ts"

/** Everything that can be done with a partnership, in the order in which it is offered. */
export const acts = [
  ...onMissions,
  ...forming,
  ...supporters,
  ...steps,
  ...adapting,
  ...evidence,
  ...agreement,
  ...amending,
  ...committee,
  ...plan,
  ...money,
  ...closing,
  ...delivery,
  ...assignments,
  ...evaluation,
  ...erasures
]
