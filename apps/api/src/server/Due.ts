import { catalogue } from "@phakhi/domain/catalogue"
import { clockTopic } from "@phakhi/domain/engine/OnTheClock"
import { refreshTasks } from "@phakhi/domain/engine/RefreshTasks"
import { bangkokDay, Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Mailer } from "@phakhi/outbound/Mail"
import { digest } from "@phakhi/store/NotificationMail"
import { enqueue } from "@phakhi/store/Outbox"
import { remind } from "@phakhi/store/Reminders"
import { refreshStatistics } from "@phakhi/store/Statistics"
import type { Span } from "@phakhi/store/Tick"
import { Effect } from "effect"

/** From this hour in Bangkok on, the mail of the day goes out. */
const digestHour = 8
const bangkokOffset = 7

const hourInBangkok = (instant: string): number => (new Date(instant).getUTCHours() + bangkokOffset) % 24

/** What the clock makes due: acts of its own, reminders, and the mail of the day where there is a mail server. */
export const whatIsDue = ({ upto }: Span) =>
  Effect.gen(function* () {
    const today = bangkokDay(Instant.make(upto))
    yield* refreshStatistics
    const acts = yield* refreshTasks(catalogue, Instant.make(upto))
    yield* enqueue(acts.map((act) => ({ topic: clockTopic, key: `clock ${act.id}`, payload: { ...act } })))
    yield* remind(today)
    const { configured } = yield* Mailer
    if (configured && hourInBangkok(upto) >= digestHour) yield* digest(today)
  })
