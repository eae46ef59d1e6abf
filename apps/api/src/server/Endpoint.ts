import { type Catalogue, operationsOf } from "@phakhi/domain/engine/Catalogue"
import type { Loaded } from "@phakhi/domain/engine/EventStore"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { refusal } from "@phakhi/domain/engine/refusals"
import { type Caller, missingScope, type Wanted } from "@phakhi/identity/Caller"
import { Identity } from "@phakhi/identity/Identity"
import type { Origin } from "@phakhi/identity/PasswordSignIn"
import { identityRefusal } from "@phakhi/identity/Refusals"
import { isDiskFull } from "@phakhi/store/DiskFull"
import { Cause, Context, Effect, Exit, Option, References, Tracer } from "effect"
import { addressOf, type Call, callOf, traceParentIn } from "../wire/Call.ts"
import { strictTransport } from "../wire/Headers.ts"
import { defectResponse, fullResponse, isRefused, problemResponse, type Refused } from "../wire/Problem.ts"
import type { ApiConfig, App, AppServices } from "./Config.ts"
import { type KeptAnswers, keptAnswers } from "./KeptAnswers.ts"
import { type Log, loggedPath } from "./Log.ts"

/** A request and who sends it. */
export interface Admitted {
  readonly call: Call
  readonly caller: Caller | null
  /** The record that the request is about, as it came along with the caller; null where there is none such. */
  readonly record?: Loaded | null
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
  /** From where a request comes. */
  readonly origin: (call: Call) => Origin
  readonly answers: KeptAnswers
}

/** An answer of twenty kilobytes is packed into four to six: room for some ten thousand of them. */
const answerBytes = 64 * 1024 * 1024

const harmless = new Set(["GET", "HEAD", "OPTIONS"])

/** Nobody reads the body of a question: whoever goes on sending one is not listened to. */
const dawdles = ({ c, header }: Call): boolean =>
  harmless.has(c.req.method) && (header("content-length") ?? "0") + (header("transfer-encoding") ?? "") !== "0"

interface Settings extends Pick<ApiConfig, "url"> {
  readonly catalogue: Catalogue
  readonly maxInFlight: number
  readonly bodySeconds: number
  readonly trustProxy: boolean
  readonly log: Log
  readonly isDraining: () => boolean
  readonly tracer?: Tracer.Tracer
}

export const endpointsOf = (
  { bodySeconds, catalogue, isDraining, log, maxInFlight, tracer, trustProxy, url }: Settings,
  services: Context.Context<AppServices>
): Endpoints => {
  const answers = keptAnswers(answerBytes)
  const run = Effect.runPromiseExitWith(
    tracer === undefined
      ? Context.add(services, References.TracerEnabled, false)
      : Context.add(services, Tracer.Tracer, tracer)
  )
  const identity = Context.get(services, Identity)
  const secure = url.startsWith("https:")
  const ownOrigin = nameless(new URL(url).origin)
  // A port that the system chooses is known only once the server listens.
  const originOf = (origin: string) =>
    ownOrigin.endsWith(":0") ? nameless(origin).replace(/:\d+$/u, ":0") : nameless(origin)
  const shed = refusal("StoreBusy", { seconds: 1 })
  const declared = new Map<string, Operation>(operationsOf(catalogue).map((operation) => [operation.name, operation]))
  const logsRequests = log.enabled("info")
  let inFlight = 0

  const sameOrigin: Endpoints["sameOrigin"] = (call) => {
    const origin = call.header("origin")
    const site = call.header("sec-fetch-site")
    const isOwn = origin === undefined || originOf(origin) === ownOrigin
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
      const headers = closes && !harmless.has(call.c.req.method) ? { connection: "close" } : {}
      return problemResponse(refused.value, call, { headers })
    }
    const isFull = isDiskFull(Cause.squash(exit.cause))
    log.write({
      level: "error",
      message: isFull ? "the disk is full" : "a defect",
      requestId: call.requestId,
      operation: name,
      cause: Cause.pretty(exit.cause)
    })
    return isFull ? fullResponse(call) : defectResponse(call)
  }

  const finish = (name: string, call: Call, response: Response, began: number): Response => {
    if (secure) response.headers.set("strict-transport-security", strictTransport)
    if (isDraining() || dawdles(call)) response.headers.set("connection", "close")
    if (logsRequests) {
      const { method, path } = call.c.req
      const refused = call.c.get("refusal" as never) as string | undefined
      const account = call.c.get("account" as never) as string | undefined
      log.write({
        level: "info",
        message: "request",
        requestId: call.requestId,
        method,
        path: loggedPath(path),
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
      const span = tracer === undefined ? undefined : spanFor(tracer, name, c)
      const call = callOf(c, { bodySeconds, stepAside }, span?.traceId)
      const began = logsRequests ? performance.now() : 0
      if (inFlight >= maxInFlight) {
        return finish(name, call, problemResponse(shed, call, { headers: { connection: "close" } }), began)
      }
      inFlight += 1
      try {
        const answered = Effect.suspend(() => answer(call))
        const exit = await run(span === undefined ? answered : Effect.withParentSpan(answered, span))
        const response = settle(name, call, exit)
        span?.attribute("http.response.status_code", response.status)
        span?.end(BigInt(Date.now()) * 1_000_000n, exit)
        return finish(name, call, response, began)
      } finally {
        inFlight -= 1
      }
    }

  const notSignedIn = (operation: string) => Effect.fail(refusal("NotSignedIn", { operation }))

  const known: Endpoints["known"] = (name, answer, about) =>
    handler(name, (call) => {
      const credentials = identity.credentials(call.header("cookie"), call.header("authorization"))
      if (credentials === "unreadable") return notSignedIn(name)
      if (credentials === null) return answer({ call, caller: null })
      const crossed = credentials._tag === "Session" && !harmless.has(call.c.req.method) ? sameOrigin(call) : undefined
      const found = Effect.flatMap(
        Effect.mapError(identity.lookUp(credentials, about?.(call)), () => shed),
        (who): Answer => {
          if (who === null) {
            return credentials._tag === "Key" ? notSignedIn(name) : answer({ call, caller: null })
          }
          const { caller, record } = who
          if (logsRequests) call.c.set("account" as never, caller.actor.account as never)
          const scope = missingScope(caller, name, declared.get(name))
          if (scope !== null) return Effect.fail(refusal("KeyScopeMissing", { operation: name, scope }))
          return answer(record === undefined ? { call, caller } : { call, caller, record })
        }
      )
      return crossed === undefined ? found : Effect.andThen(crossed, found)
    }) as AppHandler

  return {
    open: (name, answer) => handler(name, answer) as AppHandler,
    known,
    sameOrigin,
    origin: (call) => ({
      address: addressOf(call, trustProxy),
      userAgent: (call.header("user-agent") ?? "").slice(0, 300),
      cookie: call.header("cookie") ?? ""
    }),
    answers
  }
}

/** The span of a request, in the trace of whoever sent it. */
const spanFor = (tracer: Tracer.Tracer, name: string, c: Call["c"]): Tracer.Span => {
  const parent = traceParentIn(c.req.header("traceparent"))
  const span = tracer.span({
    name,
    parent: parent === undefined ? Option.none() : Option.some(Tracer.externalSpan(parent)),
    annotations: Context.empty(),
    links: [],
    startTime: BigInt(Date.now()) * 1_000_000n,
    kind: "server",
    root: parent === undefined,
    sampled: true
  })
  span.attribute("http.request.method", c.req.method)
  span.attribute("phakhi.operation", name)
  return span
}

/** The machine itself has several names; whichever a browser came by, it is the same origin to us. */
const nameless = (origin: string): string =>
  origin.replace(/^(https?:\/\/)(?:127\.0\.0\.1|\[::1\])(?=:|$)/u, "$1localhost")
