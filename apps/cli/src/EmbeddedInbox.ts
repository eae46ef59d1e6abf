import { refusal } from "@phakhi/domain/rules/Refusals"
import { listNotifications, markRead, readSettings, writeSettings } from "@phakhi/store/Notifications"
import { Effect } from "effect"
import type { SqlError } from "effect/sql"
import { callerFor, type Services, withStore } from "./Embedded.ts"
import type { Failure } from "./Failure.ts"
import { wording } from "./Identities.ts"
import type { Inbox } from "./Inbox.ts"
import { given, type Session } from "./Session.ts"

const defaultLimit = 50

const busy = (_: SqlError.SqlError) => wording(refusal("StoreBusy", { seconds: 1 }))

/** Notifications in the store that this process opens. */
export const inbox = ({ io, settings }: Session): Inbox => {
  const mailConfigured = given(io.env, "PHAKHI_SMTP_URL") !== undefined
  const as = <A>(
    operation: string,
    act: (account: string) => Effect.Effect<A, SqlError.SqlError, Services>
  ): Effect.Effect<A, Failure> =>
    withStore(
      settings,
      io,
      Effect.gen(function* () {
        const { actor } = yield* callerFor(settings.key, operation)
        return yield* Effect.mapError(act(actor.account), busy)
      })
    )
  return {
    list: ({ before, limit = defaultLimit, unread = false }) =>
      as("notifications.list", (account) =>
        listNotifications(account, { unread, limit, ...(before === undefined ? {} : { before }) })
      ),
    mark: ({ ids, read = true }) =>
      as("notifications.read", (account) =>
        Effect.gen(function* () {
          const changed = yield* markRead(account, { read, ...(ids === undefined ? {} : { ids }) })
          const { unread } = yield* listNotifications(account, { unread: true, limit: 1 })
          return { changed, unread }
        })
      ),
    settings: as("notifications.settings", (account) =>
      Effect.map(readSettings(account), (chosen) => ({ ...chosen, mailConfigured }))
    ),
    choose: (chosen) =>
      as("notifications.set", (account) =>
        Effect.as(writeSettings(account, chosen), { ...chosen, mailConfigured })
      )
  }
}
