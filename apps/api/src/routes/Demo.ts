import { Effect } from "effect"
import type { Site } from "../App.ts"
import { answer } from "../wire/Answer.ts"

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

/** Whom one can be in a demonstration; an installation for real use has no such page. */
export const mountDemo = ({ app, demo, endpoints }: Site): void => {
  if (demo === undefined) return
  app.get(
    "/v1/demo/logins",
    endpoints.open("demo.logins", (call) => Effect.succeed(answer(demo, call)))
  )
}
