import type { View } from "@phakhi/domain/engine/View"
import type { Watching } from "@phakhi/domain/replay/Replay"
import type { Text } from "@phakhi/domain/replay/ReplayFile"
import type { Effect } from "effect"
import type { Failure } from "./Failure.ts"
import type { Login } from "./People.ts"

/** A file of operations to be carried out. */
export interface Run extends Pick<Watching, "onProgress" | "onRead"> {
  readonly text: Text
  readonly dryRun: boolean
}

/** Where operations are carried out: in a store that this process opens, or by a server. */
export interface Channel {
  readonly perform: (request: {
    readonly operation: string
    readonly id?: string
    readonly input: unknown
    readonly seen?: number | "latest"
    readonly key?: string
    /** Why whoever runs the machine does it, in a store that this process opens. */
    readonly operator?: string
    /** Who signs in for it; else the key speaks. */
    readonly by?: Login
  }) => Effect.Effect<View, Failure>
  readonly ask: (request: {
    readonly operation: string
    readonly id?: string
    readonly input: unknown
  }) => Effect.Effect<unknown, Failure>
  /** Stores a file of evidence and answers with its digest. */
  readonly putFile: (content: Uint8Array) => Effect.Effect<string, Failure>
  readonly run: (run: Run) => Effect.Effect<{ readonly done: number }, Failure>
}
