import { type ActName, acts, isInPerson } from "@phakhi/outbound/Acts"
import { DeliveryPage, Endpoint, FailedAsked, FailedPage, NewEndpoint, PageAsked, Secret } from "@phakhi/outbound/Shown"
import { Schema } from "effect"
import type { DescribedRoute } from "./Described.ts"

const Done = Schema.Struct({ done: Schema.Boolean })

const route = (
  id: ActName,
  method: DescribedRoute["method"],
  path: string,
  answer: Schema.Top,
  more: Partial<DescribedRoute> = {}
): DescribedRoute => ({
  id,
  method,
  path,
  tag: "webhooks",
  summary: { th: acts[id].th, en: acts[id].en },
  answer,
  ...more,
  refusals: [
    ...(path.includes("{id}") ? ["RecordNotFound"] : []),
    ...(isInPerson(id) ? ["WebhookInPerson"] : []),
    ...(more.refusals ?? [])
  ]
})

export const describedWebhooks: ReadonlyArray<DescribedRoute> = [
  route("webhooks.list", "get", "/v1/webhooks", Schema.Struct({ data: Schema.Array(Endpoint) })),
  route("webhooks.topics", "get", "/v1/webhooks/topics", Schema.Struct({ data: Schema.Array(Schema.String) })),
  route("webhooks.create", "post", "/v1/webhooks", Secret, {
    body: NewEndpoint,
    status: 201,
    refusals: ["WebhookUrlRefused", "WebhookTopicsUnknown", "WebhooksTooMany"]
  }),
  route("webhooks.delete", "delete", "/v1/webhooks/{id}", Done),
  route("webhooks.rotate", "post", "/v1/webhooks/{id}/rotate", Secret),
  route("webhooks.enable", "post", "/v1/webhooks/{id}/enable", Done),
  route("webhooks.disable", "post", "/v1/webhooks/{id}/disable", Done),
  route("webhooks.deliveries", "get", "/v1/webhooks/{id}/deliveries", DeliveryPage, {
    query: PageAsked,
    refusals: ["InputMalformed"]
  }),
  route("webhooks.resend", "post", "/v1/webhook-deliveries/{id}/resend", Done, { refusals: ["WebhookDisabled"] }),
  route("messages.failed", "get", "/v1/failed-messages", FailedPage, {
    query: FailedAsked,
    refusals: ["InputMalformed"]
  }),
  route("messages.resend", "post", "/v1/failed-messages/{id}/resend", Done, { refusals: ["WebhookDisabled"] })
]
