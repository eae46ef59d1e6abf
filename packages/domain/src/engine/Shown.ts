import { Schema } from "effect"
import type { AudienceName, SeenBy } from "../kernel/Audience.ts"
import { type AnyMask, isCases, isEach, isPerson, isSeenBy, type Person, sees } from "./Mask.ts"
import type { RecordType } from "./Record.ts"

/** The audiences that are shown anything of what a mask is for. */
type Seers<M> = M extends SeenBy
  ? M[number]
  : M extends Person<infer Seen>
    ? Seen[number]
    : M extends { readonly each: infer Each }
      ? Seers<Each>
      : M extends { readonly cases: infer Cases }
        ? { [Tag in keyof Cases]: Seers<Cases[Tag]> }[keyof Cases]
        : { [Key in keyof M]: Seers<M[Key]> }[keyof M]

type At<M, Key> = Key extends keyof M ? M[Key] : never
type ForAll<M, Audience> = [Audience] extends [Seers<M>] ? true : false

type ShownFields<T, M, Audience> = {
  [Key in keyof T as ForAll<At<M, Key>, Audience> extends true ? Key : never]: Shown<T[Key], At<M, Key>, Audience>
} & {
  [Key in keyof T as ForAll<At<M, Key>, Audience> extends true ? never : Key]?: Shown<
    T[Key],
    At<M, Key>,
    Extract<Audience, Seers<At<M, Key>>>
  >
}

/**
 * A value as one of these audiences is shown it: what is not for all of them may be missing. Whoever is shown a case of
 * a union at all is shown its tag.
 */
export type Shown<T, M, Audience = AudienceName> = T extends null | undefined
  ? T
  : M extends SeenBy | Person
    ? T
    : M extends { readonly each: infer Each }
      ? Each extends SeenBy | Person
        ? T
        : { readonly [Key in keyof T]: Shown<T[Key], Each, Audience> }
      : M extends { readonly cases: infer Cases }
        ? T extends { readonly _tag: infer Tag extends keyof Cases }
          ? ShownFields<T, Cases[Tag], Extract<Audience, Seers<At<Cases[Tag], "_tag">>>>
          : never
        : ShownFields<T, M, Audience>

interface Anything {
  readonly fields?: { readonly [field: string]: Schema.Top }
  readonly cases?: { readonly [tag: string]: Schema.Top }
  readonly members?: ReadonlyArray<Schema.Top>
  readonly value?: Schema.Top
  readonly key?: Schema.Top
  readonly schema?: Schema.Top
}

const nameOf = ({ ast }: Schema.Top): string | undefined => {
  const name = ast.annotations?.["identifier"]
  return typeof name === "string" ? name : undefined
}

/** A name is kept for the whole: what is shown of it has one of its own. */
const named = (made: Schema.Top, from: Schema.Top): Schema.Top => {
  const name = nameOf(from)
  return name === undefined ? made : made.annotate({ identifier: `${name}View` })
}

const fieldsShown = (
  fields: { readonly [field: string]: Schema.Top },
  masks: { readonly [field: string]: AnyMask },
  audiences: ReadonlyArray<AudienceName>
): { readonly [field: string]: Schema.Top } =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const mask = masks[name]
      if (mask === undefined) return [name, field]
      const seers = audiences.filter((audience) => sees(mask, audience, true))
      const isOptional = field.ast.context?.isOptional === true
      const { schema } = field as Anything
      const made = shown(isOptional && schema !== undefined ? schema : field, mask, seers)
      const isForAll = name === "_tag" || audiences.every((audience) => sees(mask, audience))
      if (made === field && isForAll) return [name, field]
      return [name, isOptional && made === schema ? field : isOptional || !isForAll ? Schema.optionalKey(made) : made]
    })
  )

const isSame = (a: { readonly [field: string]: Schema.Top }, b: { readonly [field: string]: Schema.Top }): boolean =>
  Object.keys(a).every((name) => a[name] === b[name])

const structShown = (
  schema: Schema.Top,
  masks: { readonly [field: string]: AnyMask },
  audiences: ReadonlyArray<AudienceName>
): Schema.Top => {
  const { fields } = schema as Anything
  if (fields === undefined) return schema
  const made = fieldsShown(fields, masks, audiences)
  return isSame(fields, made) ? schema : named(Schema.Struct(made), schema)
}

const tagOf = (schema: Schema.Top): string => {
  const tag = (schema as Anything).fields?.["_tag"]?.ast
  return tag?._tag === "Literal" ? String(tag.literal) : ""
}

/** The schema of what these audiences are shown: the same one, where all of them are shown all of it. */
const shown = (schema: Schema.Top, mask: AnyMask, audiences: ReadonlyArray<AudienceName>): Schema.Top => {
  if (isSeenBy(mask) || isPerson(mask)) return schema
  const { cases, key, members, value } = schema as Anything
  if (isEach(mask)) {
    if (value === undefined) return schema
    const made = shown(value, mask.each, audiences)
    if (made === value) return schema
    return key === undefined ? Schema.Array(made) : Schema.Record(key as Schema.String, made)
  }
  if (isCases(mask)) {
    const before = cases === undefined ? (members ?? []) : Object.values(cases)
    const after = before.map((one) => {
      const fields = mask.cases[tagOf(one)]
      if (fields === undefined) return one
      const tag = fields["_tag"]
      return structShown(one, fields, tag === undefined ? audiences : audiences.filter((name) => sees(tag, name, true)))
    })
    return after.every((one, index) => one === before[index]) ? schema : named(Schema.Union(after), schema)
  }
  return structShown(schema, mask, audiences)
}

/** What the audiences of a kind of record are shown of its state. */
export const shownState = <State, Event extends { readonly _tag: string }>({
  State,
  audiences,
  masks
}: RecordType<string, State, Event>): Schema.Top =>
  shown(
    State as unknown as Schema.Top,
    masks.state as AnyMask,
    audiences.map(({ name }) => name)
  )
