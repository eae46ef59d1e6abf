import { catalogue as everything } from "@phakhi/domain/catalogue"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { type AccountHolder, holds } from "@phakhi/domain/kernel/Actor"
import { topicsOf } from "@phakhi/domain/rendering/Topics"
import { type Refusal as DomainRefusal, refusal } from "@phakhi/domain/rules/Refusals"
import { orBusy } from "@phakhi/store/Busy"
import { listFailed, sendAgain } from "@phakhi/store/Outbox"
import { Effect, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { type ActName, acts, isInPerson } from "./Acts.ts"
import type { DeliveryUnknown, EndpointDisabled } from "./Deliveries.ts"
import * as Endpoints from "./Endpoints.ts"
import { reasonWords } from "./Reasons.ts"
import { type OutboundRefusal, outboundRefusal } from "./Refusals.ts"
import {
  type DeliveryPage,
  type Endpoint,
  FailedAsked,
  type FailedPage,
  NewEndpoint,
  PageAsked,
  showDelivery,
  showEndpoint
} from "./Shown.ts"
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
      return Effect.fail(outboundRefusal("WebhookUrlRefused", { problem: failing.problem }, "/url"))
    case "TopicsRefused":
      return Effect.fail(outboundRefusal("WebhookTopicsUnknown", { topics: [], most: failing.most }, "/topics"))
    case "TooManyEndpoints":
      return Effect.fail(outboundRefusal("WebhooksTooMany", { most: failing.most }))
    default:
      return Effect.fail(failing)
  }
}

const isUuid = Schema.is(Schema.String.check(Schema.isUUID()))

/** An id that cannot be one answers as an unknown one. */
const known = (record: string, id: string) => (isUuid(id) ? Effect.void : Effect.fail(unknown(record, id)))

/** Without a limit, a page holds this many rows. */
const defaultLimit = 50

/**
 * SEC-7: what leaves an agency is up to its administrators. Looking, closing, and sending again on a way that is open
 * can be done with a key; opening a way, and whatever shows a secret, only in person.
 */
const ownerFor = (actor: AccountHolder, act: ActName): Effect.Effect<string, Refused> => {
  const { en, th } = acts[act]
  if (!holds(actor, "agency-administrator") || actor.organisation === null) {
    const refused = { operation: act, act: { th, en }, roles: ["agency-administrator"] }
    return Effect.fail(refusal("NotPermitted", refused))
  }
  return isInPerson(act) && actor.kind !== "person"
    ? Effect.fail(outboundRefusal("WebhookInPerson", {}))
    : Effect.succeed(actor.organisation)
}

/** Does an act for the agency of the actor, or says in words why not. */
const acting = <A, R>(
  actor: AccountHolder,
  act: ActName,
  use: (owner: string) => Effect.Effect<A, Failing, R>
): Effect.Effect<A, Refused, R> => Effect.catch(Effect.flatMap(ownerFor(actor, act), use), worded)

const namesOf = (from: Catalogue): ReadonlySet<string> => {
  const topics = topicsOf(from)
  return new Set([Endpoints.everything, ...topics, ...topics.map(Endpoints.everyOf)])
}

export const topics = (actor: AccountHolder, from: Catalogue = everything) =>
  acting(actor, "webhooks.topics", () => Effect.succeed({ data: topicsOf(from) }))

export const list = (actor: AccountHolder) =>
  acting(actor, "webhooks.list", (owner) =>
    Effect.gen(function* () {
      const { endpoints } = yield* Webhooks
      const data: ReadonlyArray<Endpoint> = (yield* endpoints.list(owner)).map(showEndpoint)
      return { data }
    })
  )

export const create = (actor: AccountHolder, input: unknown, from: Catalogue = everything) =>
  acting(actor, "webhooks.create", (owner) =>
    Effect.gen(function* () {
      const asked = yield* Effect.fromResult(decodeInput(NewEndpoint, input))
      const names = namesOf(from)
      const strange = asked.topics.filter((topic) => !names.has(topic))
      if (strange.length > 0) {
        const facts = { topics: strange, most: Endpoints.mostTopics }
        return yield* Effect.fail(outboundRefusal("WebhookTopicsUnknown", facts, "/topics"))
      }
      const { endpoints } = yield* Webhooks
      return yield* endpoints.create(owner, asked)
    })
  )

const done = { done: true }

type Registry = Webhooks["Service"]["endpoints"]

const onEndpoint =
  <A>(
    name: ActName,
    use: (
      endpoints: Registry,
      owner: string,
      id: string
    ) => Effect.Effect<A, Endpoints.EndpointUnknown | SqlError.SqlError>
  ) =>
  (actor: AccountHolder, id: string) =>
    acting(actor, name, (owner) =>
      Effect.gen(function* () {
        yield* known("webhook", id)
        const { endpoints } = yield* Webhooks
        return yield* use(endpoints, owner, id)
      })
    )

export const rotate = onEndpoint("webhooks.rotate", ({ rotate }, owner, id) => rotate(owner, id))
export const enable = onEndpoint("webhooks.enable", ({ enable }, owner, id) => Effect.as(enable(owner, id), done))
export const disable = onEndpoint("webhooks.disable", ({ disable }, owner, id) => Effect.as(disable(owner, id), done))
export const remove = onEndpoint("webhooks.delete", ({ remove }, owner, id) => Effect.as(remove(owner, id), done))

export const deliveries = (actor: AccountHolder, id: string, asked: unknown) =>
  acting(actor, "webhooks.deliveries", (owner) =>
    Effect.gen(function* () {
      yield* known("webhook", id)
      const { before, limit = defaultLimit } = yield* Effect.fromResult(decodeInput(PageAsked, asked))
      const { deliveries } = yield* Webhooks
      const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) }
      const found = yield* deliveries.list(owner, id, page)
      const data = found.slice(0, limit).map(showDelivery)
      const shown: DeliveryPage = { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null }
      return shown
    })
  )

export const resend = (actor: AccountHolder, delivery: string) =>
  acting(actor, "webhooks.resend", (owner) =>
    Effect.gen(function* () {
      yield* known("delivery", delivery)
      const { deliveries } = yield* Webhooks
      yield* deliveries.sendAgain(owner, delivery)
      return done
    })
  )

/** Only those that belong to the agency. What belongs to nobody is in the log of the server. */
export const failed = (actor: AccountHolder, asked: unknown) =>
  acting(actor, "messages.failed", (owner) =>
    Effect.gen(function* () {
      const { before, limit = defaultLimit } = yield* Effect.fromResult(decodeInput(FailedAsked, asked))
      const { deliveries } = yield* Webhooks
      const page = yield* listFailed({ owner, limit, ...(before === undefined ? {} : { before }) })
      const names = yield* deliveries.endpointsOf(page.data.map(({ id }) => id))
      const data = page.data.map(({ createdAt, failedAt, id, reason, topic, tries }) => ({
        id,
        topic,
        endpoint: names.get(id) ?? null,
        createdAt: createdAt.toISOString(),
        failedAt: failedAt.toISOString(),
        tries,
        reason: reasonWords(reason)
      }))
      const shown: FailedPage = { ...page, data }
      return shown
    })
  )

const failedText = `SELECT topic, payload->>'delivery' AS delivery FROM outbox
  WHERE id = $1::uuid AND owner = $2::uuid AND failed_at IS NOT NULL`

export const resendFailed = (actor: AccountHolder, id: string) =>
  acting(actor, "messages.resend", (owner) =>
    Effect.gen(function* () {
      yield* known("message", id)
      const sql = yield* SqlClient.SqlClient
      const [found] = yield* sql.unsafe<{ topic: string; delivery: string | null }>(failedText, [id, owner])
      if (found === undefined) return yield* Effect.fail(unknown("message", id))
      const { deliveries } = yield* Webhooks
      if (found.topic === deliveryTopic && found.delivery !== null) yield* deliveries.sendAgain(owner, found.delivery)
      else yield* sendAgain(id)
      return done
    })
  )
