import { DraftPlace, draftLimit, TypedDraft } from "@phakhi/domain/engine/DraftInput"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { refusal } from "@phakhi/domain/engine/refusals"
import { dropDraft, findDraft, keepDraft, listDrafts } from "@phakhi/store/Drafts"
import { Effect, Option, Schema } from "effect"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { readJson } from "../wire/Body.ts"
import { parametersOf } from "../wire/Query.ts"

export const DraftList = Schema.Struct({
  data: Schema.Array(Schema.Struct({ ...DraftPlace.fields, keptAt: Schema.String }))
})
export const FoundDraft = Schema.Struct({
  draft: Schema.NullOr(Schema.Struct({ ...TypedDraft.fields, keptAt: Schema.String }))
})
export const DraftPart = Schema.Struct({ part: Schema.optionalKey(DraftPlace.fields.part) })
export const Kept = Schema.Struct({ keptAt: Schema.String })

const busy = () => refusal("StoreBusy", { seconds: 1 })

const own = (operation: string, { caller }: Admitted) =>
  caller === null ? Effect.fail(refusal("NotSignedIn", { operation })) : Effect.succeed(caller.actor.account)

const placeOf = ({ call }: Admitted) =>
  Effect.fromResult(
    decodeInput(DraftPlace, {
      operation: call.c.req.param("operation"),
      record: call.c.req.param("record"),
      part: parametersOf(call.c.req.url).get("part") ?? ""
    })
  )

/** What one has typed into forms and not sent: one's own, on every device. */
export const mountDrafts = ({ app, endpoints }: Site): void => {
  app.get(
    "/v1/drafts",
    endpoints.known("drafts.list", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("drafts.list", admitted)
        return answer({ data: yield* Effect.mapError(listDrafts(account), busy) }, admitted.call)
      })
    )
  )
  const path = "/v1/drafts/:operation/:record"
  app.get(
    path,
    endpoints.known("drafts.get", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("drafts.get", admitted)
        const found = yield* Effect.mapError(findDraft(account, yield* placeOf(admitted)), busy)
        return answer({ draft: Option.getOrNull(found) }, admitted.call)
      })
    )
  )
  app.put(
    path,
    endpoints.known("drafts.keep", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("drafts.keep", admitted)
        const place = yield* placeOf(admitted)
        const typed = yield* Effect.fromResult(decodeInput(TypedDraft, yield* readJson(admitted.call, draftLimit)))
        return answer({ keptAt: yield* Effect.mapError(keepDraft(account, place, typed), busy) }, admitted.call)
      })
    )
  )
  app.delete(
    path,
    endpoints.known("drafts.drop", (admitted) =>
      Effect.gen(function* () {
        const account = yield* own("drafts.drop", admitted)
        yield* Effect.mapError(dropDraft(account, yield* placeOf(admitted)), busy)
        return answer({ draft: null }, admitted.call)
      })
    )
  )
}
