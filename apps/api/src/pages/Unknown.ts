import { refusal } from "@phakhi/domain/engine/refusals"
import { Effect } from "effect"
import type { App } from "../server/Config.ts"
import type { Call } from "../wire/Call.ts"
import { problemResponse, type Refused } from "../wire/Problem.ts"

/** Where the API lives; an unknown path below these is never a page of the admin. */
export const ofTheApi = /^\/(?:v1|api|problems|openapi\.json|docs|healthz|readyz)(?:\/|$)/

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

/** The methods that an address of the API answers. The pages of the admin, which stand everywhere, do not count. */
const methodsAt = (app: App, path: string): ReadonlyArray<string> =>
  methods
    .filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.path !== "/*"))
    .flatMap((method) => (method === "GET" ? [method, "HEAD"] : [method]))

/** An address that there is not; or one that answers other methods, which are said (RFC 9110, 15.5.6). */
export const unknown = (app: App, call: Call): Effect.Effect<Response, Refused> => {
  const { method, path } = call.c.req
  const refused = refusal("OperationUnknown", { operation: `${method} ${path}` })
  const allowed = ofTheApi.test(path) ? methodsAt(app, path) : []
  return allowed.length === 0
    ? Effect.fail(refused)
    : Effect.succeed(
        // What came with it is not read.
        problemResponse(refused, call, { status: 405, headers: { allow: allowed.join(", "), connection: "close" } })
      )
}
