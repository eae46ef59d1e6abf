import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import { refusal } from "@phakhi/domain/rules/Refusals"
import type { ActName } from "@phakhi/outbound/Acts"
import * as Managing from "@phakhi/outbound/Managing"
import { FailedAsked, PageAsked } from "@phakhi/outbound/Shown"
import { Effect } from "effect"
import type { AppServices, Site } from "../App.ts"
import { answer } from "../wire/Answer.ts"
import { readJson } from "../wire/Body.ts"
import type { Call } from "../wire/Call.ts"
import type { Refused } from "../wire/Problem.ts"
import { queryReader } from "../wire/Query.ts"

/** What is sent to other systems for an agency, and what could not be sent at all. */
export const mountWebhooks = ({ app, catalogue, endpoints }: Site): void => {
  const acting = (
    name: ActName,
    act: (actor: AccountHolder, call: Call, id: string) => Effect.Effect<object, Refused, AppServices>,
    status?: number
  ) =>
    endpoints.known(name, ({ call, caller }) =>
      caller === null
        ? Effect.fail(refusal("NotSignedIn", { operation: name }))
        : Effect.map(act(caller.actor, call, call.c.req.param("id") ?? ""), (done) => answer(done, call, {}, status))
    )
  const page = queryReader({ input: PageAsked })
  const pageOfFailed = queryReader({ input: FailedAsked })

  app.get(
    "/v1/webhooks",
    acting("webhooks.list", (actor) => Managing.list(actor))
  )
  app.get(
    "/v1/webhooks/topics",
    acting("webhooks.topics", (actor) => Managing.topics(actor, catalogue))
  )
  app.post(
    "/v1/webhooks",
    acting(
      "webhooks.create",
      (actor, call) => Effect.flatMap(readJson(call, 20_000), (input) => Managing.create(actor, input, catalogue)),
      201
    )
  )
  app.delete(
    "/v1/webhooks/:id",
    acting("webhooks.delete", (actor, _, id) => Managing.remove(actor, id))
  )
  app.post(
    "/v1/webhooks/:id/rotate",
    acting("webhooks.rotate", (actor, _, id) => Managing.rotate(actor, id))
  )
  app.post(
    "/v1/webhooks/:id/enable",
    acting("webhooks.enable", (actor, _, id) => Managing.enable(actor, id))
  )
  app.post(
    "/v1/webhooks/:id/disable",
    acting("webhooks.disable", (actor, _, id) => Managing.disable(actor, id))
  )
  app.get(
    "/v1/webhooks/:id/deliveries",
    acting("webhooks.deliveries", (actor, call, id) =>
      Effect.flatMap(page(call.c.req.url), (asked) => Managing.deliveries(actor, id, asked))
    )
  )
  app.post(
    "/v1/webhook-deliveries/:id/resend",
    acting("webhooks.resend", (actor, _, id) => Managing.resend(actor, id))
  )
  app.get(
    "/v1/failed-messages",
    acting("messages.failed", (actor, call) =>
      Effect.flatMap(pageOfFailed(call.c.req.url), (asked) => Managing.failed(actor, asked))
    )
  )
  app.post(
    "/v1/failed-messages/:id/resend",
    acting("messages.resend", (actor, _, id) => Managing.resendFailed(actor, id))
  )
}
