import { refusal } from "@phakhi/domain/engine/refusals"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { fullResponse } from "../wire/Problem.ts"

const busy = () => refusal("StoreBusy", { seconds: 1 })

/** `/healthz`: the process lives. `/readyz`: it can do its work, has room for it, and is not shutting down. */
export const mountHealth = ({ app, endpoints, hasRoom, isDraining }: Site): void => {
  app.get(
    "/healthz",
    endpoints.open("health", (call) => Effect.succeed(answer({ status: "ok" }, call)))
  )
  app.get(
    "/readyz",
    endpoints.open("ready", (call) =>
      isDraining()
        ? Effect.fail(busy())
        : Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe("SELECT 1")).pipe(
            Effect.mapError(busy),
            Effect.timeoutOrElse({ duration: "2 seconds", orElse: () => Effect.fail(busy()) }),
            Effect.andThen(Effect.promise(hasRoom)),
            Effect.map((isRoom) => (isRoom ? answer({ status: "ready" }, call) : fullResponse(call)))
          )
    )
  )
}
