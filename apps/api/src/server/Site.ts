import type { ApiConfig, App } from "./Config.ts"
import type { Endpoints } from "./Endpoint.ts"

/** What a route is mounted on, and what it is told of the installation. */
export type Site = Required<Omit<ApiConfig, "adminFolder" | "setupToken" | "demo" | "mailLink" | "tracer">> &
  Pick<ApiConfig, "adminFolder" | "setupToken" | "demo" | "mailLink"> & {
    readonly app: App
    readonly endpoints: Endpoints
  }
