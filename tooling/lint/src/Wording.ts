import type { Finding } from "./Finding.ts"
import { lineAt } from "./Finding.ts"

/**
 * The project speaks of itself alone: of nobody's machine, of no tracker or registry, and not of who or what wrote it.
 * A pattern that would match its own text has a class around one of its letters.
 */
const patterns: ReadonlyArray<readonly [pattern: RegExp, message: string]> = [
  [/(?<![\w.@/-])\/(?:work|root|Users|home\/\w+)(?:\/|\b(?![\w.-]))/g, "a path on one machine"],
  [/\.\.\/[s]hared\/|(?<![\w/.-])[s]hared\/(?:design|reference)|\.[l]ibrary\b/g, "a folder outside the workspace"],
  [
    /\b[Ii]ssues? #?\d+|\b(?:[Ff]ix(?:es|ed)?|[Cc]loses?d?|[Ss]ee|PR) #\d+/g,
    "a number in a tracker; say what it is about"
  ],
  [/\bregistry\.[\w-]+\.(?:org|com|io|net)\b|\bnodejs\.org\/dist\b/g, "the host of a registry"],
  [/\b[A]I\b|\b[L]LMs?\b|\b[Aa]ssistants?\b|\b[Ll]arge [l]anguage model/g, "who or what wrote it"],
  [/\b(?:earlier|previous|next|later|another|coding|working) [s]essions?\b/gi, "how the work was done"]
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
