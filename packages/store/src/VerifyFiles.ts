import type { KnownFile } from "@phakhi/domain/engine/Files"
import { Effect } from "effect"
import type { Files } from "./Files.ts"
import type { Collector, Finding } from "./Findings.ts"

type Place = Pick<Finding, "record" | "stream" | "version">

/** The files that events name, each with the first event that does. */
export type NamedFiles = Map<string, Place>

export const nameFiles = (named: NamedFiles, files: ReadonlyArray<KnownFile>, place: Place): void => {
  for (const { digest } of files) if (!named.has(digest)) named.set(digest, place)
}

/** Reads every file once: those that events name must be there, and each must be what its name says. */
export const verifyFiles = Effect.fnUntraced(function* (files: Files["Service"], named: NamedFiles, found: Collector) {
  const there = yield* Effect.catch(files.list, ({ reason }) => {
    found.add({ kind: "file-changed", object: "files", detail: `the folder cannot be read: ${reason}` })
    return Effect.succeed([])
  })
  for (const digest of new Set([...named.keys(), ...there])) {
    const at = { object: `file ${digest}`, ...named.get(digest) }
    const state = yield* files.state(digest).pipe(
      Effect.catch(({ reason }) => {
        found.add({ kind: "file-changed", ...at, detail: `cannot be read: ${reason}` })
        return Effect.succeed("whole" as const)
      })
    )
    if (state === "changed") found.add({ kind: "file-changed", ...at, detail: "is not what was stored" })
    if (state === "missing" && named.has(digest))
      found.add({ kind: "file-missing", ...at, detail: "is named by an event and is not in the folder" })
  }
})
