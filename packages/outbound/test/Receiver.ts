import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { Effect, type Scope } from "effect"

export interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly port: number
  readonly arrived: Array<Arrived>
  /** How many have connected, whether they sent something or not. */
  readonly connections: () => number
  /** Waits until so many have arrived. */
  readonly received: (count: number) => Effect.Effect<void>
}

/** A receiver of webhooks on this machine, for as long as the scope is open. */
export const receiver = (
  answer: (response: ServerResponse, arrived: Arrived) => void = (response) => void response.writeHead(204).end()
): Effect.Effect<Receiver, never, Scope.Scope> =>
  Effect.gen(function* () {
    const arrived: Array<Arrived> = []
    let connections = 0
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const one = { headers: request.headers, body }
        arrived.push(one)
        answer(response, one)
        server.emit("arrived")
      })
    })
    server.on("connection", () => {
      connections += 1
    })
    yield* Effect.acquireRelease(
      Effect.callback<void>((resume) => {
        server.listen(0, "127.0.0.1", () => resume(Effect.void))
      }),
      () =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void))
          server.closeAllConnections()
        })
    )
    const received = (count: number): Effect.Effect<void> =>
      Effect.callback<void>((resume) => {
        const look = () => {
          if (arrived.length >= count) resume(Effect.void)
        }
        server.on("arrived", look)
        look()
        return Effect.sync(() => server.off("arrived", look))
      })
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}/hook`, port, arrived, connections: () => connections, received }
  })
