import { recordTypes } from "../catalogue.ts"
import type { Target } from "../engine/Handler.ts"

/** A record, and perhaps the act on it that somebody is led to. */
export interface PageOf {
  readonly record: string
  readonly id: string
  readonly operation?: string | null
  readonly target?: Target | null
}

/** Where the web page shows a record; with an act, its form is open there. */
export const pagePath = ({ id, operation, record, target }: PageOf): string => {
  const plural = recordTypes.find(({ name }) => name === record)?.plural ?? record
  const part = target ? `&part=${encodeURIComponent(String(target.value))}` : ""
  return `/${plural}/${id}${operation ? `?act=${encodeURIComponent(operation)}${part}` : ""}`
}
