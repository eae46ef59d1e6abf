import { decodeInput } from "@phakhi/domain/engine/Input"
import {
  ChosenSettings,
  MarkRead,
  NotificationList,
  notificationsPerPage
} from "@phakhi/domain/engine/NotificationInput"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { listNotifications, markRead, readSettings, writeSettings } from "@phakhi/store/Inbox"
import { Effect } from "effect"
import type { SqlError } from "effect/sql"
import { callerFor, type Services, withStore } from "./Embedded.ts"
import type { Failure } from "./Failure.ts"
import type { Inbox } from "./Inbox.ts"
import { wording } from "./InPerson.ts"
import { given, type Session } from "./Session.ts"

const worded = (reason: Refusal | SqlError.SqlError): Failure =>
  wording("kind" in reason ? reason : refusal("StoreBusy", { seconds: 1 }))

/** Notifications in the store that this process opens. */
export const inbox = ({ io, settings }: Session): Inbox => {
  const mailConfigured = given(io.env, "PHAKHI_SMTP_URL") !== undefined
  const as = <A>(
    operation: string,
    act: (account: string) => Effect.Effect<A, Refusal | SqlError.SqlError, Services>
  ): Effect.Effect<A, Failure> =>
    withStore(
      settings,
      io,
      Effect.gen(function* () {
        const { actor } = yield* callerFor(settings.key, operation)
        return yield* Effect.mapError(act(actor.account), worded)
      })
    )
  return {
    list: (input) =>
      as(
        "notifications.list",
        Effect.fnUntraced(function* (account) {
          const { before, limit, unread } = yield* Effect.fromResult(decodeInput(NotificationList, input))
          return yield* listNotifications(account, {
            unread: unread ?? false,
            limit: limit ?? notificationsPerPage,
            ...(before === undefined ? {} : { before })
          })
        })
      ),
    mark: (marking) =>
      as(
        "notifications.read",
        Effect.fnUntraced(function* (account) {
          const { ids, read } = yield* Effect.fromResult(decodeInput(MarkRead, marking))
          const changed = yield* markRead(account, { read: read ?? true, ...(ids === undefined ? {} : { ids }) })
          const { unread } = yield* listNotifications(account, { unread: true, limit: 1 })
          return { changed, unread }
        })
      ),
    settings: as("notifications.settings", (account) =>
      Effect.map(readSettings(account), (chosen) => ({ ...chosen, mailConfigured }))
    ),
    choose: (input) =>
      as(
        "notifications.set",
        Effect.fnUntraced(function* (account) {
          const chosen = yield* Effect.fromResult(decodeInput(ChosenSettings, input))
          yield* writeSettings(account, chosen)
          return { ...chosen, mailConfigured }
        })
      )
  }
}
