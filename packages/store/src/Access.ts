import type { Access } from "@phakhi/domain/kernel/Actor"
import { instantText } from "./Instants.ts"

/** What a row of `record` says of who reaches it, as the domain reads it. */
export const accessJson = (table: string): string =>
  `json_build_object('owner', ${table}.owner, 'parties', ${table}.parties, 'candidates', ${table}.candidates,
  'assigned', ${table}.assigned,
  'recused', ${table}.recused, 'opensAt', ${instantText(`${table}.opens_at`)}, 'public', ${table}.public)`

/** uuid[] as PostgreSQL writes it. */
const array = (ids: ReadonlyArray<string>): string => `{${ids.join(",")}}`

/** The columns of `record` by which access is decided, as JSON hands them to PostgreSQL. */
export const accessColumns = ({ assigned, candidates, opensAt, owner, parties, public: open, recused }: Access) => ({
  owner,
  parties: array(parties),
  candidates: array(candidates),
  assigned,
  recused: array(recused),
  opensAt,
  public: open
})
