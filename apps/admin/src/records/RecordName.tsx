import { catalogue, readerOf } from "@phakhi/domain/operations/Catalogue"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { recordQuery } from "../api/Records.ts"
import { PageLink } from "../app/PageLink.tsx"
import { useSay, type Words } from "../words/Language.tsx"
import { titleIn } from "./Title.ts"

interface RecordNameProps {
  readonly record: string
  readonly id: string
  readonly link?: boolean
  /** Shown where the reader may not see the record. */
  readonly otherwise?: ReactNode
}

const stranger: Words = { th: "บุคคลจากองค์กรอื่น", en: "someone of another organisation" }

const unseen: Words = { th: "(ไม่เปิดให้ท่านดู)", en: "(not open to you)" }
const pending: Words = { th: "…" }

/** The name of another record, where the reader may see it. */
export const RecordName = ({ id, link = true, otherwise, record }: RecordNameProps) => {
  const say = useSay()
  const reader = readerOf(catalogue, record)
  const plural = reader?.type.plural ?? ""
  const { data, isError } = useQuery({
    ...recordQuery(plural, id),
    enabled: reader !== undefined,
    staleTime: 300_000,
    retry: false
  })
  if (isError && otherwise !== undefined) return otherwise
  const title = data === undefined ? undefined : titleIn(data.data)
  const nameless = isError ? (record === "account" ? stranger : unseen) : pending
  const text = reader === undefined ? `${id.slice(0, 8)}…` : say(title ?? nameless)
  if (!link || reader === undefined || data === undefined) return <span>{text}</span>
  return (
    <PageLink to="/$plural/$id" params={{ plural, id }} underline="always">
      {text}
    </PageLink>
  )
}
