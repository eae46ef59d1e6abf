import { Effect } from "effect"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"

/** Whom one can be in a demonstration; an installation for real use has no such page. */
export const mountDemo = ({ app, demo, endpoints }: Site): void => {
  if (demo === undefined) return
  app.get(
    "/v1/demo/logins",
    endpoints.open("demo.logins", (call) => Effect.succeed(answer(demo, call)))
  )
}
