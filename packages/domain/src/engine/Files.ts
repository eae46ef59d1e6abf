import { Context, Effect, Option } from "effect"

/** A file as its content is known: SHA-256, size in bytes, and the type found in the content itself. */
export interface KnownFile {
  readonly digest: string
  readonly size: number
  readonly type: string
}

/** A file as a record names it to whoever may read it there. */
export interface NamedFile {
  readonly digest: string
  readonly name: string
  readonly type: string
}

/** Where evidence files are kept. Without a store of files none is known, and nothing can be attached. */
export const Files = Context.Reference<{
  readonly find: (digest: string) => Effect.Effect<Option.Option<KnownFile>>
}>("@phakhi/domain/Files", { defaultValue: () => ({ find: () => Effect.succeed(Option.none()) }) })
