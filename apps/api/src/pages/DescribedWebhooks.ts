import { type ActName, actNames, actOf } from "@phakhi/outbound/Acts"
import type { DescribedRoute } from "./DescribedRoute.ts"

/** Beside those that follow from what an act is. */
const refusals: Readonly<Partial<Record<ActName, ReadonlyArray<string>>>> = {
  "webhooks.create": ["WebhookUrlRefused", "WebhookTopicsUnknown", "WebhooksTooMany"],
  "webhooks.resend": ["WebhookDisabled"],
  "messages.resend": ["WebhookDisabled"]
}

export const describedWebhooks: ReadonlyArray<DescribedRoute> = actNames.map((id) => {
  const { answer, body, inPerson, method, path, query, summary } = actOf(id)
  return {
    id,
    method,
    path,
    tag: "webhooks",
    summary,
    answer,
    ...(body === undefined ? {} : { body, status: 201 }),
    ...(query === undefined ? {} : { query }),
    refusals: [
      ...(path.includes("{id}") ? ["RecordNotFound"] : []),
      ...(query === undefined ? [] : ["InputMalformed"]),
      ...(inPerson === true ? ["WebhookInPerson"] : []),
      ...(refusals[id] ?? [])
    ]
  }
})
