import { Schema } from "effect"

export type JsonSchema = { readonly [keyword: string]: unknown }

const home = "#/components/schemas/"

const rewrite = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, names))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "$ref" && typeof item === "string" && item.startsWith("#/$defs/")
        ? [key, home + (names.get(item.slice(8)) ?? item.slice(8))]
        : [key, rewrite(item, names)]
    )
  )
}

/** Gathers the named schemas of all operations in one place; two that share a name and differ get two names. */
export const components = () => {
  const schemas: Record<string, JsonSchema> = {}
  const texts = new Map<string, string>()

  const nameFor = (name: string, text: string): string => {
    const safe = name.replaceAll(/[^\w.-]/g, "_")
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? safe : `${safe}${n}`
      const taken = texts.get(candidate)
      if (taken === undefined || taken === text) return candidate
    }
  }

  /** What comes in is closed: unknown fields are refused. What goes out may gain fields. */
  const add = (schema: Schema.Top, { closed }: { readonly closed: boolean }): JsonSchema => {
    const open = Schema.toJsonSchemaDocument(schema)
    const document = closed ? Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" }) : open
    const definitions = Object.entries(document.definitions)
    const names = new Map(
      definitions.map(([name, definition]) => {
        const text = JSON.stringify(definition)
        const isSame = text === JSON.stringify(open.definitions[name])
        const given = nameFor(isSame ? name : `${name}Input`, text)
        texts.set(given, text)
        return [name, given] as const
      })
    )
    for (const [name, definition] of definitions) {
      schemas[names.get(name) ?? name] = rewrite(definition, names) as JsonSchema
    }
    return rewrite(document.schema, names) as JsonSchema
  }
  return { schemas, add }
}

export type Components = ReturnType<typeof components>
