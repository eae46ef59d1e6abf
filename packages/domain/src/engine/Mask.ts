import type { AccountId } from "../kernel/Actor.ts"
import type { AudienceName, SeenBy } from "../kernel/Audience.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Period } from "../kernel/Period.ts"

/** A person, named by account: whoever sees this may also be told the name and position. */
export interface Person<Seen extends SeenBy = SeenBy> {
  readonly person: Seen
}

export const person = <const Seen extends SeenBy>(seen: Seen): Person<Seen> => ({ person: seen })

interface Tagged {
  readonly _tag: string
}

type Whole<T, Text> = [T] extends [object]
  ? [keyof T] extends [keyof Text]
    ? [T] extends [Text]
      ? true
      : false
    : false
  : false
type IsAtom<T> = [T] extends [string | number | boolean | bigint]
  ? true
  : Whole<T, LocalizedText> extends true
    ? true
    : Whole<T, Period>

type KeyOf<T> = T extends unknown ? keyof T : never
type At<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never

export type Fields<T> = { readonly [Key in KeyOf<T>]-?: Mask<At<T, Key>> }

/**
 * Who sees what of a value of type `T`, field by field. Only what is one value by itself, such as a text or an amount,
 * has a list of audiences; a struct says it for every field, a tagged union for every field of every case. A field that
 * is added to `T` and left out here does not compile.
 */
export type Mask<T> = MaskOf<Exclude<T, null | undefined>>

type MaskOf<T> = [T] extends [never]
  ? SeenBy
  : [T] extends [AccountId]
    ? Person
    : IsAtom<T> extends true
      ? SeenBy
      : [T] extends [ReadonlyArray<infer Item>]
        ? { readonly each: Mask<Item>; readonly ownBy?: KeyOf<Item> & string }
        : [T] extends [Tagged]
          ? { readonly cases: { readonly [Tag in T["_tag"]]: Fields<Extract<T, { readonly _tag: Tag }>> } }
          : string extends keyof T
            ? { readonly each: Mask<T[keyof T]> }
            : Fields<T>

/** Who sees that an event happened, who sees which account brought it about, and who sees what of its data. */
export type EventMask<T> = {
  readonly seen: SeenBy
  readonly actor: SeenBy
  readonly data: Fields<Omit<T, "_tag">>
}

export type EventMasks<Event extends Tagged> = {
  readonly [Tag in Event["_tag"]]: EventMask<Extract<Event, { readonly _tag: Tag }>>
}

/** A mask with its types erased: the shapes that `Mask` allows. */
export type AnyMask = SeenBy | Person | EachMask | CasesMask | { readonly [field: string]: AnyMask }
interface EachMask {
  readonly each: AnyMask
  readonly ownBy?: string
}
interface CasesMask {
  readonly cases: { readonly [tag: string]: { readonly [field: string]: AnyMask } }
}

export const isSeenBy = (mask: AnyMask): mask is SeenBy => Array.isArray(mask)
export const isPerson = (mask: AnyMask): mask is Person => "person" in mask && isSeenBy(mask.person as AnyMask)
export const isEach = (mask: AnyMask): mask is EachMask => "each" in mask
export const isCases = (mask: AnyMask): mask is CasesMask => "cases" in mask

type Wire = { readonly [field: string]: unknown }
const isFields = (wire: unknown): wire is Wire => typeof wire === "object" && wire !== null

/** What is left of a value in wire form for those of an organisation; undefined where nothing is. */
export type Projection = (wire: unknown, organisation: string | null) => unknown

const everything: Projection = (wire) => wire
const nothing: Projection = () => undefined

const fieldsFor = (names: ReadonlyArray<string>, parts: ReadonlyArray<Projection>): Projection => {
  if (parts.every((part) => part === everything)) return everything
  if (parts.every((part) => part === nothing)) return nothing
  const shown = names.flatMap((name, index): ReadonlyArray<readonly [string, Projection]> => {
    const part = parts[index]
    return part === undefined || part === nothing ? [] : [[name, part]]
  })
  return (wire, organisation) => {
    if (!isFields(wire)) return wire
    const left: { [field: string]: unknown } = {}
    let isEmpty = true
    for (const [name, part] of shown) {
      const value = wire[name]
      const seen = value === undefined || value === null ? value : part(value, organisation)
      if (seen === undefined) continue
      left[name] = seen
      isEmpty = false
    }
    return isEmpty ? undefined : left
  }
}

const itemsFor = (item: Projection, own: Projection, ownBy: string | undefined): Projection => {
  if (item === own && (item === everything || item === nothing)) return item
  const seen: Projection = (wire, organisation) =>
    ownBy !== undefined && organisation !== null && isFields(wire) && wire[ownBy] === organisation
      ? own(wire, organisation)
      : item(wire, organisation)
  return (wire, organisation) => {
    if (Array.isArray(wire)) return wire.map((one) => seen(one, organisation)).filter((one) => one !== undefined)
    if (!isFields(wire)) return wire
    return Object.fromEntries(
      Object.entries(wire).flatMap(([name, one]) => {
        const left = seen(one, organisation)
        return left === undefined ? [] : [[name, left] as const]
      })
    )
  }
}

const casesFor = (cases: ReadonlyMap<string, Projection>): Projection => {
  const parts = [...cases.values()]
  if (parts.every((part) => part === everything)) return everything
  if (parts.every((part) => part === nothing)) return nothing
  return (wire, organisation) =>
    isFields(wire) ? (cases.get(String(wire["_tag"])) ?? nothing)(wire, organisation) : wire
}

/**
 * What an audience is shown by a mask, as a function that is made once. With `own`, what an organisation is shown of its
 * own part.
 */
export const projectionFor = (mask: AnyMask, audience: AudienceName, own = false): Projection => {
  const made = (inner: AnyMask, ofOwn = own): Projection => projectionFor(inner, audience, ofOwn)
  if (isSeenBy(mask)) return mask.includes(audience) || (own && mask.includes("own")) ? everything : nothing
  if (isPerson(mask)) return made(mask.person)
  if (isEach(mask)) {
    const item = made(mask.each)
    return itemsFor(item, mask.ownBy === undefined ? item : made(mask.each, true), mask.ownBy)
  }
  if (isCases(mask)) {
    const cases = Object.entries(mask.cases).map(([tag, fields]) => [tag, made(fields)] as const)
    return casesFor(new Map(cases))
  }
  const names = Object.keys(mask)
  return fieldsFor(
    names,
    Object.values(mask).map((inner) => made(inner))
  )
}

/** Whether an audience is shown anything of a part; with `own`, of its own part. */
export const sees = (mask: AnyMask, audience: AudienceName, own = false): boolean =>
  projectionFor(mask, audience, own) !== nothing

/** Adds the accounts that a value in wire form names, as far as it is shown. */
export const collectPeople = (mask: AnyMask, wire: unknown, into: Set<string>): Set<string> => {
  if (wire === undefined || wire === null || isSeenBy(mask)) return into
  if (isPerson(mask)) {
    if (typeof wire === "string") into.add(wire)
    return into
  }
  if (!isFields(wire)) return into
  if (isEach(mask)) {
    for (const one of Object.values(wire)) collectPeople(mask.each, one, into)
    return into
  }
  const fields = isCases(mask) ? mask.cases[String(wire["_tag"])] : mask
  for (const [name, inner] of Object.entries(fields ?? {})) collectPeople(inner, wire[name], into)
  return into
}
