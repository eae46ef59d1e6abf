import type { Sender } from "@phakhi/store/Outbox"
import { Layer } from "effect"
import { layerNone, layerSmtp, type Mailer, mailSender, mailTopic, type SmtpConfig } from "./Mail.ts"
import { migrate } from "./Migrations.ts"
import { deliveryTopic, publishTopic } from "./Topics.ts"
import type { RequestConfig } from "./WebhookRequest.ts"
import { deliverySender, publishSender, Webhooks } from "./Webhooks.ts"

export interface OutboundConfig extends RequestConfig {
  /** Absent: no mail leaves this installation. */
  readonly smtp?: SmtpConfig
}

/** Mail and webhooks over the store's database, their tables migrated beside the store's. */
export const layer = ({ smtp, ...webhooks }: OutboundConfig) =>
  Layer.merge(smtp === undefined ? layerNone : layerSmtp(smtp), Webhooks.layer(webhooks)).pipe(
    Layer.provideMerge(Layer.effectDiscard(migrate))
  )

/** Who sends what the outbox holds, by topic. */
export const senders: Readonly<
  Record<typeof mailTopic | typeof publishTopic | typeof deliveryTopic, Sender<Mailer | Webhooks>>
> = {
  [mailTopic]: mailSender,
  [publishTopic]: publishSender,
  [deliveryTopic]: deliverySender
}
