import { erasedText } from "@phakhi/domain/kernel/Personal"
import type { Words } from "../words/Language.tsx"

export interface Part {
  readonly id: string
  readonly label: Words
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isWords = (value: unknown): value is Words => isObject(value) && typeof value["th"] === "string"

/** Whoever holds the part, as far as one is told: a seat is known by its holder. */
const holderOf = (part: Record<string, unknown>): Words | undefined => {
  const holder = Object.values(part).find((held) => isObject(held) && typeof held["subject"] === "string")
  if (!isObject(holder)) return undefined
  if (holder["erasedAt"] !== undefined) return erasedText
  const said = [holder["name"], holder["position"]].filter((text) => typeof text === "string")
  return said.length === 0 ? undefined : { th: said.join(" – ") }
}

const labelOf = (part: Record<string, unknown>, id: string): Words => {
  for (const name of ["title", "name", "label", "subject", "purpose", "number", "description"]) {
    const said = part[name]
    if (isWords(said)) return said
    if (typeof said === "string" || typeof said === "number") return { th: String(said) }
  }
  return holderOf(part) ?? { th: id }
}

const singular = (name: string): string =>
  name
    .replace(/ies$/u, "y")
    .replace(/(ss|sh|ch|x)es$/u, "$1")
    .replace(/s$/u, "")
    .toLowerCase()

const idOf = (part: Record<string, unknown>): string | undefined => {
  const id = part["id"] ?? part["key"]
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined
}

/** The parts of a record that are called so, wherever it holds them: the tranches of a partnership, its indicators. */
export const partsIn = (data: unknown, record: string): ReadonlyArray<Part> => {
  const wanted = singular(record.replaceAll("-", ""))
  const walk = (value: unknown, depth: number): ReadonlyArray<Part> => {
    if (!isObject(value) || depth > 5) return []
    return Object.entries(value).flatMap(([name, inner]) => {
      if (!Array.isArray(inner)) return walk(inner, depth + 1)
      const deeper = inner.flatMap((item) => walk(item, depth + 1))
      if (singular(name) !== wanted) return deeper
      return [
        ...inner.flatMap((item) => {
          const id = isObject(item) ? idOf(item) : undefined
          return id === undefined ? [] : [{ id, label: labelOf(item, id) }]
        }),
        ...deeper
      ]
    })
  }
  return [...new Map(walk(data, 0).map((part) => [part.id, part])).values()]
}
