import * as Field from "@phakhi/domain/kernel/Field"
import { Schema } from "effect"
import type { Delivery } from "./Deliveries.ts"
import type * as Endpoints from "./Endpoints.ts"
import { longestUrl, mostTopics } from "./Limits.ts"
import { reasonWords } from "./Reasons.ts"

const Uuid = Schema.String.check(Schema.isUUID())
const Line = (longest: number) => Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longest))
const Words = Schema.Struct({ th: Schema.String, en: Schema.String })

/** What an administrator says to add an endpoint. */
export const NewEndpoint = Schema.Struct({
  name: Field.text("ชื่อปลายทาง", "Name of the endpoint"),
  url: Field.written(Line(longestUrl), "text", "ที่อยู่ (URL)", "Address (URL)"),
  topics: Schema.Array(Line(100)).check(Schema.isMaxLength(mostTopics))
})
export type NewEndpoint = typeof NewEndpoint.Type

export const Endpoint = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  url: Schema.String,
  topics: Schema.Array(Schema.String),
  createdAt: Schema.String,
  disabledAt: Schema.NullOr(Schema.String),
  disabledBecause: Schema.NullOr(Schema.Literals(["asked", "failures", "gone"])),
  failures: Schema.Int
}).annotate({ identifier: "WebhookEndpoint" })
export type Endpoint = typeof Endpoint.Type

/** The secret is in this answer and nowhere else, ever. */
export const Secret = Schema.Struct({ id: Schema.String, secret: Schema.String }).annotate({
  identifier: "WebhookSecret"
})

export const PageAsked = Schema.Struct({
  limit: Field.optional(Field.count("จำนวนต่อหน้า", "Rows per page", 1, 100)),
  before: Field.optional(Field.written(Uuid, "text", "ก่อนรายการนี้", "Older than this one"))
})

export const DeliveryPage = Schema.Struct({
  data: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      topic: Schema.String,
      status: Schema.Literals(["waiting", "delivered", "failed"]),
      createdAt: Schema.String,
      tries: Schema.Int,
      answered: Schema.NullOr(Schema.Int),
      reason: Schema.NullOr(Words),
      deliveredAt: Schema.NullOr(Schema.String)
    }).annotate({ identifier: "WebhookDelivery" })
  ),
  next: Schema.NullOr(Schema.String)
})
export type DeliveryPage = typeof DeliveryPage.Type

export const FailedAsked = Schema.Struct({
  limit: Field.optional(Field.count("จำนวนต่อหน้า", "Rows per page", 1, 100)),
  before: Field.optional(
    Field.written(
      Schema.String.check(Schema.isPattern(/^\d{1,18}$/)),
      "text",
      "ก่อนรายการนี้",
      "The next of the page before"
    )
  )
})

export const FailedPage = Schema.Struct({
  data: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      topic: Schema.String,
      /** The endpoint that it was for; null for mail. */
      endpoint: Schema.NullOr(Schema.String),
      /** The name of the person that it was for; null where it was for several, or for an endpoint. */
      recipient: Schema.NullOr(Schema.String),
      /** What it was about, never what it carried. */
      about: Schema.NullOr(Words),
      createdAt: Schema.String,
      failedAt: Schema.String,
      tries: Schema.Int,
      reason: Words
    }).annotate({ identifier: "FailedMessage" })
  ),
  total: Schema.Int,
  next: Schema.NullOr(Schema.String)
})
export type FailedPage = typeof FailedPage.Type

const orNull = (at: Date | null): string | null => at?.toISOString() ?? null

export const showEndpoint = ({ createdAt, disabledAt, owner: _, ...endpoint }: Endpoints.Endpoint): Endpoint => ({
  ...endpoint,
  createdAt: createdAt.toISOString(),
  disabledAt: orNull(disabledAt)
})

export const showDelivery = (delivery: Delivery): DeliveryPage["data"][number] => {
  const { createdAt, deliveredAt, givenUpAt, id, lastError, lastStatus, topic, tries } = delivery
  return {
    id,
    topic,
    status: givenUpAt !== null ? "failed" : deliveredAt === null ? "waiting" : "delivered",
    createdAt: createdAt.toISOString(),
    tries,
    answered: lastStatus,
    reason: lastError === null ? null : reasonWords(lastError),
    deliveredAt: orNull(deliveredAt)
  }
}
