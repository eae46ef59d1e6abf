import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { Schema } from "effect"

/** A route that is not an operation of the catalogue, as the description of the API tells it. */
export interface DescribedRoute {
  readonly method: "get" | "post" | "put" | "delete"
  readonly path: string
  readonly id: string
  readonly tag: "identity" | "notifications" | "drafts" | "webhooks" | "files" | "system"
  readonly summary: Wording
  readonly open?: true
  /** What may stand in the address after the question mark. */
  readonly query?: Schema.Top
  readonly body?: Schema.Top | "bytes" | "ndjson"
  readonly status?: number
  readonly answer: Schema.Top
  /** Beside those that every route of its kind can answer with. */
  readonly refusals: ReadonlyArray<string>
}
