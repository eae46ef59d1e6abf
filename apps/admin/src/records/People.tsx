import type { NamedPerson } from "@phakhi/domain/engine/People"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import { useQuery } from "@tanstack/react-query"
import { createContext, type ReactNode, use } from "react"
import { peopleQuery } from "../api/Records.ts"
import { useSay } from "../words/Language.tsx"

type People = ReadonlyMap<string, NamedPerson> | "asked" | undefined

const RecordPeople = createContext<People>(undefined)

interface PeopleOfProps {
  readonly plural: string
  readonly id: string
  readonly version: number
  readonly children: ReactNode
}

/** Names, for all that is shown within, the people whom this record names to its reader. */
export const PeopleOf = ({ children, id, plural, version }: PeopleOfProps) => {
  const { data, isError } = useQuery(peopleQuery(plural, id, version))
  return <RecordPeople value={data ?? (isError ? undefined : "asked")}>{children}</RecordPeople>
}

/** What the record at hand says of a person; undefined outside of records, and where it names no such person. */
export const usePerson = (account: string): NamedPerson | "asked" | undefined => {
  const people = use(RecordPeople)
  return people === undefined || people === "asked" ? people : people.get(account)
}

/** Stands where a name is on its way. */
export const PendingName = () => <span data-pending>…</span>

interface PersonNameProps {
  readonly person: NamedPerson | "asked"
  /** Not where the record itself says in which position the person acted. */
  readonly withPosition?: boolean
}

/** A person by name and position. */
export const PersonName = ({ person, withPosition = true }: PersonNameProps) => {
  const say = useSay()
  if (person === "asked") return <PendingName />
  const { name, position } = person
  const said = withPosition && position !== undefined ? [position] : []
  return <span data-person>{[name ?? say(erasedText), ...said].join(", ")}</span>
}
