import type { Marked, Marking, NotificationPage, NotificationsInput, ShownSettings } from "@phakhi/client/Notifications"
import type { NotificationSettings } from "@phakhi/domain/engine/Notification"
import type { Effect } from "effect"
import type { Failure } from "./Failure.ts"

/** What one has been told, kept where the operations are carried out. */
export interface Inbox {
  readonly list: (input: NotificationsInput) => Effect.Effect<NotificationPage, Failure>
  readonly mark: (marking: Marking) => Effect.Effect<Marked, Failure>
  readonly settings: Effect.Effect<ShownSettings, Failure>
  readonly choose: (settings: NotificationSettings) => Effect.Effect<ShownSettings, Failure>
}
