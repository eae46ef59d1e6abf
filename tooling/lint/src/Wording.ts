import type { Finding } from "./Finding.ts"
import { lineAt } from "./Finding.ts"

/**
 * The project can be read anywhere: it names nobody's machine, no tracker and no registry.
 */
const patterns: ReadonlyArray<readonly [pattern: RegExp, message: string]> = [
  [/(?<![\w.@/-])\/(?:work|root|Users|home\/\w+)(?:\/|\b(?![\w.-]))/g, "a path on one machine"],
  [
    /\b[Ii]ssues? #?\d+|\b(?:[Ff]ix(?:es|ed)?|[Cc]loses?d?|[Ss]ee|PR) #\d+/g,
    "a number in a tracker; say what it is about"
  ],
  [/\bregistry\.[\w-]+\.(?:org|com|io|net)\b|\bnodejs\.org\/dist\b/g, "the host of a registry"]
]

export const check = (path: string, text: string): ReadonlyArray<Finding> =>
  patterns.flatMap(([pattern, message]) =>
    Array.from(text.matchAll(pattern), (match) => ({
      rule: "wording" as const,
      path,
      line: lineAt(text, match.index),
      message: `"${match[0].trim()}": ${message}`
    }))
  )
