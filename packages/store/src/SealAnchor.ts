import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { Context, Effect, Layer, Option, Schema } from "effect"
import { damaged, type FolderUnusable, makeFolder } from "./Folder.ts"

const Anchor = Schema.Struct({ batch: Schema.Int, seal: Schema.String })
export type Anchor = typeof Anchor.Type

/**
 * The newest seal that this process saw, kept outside the database: without it, cutting off the newest seals together
 * with what they cover would leave nothing to see.
 */
export class SealAnchor extends Context.Service<
  SealAnchor,
  {
    readonly read: Effect.Effect<Option.Option<Anchor>, FolderUnusable>
    readonly write: (anchor: Anchor) => Effect.Effect<void>
  }
>()("@phakhi/store/SealAnchor") {}

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Anchor))

const isAbsent = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT"

export const layerFile = (path: string): Layer.Layer<SealAnchor> =>
  Layer.succeed(SealAnchor, {
    read: Effect.suspend(() => {
      try {
        return Effect.succeedSome(decode(readFileSync(path, "utf8")))
      } catch (cause) {
        return isAbsent(cause) ? Effect.succeedNone : Effect.fail(damaged(path, cause))
      }
    }),
    write: (anchor) =>
      Effect.sync(() => {
        makeFolder(dirname(path))
        writeFileSync(`${path}.new`, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true })
        renameSync(`${path}.new`, path)
      })
  })

export const layerMemory: Layer.Layer<SealAnchor> = Layer.sync(SealAnchor, () => {
  let kept: Option.Option<Anchor> = Option.none()
  return {
    read: Effect.sync(() => kept),
    write: (anchor) =>
      Effect.sync(() => {
        kept = Option.some(anchor)
      })
  }
})
