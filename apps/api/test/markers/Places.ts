import type { AnyMask } from "@phakhi/domain/engine/Mask"
import type { AudienceName, SeenBy } from "@phakhi/domain/kernel/Audience"
import { isMarker } from "./Marked.ts"
import { organisation } from "./People.ts"

const seenBy = (mask: AnyMask): SeenBy | undefined => {
  if (Array.isArray(mask)) return mask as SeenBy
  return "person" in mask && Array.isArray(mask.person) ? (mask.person as SeenBy) : undefined
}

interface Place {
  readonly path: ReadonlyArray<string>
  readonly seen: SeenBy
  readonly own: boolean
  readonly person: boolean
}

/** Every value of a record with who sees it, read off the mask one place at a time. */
export const placesOf = (
  mask: AnyMask,
  wire: unknown,
  path: ReadonlyArray<string> = [],
  own = false
): ReadonlyArray<Place> => {
  const seen = seenBy(mask)
  if (wire === undefined || wire === null) return []
  if (seen !== undefined) return [{ path, seen, own, person: !Array.isArray(mask) }]
  const fields = wire as { readonly [name: string]: unknown }
  if ("each" in mask) {
    const { each, ownBy } = mask as { readonly each: AnyMask; readonly ownBy?: string }
    return Object.entries(fields).flatMap(([name, item]) => {
      const isOwn = ownBy !== undefined && (item as { readonly [name: string]: unknown })[ownBy] === organisation
      return placesOf(each, item, [...path, name], own || isOwn)
    })
  }
  const inner = "cases" in mask ? (mask.cases as { readonly [tag: string]: object })[String(fields["_tag"])] : mask
  return Object.entries(inner ?? {}).flatMap(([name, part]) =>
    placesOf(part as AnyMask, fields[name], [...path, name], own)
  )
}

const at = (wire: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((found, name) => (found as { readonly [name: string]: unknown } | undefined)?.[name], wire)

export const textsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (isMarker(value)) found.add(value)
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) textsIn(one, found)
  return found
}

/** The markers of the places that an audience sees. */
export const shownIn = (mask: AnyMask, wire: unknown, audience: AudienceName, own = false): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const place of placesOf(mask, wire, [], own)) {
    if (place.seen.includes(audience) || (place.own && place.seen.includes("own"))) textsIn(at(wire, place.path), found)
  }
  return found
}

/** The accounts that a value names as people, whoever sees them. */
export const peopleIn = (mask: AnyMask, wire: unknown): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { path, person } of placesOf(mask, wire)) if (person) textsIn(at(wire, path), found)
  return found
}

/** The accounts that an audience is shown as people. */
export const peopleShownIn = (
  mask: AnyMask,
  wire: unknown,
  audience: AudienceName,
  ofOwn = false
): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { own, path, person, seen } of placesOf(mask, wire, [], ofOwn))
    if (person && (seen.includes(audience) || (own && seen.includes("own")))) textsIn(at(wire, path), found)
  return found
}
