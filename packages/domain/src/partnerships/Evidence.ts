import { Schema } from "effect"
import type { Recorded } from "../engine/Event.ts"
import type { NamedFile } from "../engine/Files.ts"
import { AccountId, OrganisationId, organisationOf } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"

/** A file as it was attached, by its content. */
const Attached = Schema.Struct({
  digest: Schema.String,
  name: Schema.String,
  type: Schema.String,
  size: Schema.Int,
  step: Schema.optionalKey(Schema.String),
  personal: Schema.optionalKey(Schema.Boolean),
  by: AccountId,
  at: Instant
})

const given = {
  ...Attached.fields,
  /** Evidence is counted in the order in which it came; one content can be attached more than once. */
  no: Schema.Int,
  /** Whose people attached it. */
  organisation: Schema.NullOr(OrganisationId),
  /** That side agreed to its being published. */
  consent: Schema.optionalKey(Schema.Struct({ by: AccountId, at: Instant }))
}

const Decided = Schema.Struct({ by: AccountId, at: Instant, reason: Schema.String })
type Decided = typeof Decided.Type

/** PRT-5b: a file is for the parties until it is published, and again once that has ended. */
export const Evidence = Schema.TaggedUnion({
  Kept: given,
  Published: { ...given, published: Decided },
  Withdrawn: { ...given, withdrawn: Decided }
})
export type Evidence = typeof Evidence.Type

export const EvidenceEvent = Schema.TaggedUnion({
  EvidenceAttached: { evidence: Attached },
  EvidenceConsented: { evidence: Schema.Int },
  EvidencePublished: { evidence: Schema.Int, reason: Schema.String },
  EvidenceWithdrawn: { evidence: Schema.Int, reason: Schema.String, personal: Schema.optionalKey(Schema.Boolean) }
})
export type EvidenceEvent = typeof EvidenceEvent.Type

type Files = ReadonlyArray<Evidence>

export const numbered = (files: Files, no: number): Evidence | undefined => files.find((file) => file.no === no)

/** What counts is the content: where it came from first, and whether anyone has found personal data in it. */
export const firstOf = (files: Files, { digest }: Evidence): Evidence | undefined =>
  files.find((file) => file.digest === digest)

export const isPersonal = (files: Files, { digest }: Evidence): boolean =>
  files.some((file) => file.digest === digest && file.personal === true)

const change = (files: Files, no: number, to: (file: Evidence) => Evidence): Files =>
  files.map((file) => (file.no === no ? to(file) : file))

const withdraw = (files: Files, no: number, personal: boolean, withdrawn: Decided): Files => {
  const digest = numbered(files, no)?.digest
  return files.map((file): Evidence => {
    if (file.digest !== digest) return file
    const { consent: _, ...rest } = file
    const after = personal ? { ...rest, personal } : rest
    if (after._tag !== "Published" || (file.no !== no && !personal)) return after
    const { published: __, ...attached } = after
    return { ...attached, _tag: "Withdrawn", withdrawn }
  })
}

/** Whoever has no account neither attaches nor publishes. */
export const evolve = (files: Files, { actor, at, event }: Recorded<EvidenceEvent>): Files => {
  if (!("account" in actor)) return files
  const by = actor.account
  return EvidenceEvent.match(event, {
    EvidenceAttached: ({ evidence }): Files => [
      ...files,
      { _tag: "Kept", ...evidence, no: files.length + 1, organisation: organisationOf(actor) }
    ],
    EvidenceConsented: ({ evidence }): Files => change(files, evidence, (file) => ({ ...file, consent: { by, at } })),
    EvidencePublished: ({ evidence, reason }): Files =>
      change(files, evidence, (file) => {
        if (file._tag === "Published") return file
        const { withdrawn: _, ...attached } = { withdrawn: undefined, ...file }
        return { ...attached, _tag: "Published", published: { by, at, reason } }
      }),
    EvidenceWithdrawn: ({ evidence, personal, reason }): Files =>
      withdraw(files, evidence, personal === true, { by, at, reason })
  })
}

/** The files that a record names to whoever is shown this much of it. */
export const filesIn = (shown: ReadonlyArray<Partial<Evidence>> | undefined): ReadonlyArray<NamedFile> =>
  (shown ?? []).flatMap(({ digest, name, type }) =>
    digest === undefined || name === undefined || type === undefined ? [] : [{ digest, name, type }]
  )
