import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import type { DemoMark } from "@phakhi/domain/engine/DemoMark"
import type { Engine } from "@phakhi/domain/engine/Engine"
import type { Platform } from "@phakhi/domain/engine/Platform"
import type { Identity } from "@phakhi/identity/Identity"
import type { MailLink } from "@phakhi/identity/Invitations"
import type { Webhooks } from "@phakhi/outbound/Webhooks"
import type { Files } from "@phakhi/store/Files"
import type { UploadLimits } from "@phakhi/store/Uploads"
import type { Tracer } from "effect"
import type { SqlClient } from "effect/sql"
import type { Hono } from "hono"
import type { Bindings } from "../wire/Call.ts"
import type { Log } from "./Log.ts"

/** Someone of the demonstration, whom anyone may try to be. */
export interface DemoLogin {
  readonly email: string
  readonly role: { readonly th: string; readonly en: string }
  readonly organisation: { readonly th: string; readonly en: string }
}

export interface DemoLogins {
  readonly password: string
  readonly logins: ReadonlyArray<DemoLogin>
}

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
  readonly uploadLimits?: UploadLimits
  /** Opens the page on which the first administrator is made, as long as there is none. */
  readonly setupToken?: string
  /** Whom one can be, where the data is a demonstration. */
  readonly demo?: DemoLogins
  readonly log?: Log
  /** Where spans of requests, decisions and statements go; without it nothing is traced. */
  readonly tracer?: Tracer.Tracer
  /** Whether mail leaves this installation; without it the inbox alone tells people. */
  readonly mailConfigured?: boolean
  /** What the outbox is to hold of a link that lets somebody in; without it whoever issued the link is shown it. */
  readonly mailLink?: MailLink
  /** Whether there is room left where the data is. */
  readonly hasRoom?: () => Promise<boolean>
  /** Becomes true when the server shuts down. */
  readonly isDraining?: () => boolean
}

export type AppServices = Engine | Platform | Identity | DemoMark | Files | Webhooks | SqlClient.SqlClient
export type App = Hono<{ Bindings: Bindings }>
