import { EventStore, type Loaded } from "@phakhi/domain/kernel/EventStore"
import { type Catalogue, operationsOf } from "@phakhi/domain/operations/Catalogue"
import { refusal } from "@phakhi/domain/rules/Refusals"
import { type Caller, isFor, type Wanted } from "@phakhi/identity/Caller"
import { Identity } from "@phakhi/identity/Identity"
import { identityRefusal } from "@phakhi/identity/Refusals"
import { Cause, Context, Effect, Exit, Option, References } from "effect"
import type { ApiConfig, App, AppServices } from "../App.ts"
import { addressOf, type Call, callOf } from "../wire/Call.ts"
import { strictTransport } from "../wire/Headers.ts"
import { defectResponse, isRefused, problemResponse, type Refused } from "../wire/Problem.ts"
import type { Log } from "./Log.ts"

/** Who sends a request, and the store to answer it from: the record asked for may have come with the caller. */
export interface Admitted {
  readonly call: Call
  readonly caller: Caller | null
  readonly store: EventStore["Service"]
}

type Answer = Effect.Effect<Response, Refused, AppServices>
type Handler = (c: Call["c"]) => Promise<Response>
type AppHandler = Parameters<App["notFound"]>[0]

export interface Endpoints {
  /** A route that asks for nobody. */
  readonly open: (name: string, answer: (call: Call) => Answer) => AppHandler
  /** A route that knows who asks, if anybody; `about` names the record that it is about. */
  readonly known: (
    name: string,
    answer: (admitted: Admitted) => Answer,
    about?: (call: Call) => Wanted | undefined
  ) => AppHandler
  /** Refuses what another site makes a browser send. */
  readonly sameOrigin: (call: Call) => Effect.Effect<void, Refused>
  readonly address: (call: Call) => string
}

const harmless = new Set(["GET", "HEAD", "OPTIONS"])

/** The record that came with the caller is used once; whoever decides again loads it anew. */
const withLoaded = (store: EventStore["Service"], { id, record }: Wanted, loaded: Loaded | null) => {
  let fresh = true
  return {
    ...store,
    load: (type: string, of: string) => {
      if (!fresh || type !== record || of !== id) return store.load(type, of)
      fresh = false
      return Effect.succeed(Option.fromNullOr(loaded))
    }
  }
}

interface Settings extends Pick<ApiConfig, "url"> {
  readonly catalogue: Catalogue
  readonly maxInFlight: number
  readonly trustProxy: boolean
  readonly log: Log
  readonly isDraining: () => boolean
}

export const endpointsOf = (
  { catalogue, isDraining, log, maxInFlight, trustProxy, url }: Settings,
  services: Context.Context<AppServices>
): Endpoints => {
  const run = Effect.runPromiseExitWith(Context.add(services, References.TracerEnabled, false))
  const identity = Context.get(services, Identity)
  const store = Context.get(services, EventStore)
  const secure = url.startsWith("https:")
  const ownOrigin = new URL(url).origin
  const shed = refusal("StoreBusy", { seconds: 1 })
  const rolesOf = new Map(operationsOf(catalogue).map(({ allow, name }) => [name, allow.map(({ role }) => role)]))
  const logsRequests = log.enabled("info")
  let inFlight = 0

  const sameOrigin: Endpoints["sameOrigin"] = (call) => {
    const origin = call.header("origin")
    const site = call.header("sec-fetch-site")
    const isOwn = origin === undefined || origin === ownOrigin || hostOf(origin) === call.header("host")
    return isOwn && site !== "cross-site"
      ? Effect.void
      : Effect.fail(identityRefusal("CrossOrigin", { origin: origin ?? "?" }))
  }

  const settle = (name: string, call: Call, exit: Exit.Exit<Response, Refused>): Response => {
    if (Exit.isSuccess(exit)) return exit.value
    const refused = Cause.findErrorOption(exit.cause)
    if (Option.isSome(refused) && isRefused(refused.value)) {
      if (logsRequests) call.c.set("refusal" as never, refused.value._tag as never)
      const closes = refused.value.kind === "oversize" || call.header("content-length") === undefined
      return problemResponse(
        refused.value,
        call,
        closes && !harmless.has(call.c.req.method) ? { connection: "close" } : {}
      )
    }
    log.write({
      level: "error",
      message: "a defect",
      requestId: call.requestId,
      operation: name,
      cause: Cause.pretty(exit.cause)
    })
    return defectResponse(call)
  }

  const finish = (name: string, call: Call, response: Response, began: number): Response => {
    if (secure) response.headers.set("strict-transport-security", strictTransport)
    if (isDraining()) response.headers.set("connection", "close")
    if (logsRequests) {
      const { method, path } = call.c.req
      const refused = call.c.get("refusal" as never) as string | undefined
      const account = call.c.get("account" as never) as string | undefined
      log.write({
        level: "info",
        message: "request",
        requestId: call.requestId,
        method,
        path,
        operation: name,
        status: response.status,
        ms: Math.round((performance.now() - began) * 10) / 10,
        ...(refused === undefined ? {} : { refused }),
        ...(account === undefined ? {} : { account })
      })
    }
    return response
  }

  const leave = Effect.sync(() => {
    inFlight -= 1
  })
  const enter = Effect.sync(() => {
    inFlight += 1
  })
  const stepAside: Call["stepAside"] = (effect) => Effect.andThen(leave, Effect.ensuring(effect, enter))

  const handler =
    (name: string, answer: (call: Call) => Answer): Handler =>
    async (c) => {
      const call = callOf(c, stepAside)
      const began = logsRequests ? performance.now() : 0
      if (inFlight >= maxInFlight) {
        return finish(name, call, problemResponse(shed, call, { connection: "close" }), began)
      }
      inFlight += 1
      try {
        return finish(name, call, settle(name, call, await run(answer(call))), began)
      } finally {
        inFlight -= 1
      }
    }

  const notSignedIn = (operation: string) => Effect.fail(refusal("NotSignedIn", { operation }))

  const known: Endpoints["known"] = (name, answer, about) =>
    handler(name, (call) => {
      const credentials = identity.credentials(call.header("cookie"), call.header("authorization"))
      if (credentials === "unreadable") return notSignedIn(name)
      if (credentials === null) return answer({ call, caller: null, store })
      const crossed = credentials._tag === "Session" && !harmless.has(call.c.req.method) ? sameOrigin(call) : undefined
      const wanted = about?.(call)
      const found = Effect.flatMap(
        Effect.mapError(identity.lookUp(credentials, wanted), () => shed),
        (who): Answer => {
          if (who === null) {
            return credentials._tag === "Key" ? notSignedIn(name) : answer({ call, caller: null, store })
          }
          const { caller, record } = who
          if (logsRequests) call.c.set("account" as never, caller.actor.account as never)
          if (!isFor(caller, name)) {
            return Effect.fail(refusal("NotPermitted", { operation: name, roles: rolesOf.get(name) ?? [] }))
          }
          return answer({
            call,
            caller,
            store: wanted === undefined || record === undefined ? store : withLoaded(store, wanted, record)
          })
        }
      )
      return crossed === undefined ? found : Effect.andThen(crossed, found)
    }) as AppHandler

  return {
    open: (name, answer) => handler(name, answer) as AppHandler,
    known,
    sameOrigin,
    address: (call) => addressOf(call, trustProxy)
  }
}

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
