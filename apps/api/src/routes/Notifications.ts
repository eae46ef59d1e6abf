import { decodeInput } from "@phakhi/domain/engine/Input"
import { NotificationKind } from "@phakhi/domain/engine/Notification"
import {
  ChosenSettings,
  MarkRead,
  NotificationList,
  notificationsPerPage
} from "@phakhi/domain/engine/NotificationInput"
import { refusal } from "@phakhi/domain/engine/refusals"
import { listNotifications, markRead, readSettings, writeSettings } from "@phakhi/store/Inbox"
import { Effect, Schema } from "effect"
import type { SqlError } from "effect/sql"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { readJson } from "../wire/Body.ts"
import { queryReader } from "../wire/Query.ts"

const LocalizedText = Schema.Struct({ th: Schema.String, en: Schema.optionalKey(Schema.String) })
const Words = Schema.Struct({ th: Schema.String, en: Schema.String })
const Target = Schema.Struct({
  field: Schema.String,
  value: Schema.Union([Schema.String, Schema.Finite]),
  label: Words
})
export const Notification = Schema.Struct({
  id: Schema.String,
  kind: NotificationKind,
  at: Schema.String,
  words: Words,
  about: Schema.NullOr(LocalizedText),
  record: Schema.NullOr(Schema.String),
  recordId: Schema.NullOr(Schema.String),
  operation: Schema.NullOr(Schema.String),
  target: Schema.NullOr(Target),
  readAt: Schema.NullOr(Schema.String)
}).annotate({ identifier: "Notification" })
export const NotificationPage = Schema.Struct({
  data: Schema.Array(Notification),
  next: Schema.NullOr(Schema.String),
  unread: Schema.Int
})
export const Marked = Schema.Struct({ changed: Schema.Int, unread: Schema.Int })
export const ShownSettings = Schema.Struct({ ...ChosenSettings.fields, mailConfigured: Schema.Boolean })

const busy = (_: SqlError.SqlError) => refusal("StoreBusy", { seconds: 1 })

const own = (operation: string, { caller }: Admitted) =>
  caller === null ? Effect.fail(refusal("NotSignedIn", { operation })) : Effect.succeed(caller.actor.account)

/** What one has been told, and how one wants to be told. Everybody's own, whatever their roles. */
export const mountNotifications = ({ app, endpoints, mailConfigured }: Site): void => {
  const asked = queryReader({ input: NotificationList })
  app.get(
    "/v1/notifications",
    endpoints.known("notifications.list", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("notifications.list", admitted)
        const { before, limit, unread } = yield* Effect.fromResult(
          decodeInput(NotificationList, yield* asked(admitted.call.c.req.url))
        )
        const page = yield* Effect.mapError(
          listNotifications(account, {
            unread: unread ?? false,
            limit: limit ?? notificationsPerPage,
            ...(before === undefined ? {} : { before })
          }),
          busy
        )
        return answer(page, admitted.call)
      })
    )
  )
  app.post(
    "/v1/notifications/read",
    endpoints.known("notifications.read", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("notifications.read", admitted)
        const { ids, read } = yield* Effect.fromResult(decodeInput(MarkRead, yield* readJson(admitted.call, 50_000)))
        const marked = Effect.gen(function* () {
          const changed = yield* markRead(account, { read: read ?? true, ...(ids === undefined ? {} : { ids }) })
          const { unread } = yield* listNotifications(account, { unread: true, limit: 1 })
          return { changed, unread }
        })
        return answer(yield* Effect.mapError(marked, busy), admitted.call)
      })
    )
  )
  app.get(
    "/v1/notifications/settings",
    endpoints.known("notifications.settings", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("notifications.settings", admitted)
        const settings = yield* Effect.mapError(readSettings(account), busy)
        return answer({ ...settings, mailConfigured }, admitted.call)
      })
    )
  )
  app.post(
    "/v1/notifications/settings",
    endpoints.known("notifications.set", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("notifications.set", admitted)
        const settings = yield* Effect.fromResult(decodeInput(ChosenSettings, yield* readJson(admitted.call, 10_000)))
        yield* Effect.mapError(writeSettings(account, settings), busy)
        return answer({ ...settings, mailConfigured }, admitted.call)
      })
    )
  )
}
