import { catalogue as everything } from "@phakhi/domain/catalogue"
import { uploadLimits } from "@phakhi/store/Uploads"
import { Effect } from "effect"
import { Hono } from "hono"
import { mountPages } from "./pages/Pages.ts"
import { mountSetup } from "./pages/Setup.ts"
import { unknown } from "./pages/Unknown.ts"
import { mountAccess } from "./routes/Access.ts"
import { mountDemo } from "./routes/Demo.ts"
import { mountDrafts } from "./routes/Drafts.ts"
import { mountFiles } from "./routes/Evidence.ts"
import { mountHealth } from "./routes/Health.ts"
import { mountNotifications } from "./routes/Notifications.ts"
import { mountOperations } from "./routes/Operations.ts"
import { mountPeople } from "./routes/People.ts"
import { mountReplay } from "./routes/Replay.ts"
import { mountWebhooks } from "./routes/Webhooks.ts"
import type { ApiConfig, App, AppServices } from "./server/Config.ts"
import { endpointsOf } from "./server/Endpoint.ts"
import { silent } from "./server/Log.ts"
import type { Site } from "./server/Site.ts"
import type { Bindings } from "./wire/Call.ts"

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
      uploadLimits,
      mailConfigured: false,
      log: silent,
      isDraining: () => false,
      hasRoom: () => Promise.resolve(true),
      ...config
    }
    const endpoints = endpointsOf(settled, services)
    const site: Site = { ...settled, app, endpoints }
    mountHealth(site)
    mountOperations(site)
    mountPeople(site)
    mountAccess(site)
    mountNotifications(site)
    mountDrafts(site)
    mountWebhooks(site)
    mountDemo(site)
    mountFiles(site)
    mountReplay(site)
    mountSetup(site)
    mountPages(site)
    app.notFound(endpoints.open("nothing", (call) => unknown(app, call)))
    return app
  })
