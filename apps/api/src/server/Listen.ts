import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { type AddressInfo, Server as NetServer } from "node:net"
import { getRequestListener, RequestError } from "@hono/node-server"
import { malformed } from "@phakhi/domain/engine/refusals"
import { Effect, Schema, type Scope } from "effect"
import { whole } from "../wire/Body.ts"
import { unreadable } from "../wire/Call.ts"
import { defectResponse, problemResponse } from "../wire/Problem.ts"
import type { App } from "./Config.ts"

/** Something else answers on the port already. */
export class PortBusy extends Schema.TaggedError<PortBusy>()("PortBusy", { port: Schema.Int }) {
  override get message(): string {
    return `พอร์ต ${this.port} ถูกใช้อยู่แล้ว ลอง --port ${this.port + 1} · Port ${this.port} is in use already; try --port ${this.port + 1}`
  }
}

export class CannotListen extends Schema.TaggedError<CannotListen>()("CannotListen", { reason: Schema.String }) {
  override get message(): string {
    return `เปิดเซิร์ฟเวอร์ไม่ได้ · The server cannot listen: ${this.reason}`
  }
}

export interface Listening {
  readonly port: number
}

/** How long the server waits for the other side. */
export interface Patience {
  /** Headers that take longer are cut off; Node would wait a minute and a half. */
  readonly headersMillis: number
  /** How often it is looked for headers that take too long. */
  readonly checkMillis: number
  /** Of an answer that waits nothing was taken for so long; Node looks twice before it says so. */
  readonly unreadMillis: number
  /** Whatever is still open so long after the server has begun to leave is cut. */
  readonly graceMillis: number
}

const patient: Patience = { headersMillis: 10_000, checkMillis: 1000, unreadMillis: 5500, graceMillis: 8000 }

/** A whole request; JSON bodies and silent uploads are given up much sooner by their readers. */
const requestMillis = 300_000
/** Connections that are kept open without a request. */
const keepAliveMillis = 10_000
const maxConnections = 4000

const listen = (server: NetServer, host: string, port: number) =>
  Effect.callback<void, PortBusy | CannotListen>((resume) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      resume(
        Effect.fail(cause.code === "EADDRINUSE" ? new PortBusy({ port }) : new CannotListen({ reason: cause.message }))
      )
    )
    server.listen(port, host, () => resume(Effect.void))
  })

/** Says so before a database is opened for nothing. */
export const assertFree = (host: string, port: number): Effect.Effect<void, PortBusy | CannotListen> =>
  Effect.suspend(() => {
    const server = new NetServer()
    return Effect.andThen(
      listen(server, host, port),
      Effect.callback<void>((resume) => {
        server.close(() => resume(Effect.void))
      })
    )
  })

const lingerMillis = 300

/**
 * Stops taking connections and lets what was accepted come to its end. Connections that are only kept open get a
 * moment for a request that is on its way; whatever is left after the grace is cut.
 */
const leave = (server: Server, graceMillis: number): Promise<void> =>
  new Promise((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), graceMillis)
    const idle = setInterval(() => server.closeIdleConnections(), lingerMillis)
    // Not the HTTP server's own close, which would reset kept connections at once.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(end)
      clearInterval(idle)
      resolve()
    })
  })

const addressUnread = whole("อ่านที่อยู่หรือชื่อโฮสต์ของคำขอไม่ได้", "the address or the host of the request cannot be read")

/** What never reached a route is told like everything else. */
const unanswered = (cause: unknown): Response =>
  cause instanceof RequestError
    ? problemResponse(malformed(addressUnread), unreadable(), { headers: { connection: "close" } })
    : defectResponse(unreadable())

/** Cuts off whoever asks and does not read the answer. Work that takes long is waited for: then nothing waits to be read. */
const readOrLeave = (outgoing: ServerResponse): void => {
  outgoing.on("timeout", () => {
    if (outgoing.writableLength > 0) outgoing.destroy()
  })
}

export interface Serving {
  readonly host: string
  readonly port: number
  readonly onLeaving: () => void
  readonly patience?: Patience
}

/** Serves the app until the scope closes. `onLeaving` is called first, so that answers can say goodbye. */
export const serve = (
  app: Pick<App, "fetch">,
  { host, onLeaving, patience = patient, port }: Serving
): Effect.Effect<Listening, PortBusy | CannotListen, Scope.Scope> =>
  Effect.gen(function* () {
    const listener = getRequestListener(app.fetch, { errorHandler: unanswered })
    const server = createServer(
      {
        headersTimeout: patience.headersMillis,
        requestTimeout: requestMillis,
        connectionsCheckingInterval: patience.checkMillis,
        keepAliveTimeout: keepAliveMillis,
        maxHeaderSize: 16 * 1024
      },
      (incoming: IncomingMessage, outgoing: ServerResponse) => {
        readOrLeave(outgoing)
        void listener(incoming, outgoing)
      }
    )
    server.timeout = patience.unreadMillis
    server.maxConnections = maxConnections
    yield* Effect.acquireRelease(listen(server, host, port), () =>
      Effect.promise(() => {
        onLeaving()
        return leave(server, patience.graceMillis)
      })
    )
    return { port: (server.address() as AddressInfo).port }
  })
