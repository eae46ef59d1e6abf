import { reference, type Target } from "../../engine/Handler.ts"
import { organisationRecord } from "../../parties/Organisation.ts"
import { processRecord } from "../../processes/AdaptedProcess.ts"

/** The records beside a partnership that its acts must know. */
export const organisation = (id: string) => reference(organisationRecord, id)

export const adapted = ({ process }: { readonly process?: string }) =>
  process === undefined ? { process: undefined } : { process: reference(processRecord, process) }

/** The part that an act is aimed at; one that there is not, where it is aimed at none. */
export const named = (target: Target | undefined): string => String(target?.value ?? "—")
