import type { Words } from "../words/Language.tsx"

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const wordsOf = (value: unknown): Words | undefined => {
  if (typeof value === "string" && value !== "") return { th: value }
  return isObject(value) && typeof value["th"] === "string" ? (value as unknown as Words) : undefined
}

/** What a record calls itself, in its data or one level down. */
export const titleIn = (data: unknown): Words | undefined => {
  if (!isObject(data)) return undefined
  const own = wordsOf(data["title"]) ?? wordsOf(data["name"])
  if (own !== undefined) return own
  for (const inner of Object.values(data)) {
    const found = isObject(inner) ? (wordsOf(inner["title"]) ?? wordsOf(inner["name"])) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
