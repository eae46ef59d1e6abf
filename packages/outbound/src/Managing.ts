import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { refusal } from "@phakhi/domain/engine/refusals"
import { type AccountHolder, holds } from "@phakhi/domain/kernel/Actor"
import type { Refusal as DomainRefusal } from "@phakhi/domain/kernel/Refusal"
import { topicsOf } from "@phakhi/domain/rendering/Topics"
import { orBusy } from "@phakhi/store/Busy"
import { findFailed, listFailed, sendAgain, type Whose } from "@phakhi/store/Outbox"
import { Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { type ActName, actOf } from "./Acts.ts"
import type { DeliveryUnknown, EndpointDisabled } from "./Deliveries.ts"
import * as Endpoints from "./Endpoints.ts"
import { showFailed } from "./FailedMessages.ts"
import { mostTopics } from "./Limits.ts"
import { type OutboundRefusal, outboundRefusal } from "./Refusals.ts"
import { type DeliveryPage, FailedAsked, NewEndpoint, PageAsked, showDelivery, showEndpoint } from "./Shown.ts"
import { deliveryTopic } from "./Topics.ts"
import { Webhooks } from "./Webhooks.ts"

export type Refused = DomainRefusal | OutboundRefusal

type Failing =
  | Refused
  | SqlError.SqlError
  | Endpoints.EndpointUnknown
  | Endpoints.UrlRefused
  | Endpoints.TopicsRefused
  | Endpoints.TooManyEndpoints
  | DeliveryUnknown
  | EndpointDisabled

const unknown = (record: string, id: string) => refusal("RecordNotFound", { record, id })

/** What can go wrong, in words. */
const worded = (failing: Failing): Effect.Effect<never, Refused> => {
  if ("kind" in failing) return Effect.fail(failing)
  switch (failing._tag) {
    case "SqlError":
      return Effect.catchTag(orBusy(failing), "StoreBusy", () => Effect.fail(refusal("StoreBusy", { seconds: 1 })))
    case "EndpointUnknown":
      return Effect.fail(unknown("webhook", failing.id))
    case "DeliveryUnknown":
      return Effect.fail(unknown("delivery", failing.id))
    case "EndpointDisabled":
      return Effect.fail(outboundRefusal("WebhookDisabled", {}))
    case "UrlRefused":
      return Effect.fail(outboundRefusal("WebhookUrlRefused", { problem: failing.problem }, { field: "/url" }))
    case "TopicsRefused":
      return Effect.fail(
        outboundRefusal("WebhookTopicsUnknown", { topics: [], most: failing.most }, { field: "/topics" })
      )
    case "TooManyEndpoints":
      return Effect.fail(outboundRefusal("WebhooksTooMany", { most: failing.most }))
  }
}

const isUuid = Schema.is(Schema.String.check(Schema.isUUID()))

/** An id that cannot be one answers as an unknown one. */
const known = (record: string, id: string) => (isUuid(id) ? Effect.void : Effect.fail(unknown(record, id)))

/** Without a limit, a page holds this many rows. */
const defaultLimit = 50

/**
 * SEC-7: what leaves an agency is up to its administrators; what could not be sent to the people of an organisation is
 * shown to its own. Looking, closing, and sending again on a way that is open can be done with a key; opening a way, and
 * whatever shows a secret, only in person.
 */
const ownerFor = (actor: AccountHolder, act: ActName): Effect.Effect<string, Refused> => {
  const { allow, inPerson, summary } = actOf(act)
  if (!allow.some((role) => holds(actor, role)) || actor.organisation === null) {
    const refused = { operation: act, act: summary, who: allow }
    return Effect.fail(refusal("NotPermitted", refused))
  }
  return inPerson === true && actor.kind !== "person"
    ? Effect.fail(outboundRefusal("WebhookInPerson", {}))
    : Effect.succeed(actor.organisation)
}

const namesOf = (from: Catalogue): ReadonlySet<string> => {
  const topics = topicsOf(from)
  return new Set([Endpoints.everything, ...topics, ...topics.map(Endpoints.everyOf)])
}

/** Who asks, about which endpoint, delivery or message, and with what. */
export interface Asked {
  readonly actor: AccountHolder
  readonly id: string
  readonly input: unknown
  readonly catalogue: Catalogue
}

const done = { done: true }

type Registry = Webhooks["Service"]["endpoints"]

const onEndpoint =
  <A>(use: (endpoints: Registry, owner: string, id: string) => Effect.Effect<A, Failing>) =>
  (owner: string, { id }: Asked) =>
    Effect.gen(function* () {
      yield* known("webhook", id)
      const { endpoints } = yield* Webhooks
      return yield* use(endpoints, owner, id)
    })

/** What was given up of these, with for whom and about what it was. */
const failedOf = (whose: Whose, { catalogue, input }: Pick<Asked, "catalogue" | "input">) =>
  Effect.gen(function* () {
    const { before, limit = defaultLimit } = yield* Effect.fromResult(decodeInput(FailedAsked, input))
    return yield* showFailed(catalogue, yield* listFailed({ whose, limit, before }))
  })

const resend = (whose: Whose, { id }: Pick<Asked, "id">) =>
  Effect.gen(function* () {
    yield* known("message", id)
    const found = yield* findFailed(id, whose)
    if (found === undefined) return yield* Effect.fail(unknown("message", id))
    const { deliveries } = yield* Webhooks
    const delivery = found.topic === deliveryTopic ? found.payload["delivery"] : undefined
    if (typeof delivery === "string" && found.owner !== null) yield* deliveries.sendAgain(found.owner, delivery)
    else yield* sendAgain(id)
    return done
  })

const carryOut = {
  "webhooks.topics": (_owner: string, { catalogue }: Asked) => Effect.succeed({ data: topicsOf(catalogue) }),
  "webhooks.list": (owner: string) =>
    Effect.gen(function* () {
      const { endpoints } = yield* Webhooks
      return { data: (yield* endpoints.list(owner)).map(showEndpoint) }
    }),
  "webhooks.create": (owner: string, { catalogue, input }: Asked) =>
    Effect.gen(function* () {
      const asked = yield* Effect.fromResult(decodeInput(NewEndpoint, input))
      const names = namesOf(catalogue)
      const strange = asked.topics.filter((topic) => !names.has(topic))
      if (strange.length > 0) {
        const facts = { topics: strange, most: mostTopics }
        return yield* Effect.fail(outboundRefusal("WebhookTopicsUnknown", facts, { field: "/topics" }))
      }
      const { endpoints } = yield* Webhooks
      return yield* endpoints.create(owner, asked)
    }),
  "webhooks.rotate": onEndpoint(({ rotate }, owner, id) => rotate(owner, id)),
  "webhooks.enable": onEndpoint(({ enable }, owner, id) => Effect.as(enable(owner, id), done)),
  "webhooks.disable": onEndpoint(({ disable }, owner, id) => Effect.as(disable(owner, id), done)),
  "webhooks.delete": onEndpoint(({ remove }, owner, id) => Effect.as(remove(owner, id), done)),
  "webhooks.deliveries": (owner: string, { id, input }: Asked) =>
    Effect.gen(function* () {
      yield* known("webhook", id)
      const { before, limit = defaultLimit } = yield* Effect.fromResult(decodeInput(PageAsked, input))
      const { deliveries } = yield* Webhooks
      const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) }
      const found = yield* deliveries.list(owner, id, page)
      const data = found.slice(0, limit).map(showDelivery)
      const shown: DeliveryPage = { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null }
      return shown
    }),
  "webhooks.resend": (owner: string, { id }: Asked) =>
    Effect.gen(function* () {
      yield* known("delivery", id)
      const { deliveries } = yield* Webhooks
      yield* deliveries.sendAgain(owner, id)
      return done
    }),
  "messages.failed": (owner: string, asked: Asked) => failedOf({ owner }, asked),
  "messages.resend": (owner: string, asked: Asked) => resend({ owner }, asked)
} satisfies Readonly<
  Record<ActName, (owner: string, asked: Asked) => Effect.Effect<object, Failing, Webhooks | SqlClient.SqlClient>>
>

/** Does an act for the agency of whoever asks, or says in words why not. */
export const manage = (name: ActName, asked: Asked): Effect.Effect<object, Refused, Webhooks | SqlClient.SqlClient> => {
  const act: (owner: string, asked: Asked) => Effect.Effect<object, Failing, Webhooks | SqlClient.SqlClient> =
    carryOut[name]
  return Effect.catch(
    Effect.flatMap(ownerFor(asked.actor, name), (owner) => act(owner, asked)),
    worded
  )
}

/** What nobody else is shown, for whoever runs the machine. */
export const ofNobody = {
  failed: (asked: Pick<Asked, "catalogue" | "input">) => Effect.catch(failedOf("nobody", asked), worded),
  resend: (id: string) => Effect.catch(resend("nobody", { id }), worded)
}
