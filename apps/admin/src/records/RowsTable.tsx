import { Table, Text, UnstyledButton } from "@mantine/core"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import { Glyph } from "../app/Glyph.tsx"
import { PageLink } from "../app/PageLink.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { nameOf, recordOf, valueOf } from "./Labels.ts"
import type { ListSearch } from "./ListSearch.ts"
import { RecordName } from "./RecordName.tsx"
import { StatusBadge } from "./StatusBadge.tsx"
import { writtenDate, writtenInstant, writtenText } from "./Written.ts"
import { listWords } from "./words.ts"

interface RowsTableProps {
  readonly record: string
  readonly plural: string
  readonly facets: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ListedRow>
  readonly search?: ListSearch
  readonly onSort?: (column: string) => void
}

interface HeadProps {
  readonly column: string
  readonly label: Words
  readonly search: ListSearch | undefined
  readonly onSort: ((column: string) => void) | undefined
}

const Head = ({ column, label, onSort, search }: HeadProps) => {
  const say = useSay()
  const sorted = (search?.["sort"] ?? "title") === column
  const down = search?.["descending"] === "true"
  if (onSort === undefined) return <Table.Th>{say(label)}</Table.Th>
  return (
    <Table.Th aria-sort={sorted ? (down ? "descending" : "ascending") : "none"}>
      <UnstyledButton className="sort" onClick={() => onSort(column)}>
        {say(label)} <Glyph name={sorted ? (down ? "descending" : "ascending") : "sortable"} />
      </UnstyledButton>
    </Table.Th>
  )
}

const FacetValue = ({
  facet,
  record,
  value
}: {
  readonly record: string
  readonly facet: string
  readonly value: string | undefined
}) => {
  const say = useSay()
  const { language } = useLanguage()
  if (value === undefined || value === "")
    return (
      <Text span c="dimmed">
        –
      </Text>
    )
  const named = recordOf(record, facet)
  if (named !== undefined) return <RecordName record={named} id={value} link={false} />
  if (facet === "due") return writtenDate(value, language)
  return writtenText(
    value
      .split(" ")
      .map((part) => say(valueOf(record, facet, part)))
      .join(", "),
    language
  )
}

/** Records as rows; the title is the link. On a narrow screen each row becomes a card by style alone. */
export const RowsTable = ({ facets, onSort, plural, record, rows, search }: RowsTableProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const owners = new Set(rows.map(({ owner }) => owner))
  const columns = facets.filter((facet) =>
    facet === "owner" ? owners.size > 1 : facet !== "status" && rows.some((row) => row.facets[facet])
  )
  const sorting = { search, onSort }
  return (
    <Table striped highlightOnHover verticalSpacing="xs" className="rows">
      <Table.Thead>
        <Table.Tr>
          <Head column="title" label={listWords.title} {...sorting} />
          <Head column="status" label={common.status} {...sorting} />
          {columns.map((facet) => (
            <Table.Th key={facet}>{say(nameOf(record, facet) ?? { th: facet })}</Table.Th>
          ))}
          <Head column="updated" label={listWords.updated} {...sorting} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td data-label={say(listWords.title)}>
              <PageLink to="/$plural/$id" params={{ plural, id: row.id }} underline="always">
                {say(row.title)}
              </PageLink>
            </Table.Td>
            <Table.Td data-label={say(common.status)}>
              <StatusBadge record={record} status={row.status} />
            </Table.Td>
            {columns.map((facet) => (
              <Table.Td
                key={facet}
                data-label={say(nameOf(record, facet) ?? { th: facet })}
                data-blank={facet !== "owner" && row.facets[facet] === undefined}
              >
                <FacetValue
                  record={record}
                  facet={facet}
                  value={facet === "owner" ? (row.owner ?? undefined) : row.facets[facet]}
                />
              </Table.Td>
            ))}
            <Table.Td data-label={say(listWords.updated)}>
              <Text size="sm" span style={{ whiteSpace: "nowrap" }}>
                {writtenInstant(row.updatedAt, language)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
