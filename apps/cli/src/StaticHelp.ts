import { readFileSync } from "node:fs"

const asksForHelp = (argument: string): boolean => argument === "--help" || argument === "-h"

/**
 * The help of a command as the build wrote it beside the bundle, so that asking for help loads nothing else. From
 * source there is none, and the parser makes the same text.
 */
export const staticHelp = (args: ReadonlyArray<string>): string | undefined => {
  const path = args.filter((argument) => !asksForHelp(argument))
  const asked = path.length < args.length || args.length === 0
  if (!asked || path.some((word) => word.startsWith("-"))) return undefined
  try {
    const all: unknown = JSON.parse(readFileSync(new URL("./help.json", import.meta.url), "utf8"))
    const found = (all as { readonly [path: string]: unknown })[path.join(" ")]
    return typeof found === "string" ? found : undefined
  } catch {
    return undefined
  }
}
