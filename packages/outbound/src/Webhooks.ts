import type { Sender } from "@phakhi/store/Outbox"
import { type CodedRow, isOwnOrTold } from "@phakhi/store/RowCodes"
import { SealKey } from "@phakhi/store/SealKey"
import { Context, Effect, Layer } from "effect"
import type { SqlClient } from "effect/sql"
import { codedEndpoints } from "./CodedRows.ts"
import { deliveries } from "./Deliveries.ts"
import { endpoints } from "./Endpoints.ts"
import { post, type RequestConfig } from "./WebhookRequest.ts"

const make = Effect.fnUntraced(function* (config: RequestConfig) {
  const { changing, openSecret, ...registry } = yield* endpoints(config.allowPrivate)
  const key = yield* SealKey
  const isOwn = (row: CodedRow) => isOwnOrTold(key, codedEndpoints, row)
  const log = yield* deliveries({ changing, isOwn, openSecret, post: post(config) })
  return { endpoints: registry, deliveries: log }
})

/** Endpoints that are told of what happens, by Standard Webhooks, and what became of every delivery. */
export class Webhooks extends Context.Service<Webhooks, Effect.Success<ReturnType<typeof make>>>()(
  "@phakhi/outbound/Webhooks"
) {
  static readonly layer = (config: RequestConfig): Layer.Layer<Webhooks, never, SqlClient.SqlClient | SealKey> =>
    Layer.effect(Webhooks, make(config))
}

export const publishSender: Sender<Webhooks> = {
  deliver: (message) => Effect.flatMap(Webhooks, (webhooks) => webhooks.deliveries.publish(message))
}

export const deliverySender: Sender<Webhooks> = {
  deliver: (message) => Effect.flatMap(Webhooks, (webhooks) => webhooks.deliveries.deliver(message)),
  givenUp: (message, reason) => Effect.flatMap(Webhooks, (webhooks) => webhooks.deliveries.givenUp(message, reason))
}
