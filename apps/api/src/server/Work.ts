import { catalogue } from "@phakhi/domain/catalogue"
import type { Engine } from "@phakhi/domain/engine/Engine"
import { clockTopic } from "@phakhi/domain/engine/OnTheClock"
import type { Platform } from "@phakhi/domain/engine/Platform"
import type { Mailer } from "@phakhi/outbound/Mail"
import * as Outbound from "@phakhi/outbound/Outbound"
import { tellingSenders } from "@phakhi/outbound/Telling"
import type { Webhooks } from "@phakhi/outbound/Webhooks"
import type { Sender } from "@phakhi/store/Outbox"
import * as Worker from "@phakhi/store/Worker"
import { Cause, Effect, Logger, References } from "effect"
import type { SqlClient } from "effect/sql"
import { clockSender } from "./Clock.ts"
import { whatIsDue } from "./Due.ts"
import type { Log } from "./Log.ts"
import type { Settings } from "./Settings.ts"

const levels: Readonly<Record<string, "error" | "warn" | "info">> = { Fatal: "error", Error: "error", Warn: "warn" }

/** What the worker says, as lines of the server's own log. */
const into = (log: Log) =>
  Logger.make<unknown, void>(({ cause, fiber, logLevel, message }) =>
    log.write({
      level: levels[logLevel] ?? "info",
      ...fiber.getRef(References.CurrentLogAnnotations),
      message: Array.isArray(message) ? message.join(" ") : String(message),
      ...(cause.reasons.length === 0 ? {} : { cause: Cause.pretty(cause) })
    })
  )

/** Does what is due, and sends what is to be sent, until the scope closes. */
export const work = (
  { publicUrl, worker, workerPoll }: Pick<Settings, "publicUrl" | "worker" | "workerPoll">,
  log: Log,
  senders: Readonly<Record<string, Sender>> = {}
) =>
  worker
    ? Worker.start<Engine | Platform | Mailer | Webhooks | SqlClient.SqlClient>({
        senders: {
          ...Outbound.senders,
          ...tellingSenders(publicUrl),
          [clockTopic]: clockSender(catalogue),
          ...senders
        },
        act: whatIsDue,
        pollMillis: workerPoll
      }).pipe(Effect.provide(Logger.layer([into(log)])))
    : Effect.succeed<Worker.Worker>({ stop: () => undefined })
