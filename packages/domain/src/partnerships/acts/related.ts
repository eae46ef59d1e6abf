import { reference, type Target } from "../../engine/Handler.ts"
import { organisationRecord } from "../../parties/Organisation.ts"
import { processRecord } from "../../processes/AdaptedProcess.ts"
import type { Partnership } from "../Partnership.ts"

/** The records beside a partnership that its acts must know. */
export const organisation = (id: string) => reference(organisationRecord, id)

/** Whoever signs, and whoever signed before: their mandates are looked at once more (COL-5b). */
export const bothSides = ({ owner, recipient }: Pick<Partnership, "owner" | "recipient">) => ({
  owner: organisation(owner),
  recipient: recipient === undefined ? undefined : organisation(recipient)
})

export const adapted = ({ process }: { readonly process?: string }) =>
  process === undefined ? { process: undefined } : { process: reference(processRecord, process) }

/** The part that an act is aimed at; one that there is not, where it is aimed at none. */
export const named = (target: Target | undefined): string => String(target?.value ?? "—")
