import { Context, Effect, Option } from "effect"
import type { RecordRef, StoreBusy } from "./EventStore.ts"

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

export interface FoundFile {
  readonly file: KnownFile
  /** Whoever asks has uploaded it, and it waits to be given to a record. */
  readonly isOwn: boolean
  /** Records that hold it, whoever may see them. */
  readonly holders: ReadonlyArray<RecordRef>
}

/** Whose files are kept, and where. Without a store of files none is known, and nothing can be attached. */
export const Files = Context.Reference<{
  readonly find: (digest: string, asker: string | null) => Effect.Effect<Option.Option<FoundFile>, StoreBusy>
}>("@phakhi/domain/Files", { defaultValue: () => ({ find: () => Effect.succeed(Option.none()) }) })

const isKnown = (data: object): data is KnownFile =>
  "digest" in data &&
  "size" in data &&
  "type" in data &&
  typeof data.digest === "string" &&
  typeof data.size === "number"

/** The files that an event names: each as it was known when it was attached. */
export const filesNamed = (data: unknown): ReadonlyArray<KnownFile> => {
  if (typeof data !== "object" || data === null) return []
  return [...(isKnown(data) ? [data] : []), ...Object.values(data).flatMap(filesNamed)]
}
