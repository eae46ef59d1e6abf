import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { nameQuery } from "../api/Names.ts"
import { PageLink } from "../app/PageLink.tsx"
import { useSay, type Words } from "../words/Language.tsx"
import { PendingName, PersonName, usePerson } from "./People.tsx"

interface RecordNameProps {
  readonly record: string
  readonly id: string
  readonly link?: boolean
  /** Of a person: not where the record itself says in which position they acted. */
  readonly withPosition?: boolean
  /** Shown where the reader may not see the record. */
  readonly otherwise?: ReactNode
}

const stranger: Words = { th: "บุคคลจากองค์กรอื่น", en: "someone of another organisation" }

const unseen: Words = { th: "(ไม่เปิดให้ท่านดู)", en: "(not open to you)" }

/** The name of another record, where the reader may see it; of a person, as the record at hand names them. */
export const RecordName = (props: RecordNameProps) => {
  const person = usePerson(props.id)
  if (props.record !== "account" || person === undefined) return <Named {...props} />
  return <PersonName person={person} withPosition={props.withPosition ?? true} />
}

const Named = ({ id, link = true, otherwise, record }: RecordNameProps) => {
  const say = useSay()
  const reader = readerOf(catalogue, record)
  const plural = reader?.type.plural ?? ""
  const { data: name, isError } = useQuery({ ...nameQuery(plural, id), enabled: reader !== undefined })
  const hidden = isError || name === null
  if (hidden && otherwise !== undefined) return otherwise
  if (reader === undefined) return <span>{id.slice(0, 8)}…</span>
  if (hidden) return <span>{say(record === "account" ? stranger : unseen)}</span>
  if (name === undefined) return <PendingName />
  if (!link) return <span>{say(name)}</span>
  return (
    <PageLink to="/$plural/$id" params={{ plural, id }} underline="always" inherit>
      {say(name)}
    </PageLink>
  )
}
