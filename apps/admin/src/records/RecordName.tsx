import { catalogue, readerOf } from "@phakhi/domain/operations/Catalogue"
import { useQuery } from "@tanstack/react-query"
import { recordQuery } from "../api/Records.ts"
import { PageLink } from "../app/PageLink.tsx"
import { useSay } from "../words/Language.tsx"
import { titleIn } from "./Title.ts"

interface RecordNameProps {
  readonly record: string
  readonly id: string
  readonly link?: boolean
}

/** The name of another record, where the reader may see it; else its number, shortened. */
export const RecordName = ({ id, link = true, record }: RecordNameProps) => {
  const say = useSay()
  const reader = readerOf(catalogue, record)
  const plural = reader?.type.plural ?? ""
  const { data } = useQuery({
    ...recordQuery(plural, id),
    enabled: reader !== undefined,
    staleTime: 300_000,
    retry: false
  })
  const title = data === undefined ? undefined : titleIn(data.data)
  const text = title === undefined ? `${id.slice(0, 8)}…` : say(title)
  if (!link || reader === undefined || data === undefined) return <span>{text}</span>
  return (
    <PageLink to="/$plural/$id" params={{ plural, id }} underline="always">
      {text}
    </PageLink>
  )
}
