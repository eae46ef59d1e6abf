import { catalogue as everything } from "@phakhi/domain/catalogue"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import type { Engine } from "@phakhi/domain/engine/Engine"
import type { Marks } from "@phakhi/domain/engine/Marks"
import type { Platform } from "@phakhi/domain/engine/Platform"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Identity } from "@phakhi/identity/Identity"
import type { Webhooks } from "@phakhi/outbound/Webhooks"
import type { Files } from "@phakhi/store/Files"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { Hono } from "hono"
import { mountPages } from "./pages/Pages.ts"
import { mountSetup } from "./pages/Setup.ts"
import { type DemoLogins, mountDemo } from "./routes/Demo.ts"
import { mountFiles } from "./routes/Evidence.ts"
import { mountHealth } from "./routes/Health.ts"
import { mountNotifications } from "./routes/Notifications.ts"
import { mountOperations } from "./routes/Operations.ts"
import { mountPeople } from "./routes/People.ts"
import { mountReplay } from "./routes/Replay.ts"
import { mountWebhooks } from "./routes/Webhooks.ts"
import { endpointsOf } from "./server/Endpoint.ts"
import { type Log, silent } from "./server/Log.ts"
import type { Bindings } from "./wire/Call.ts"

export interface ApiConfig {
  /** The address under which people reach the site. */
  readonly url: string
  readonly catalogue?: Catalogue
  /** The built admin; without it the root shows where the description is. */
  readonly adminFolder?: string
  /** More requests than this at the same time are turned away at once. */
  readonly maxInFlight?: number
  /** A body that takes longer than this to arrive is given up. */
  readonly bodySeconds?: number
  /** Whether `X-Forwarded-For` says the truth. */
  readonly trustProxy?: boolean
  readonly fileLimit?: number
  /** Opens the page on which the first administrator is made, as long as there is none. */
  readonly setupToken?: string
  /** Whom one can be, where the data is a demonstration. */
  readonly demo?: DemoLogins
  readonly log?: Log
  /** Whether mail leaves this installation; without it the inbox alone tells people. */
  readonly mailConfigured?: boolean
  /** Becomes true when the server takes its leave. */
  readonly isDraining?: () => boolean
}

export type AppServices = Engine | Platform | Identity | Marks | Files | Webhooks | SqlClient.SqlClient
export type App = Hono<{ Bindings: Bindings }>

/** The whole API and its pages as one function from request to response; tests call it without a port. */
export const makeApp = (config: ApiConfig): Effect.Effect<App, never, AppServices> =>
  Effect.gen(function* () {
    const services = yield* Effect.context<AppServices>()
    const app: App = new Hono<{ Bindings: Bindings }>()
    const settled = {
      catalogue: everything,
      maxInFlight: 256,
      bodySeconds: 13,
      trustProxy: false,
      fileLimit: 20 * 1024 * 1024,
      mailConfigured: false,
      log: silent,
      isDraining: () => false,
      ...config
    }
    const endpoints = endpointsOf(settled, services)
    const site = { ...settled, app, endpoints }
    mountHealth(site)
    mountOperations(site)
    mountPeople(site)
    mountNotifications(site)
    mountWebhooks(site)
    mountDemo(site)
    mountFiles(site)
    mountReplay(site)
    mountSetup(site)
    mountPages(site)
    app.notFound(
      endpoints.open("nothing", ({ c }) =>
        Effect.fail(refusal("OperationUnknown", { operation: `${c.req.method} ${c.req.path}` }))
      )
    )
    return app
  })

export type Site = Required<Omit<ApiConfig, "adminFolder" | "setupToken" | "demo">> &
  Pick<ApiConfig, "adminFolder" | "setupToken" | "demo"> & {
    readonly app: App
    readonly endpoints: ReturnType<typeof endpointsOf>
  }
