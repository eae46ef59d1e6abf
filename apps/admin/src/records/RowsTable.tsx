import { Table, Text, UnstyledButton } from "@mantine/core"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import { nextDue } from "@phakhi/domain/engine/Listing"
import { type ColumnValue, isSorted } from "@phakhi/domain/kernel/Column"
import { bangkokDay, Instant } from "@phakhi/domain/kernel/ThaiDate"
import IconArrowDown from "@tabler/icons-react/icons/IconArrowDown"
import IconArrowUp from "@tabler/icons-react/icons/IconArrowUp"
import IconSelector from "@tabler/icons-react/icons/IconSelector"
import { PageLink } from "../app/PageLink.tsx"
import { Icon } from "../design/Icon.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { ListedDay } from "./DueDay.tsx"
import { formattedDate, formattedInstant, formattedMoney } from "./formatting.ts"
import { cellOf, codeOf, type NamedColumn } from "./Labels.ts"
import type { ListSearch } from "./ListSearch.ts"
import { RecordName } from "./RecordName.tsx"
import { StatusTag } from "./StatusTag.tsx"
import { listWords } from "./words.ts"

interface RowsTableProps {
  readonly record: string
  readonly plural: string
  /** What is shown beside title, status and last change, where a row has it. */
  readonly columns: ReadonlyArray<NamedColumn>
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
        {say(label)} <Icon of={sorted ? (down ? IconArrowDown : IconArrowUp) : IconSelector} />
      </UnstyledButton>
    </Table.Th>
  )
}

const valueOn = (row: ListedRow, { name }: NamedColumn): ColumnValue | undefined =>
  name === "owner" ? (row.owner ?? undefined) : row.columns[name]

interface CellProps {
  readonly late: boolean
  readonly record: string
  readonly column: NamedColumn
  readonly value: ColumnValue | undefined
}

const Cell = ({ column, late, record, value }: CellProps) => {
  const { language } = useLanguage()
  if (value === undefined || codeOf(value) === "")
    return (
      <Text span inherit c="dimmed">
        –
      </Text>
    )
  const { kind, record: named } = column
  if (kind === "reference" && named !== undefined) return <RecordName record={named} id={codeOf(value)} link={false} />
  if (column.name === nextDue) return <ListedDay day={codeOf(value)} late={late} />
  if (kind === "date") return formattedDate(value, language)
  if (kind === "money") return formattedMoney(codeOf(value), language)
  return cellOf(record, column, value, language)
}

/** Records as rows; the title is the link. On a narrow screen each row becomes a card by style alone. */
export const RowsTable = ({ columns, onSort, plural, record, rows, search }: RowsTableProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const owners = new Set(rows.map(({ owner }) => owner))
  const shown = columns.filter((column) =>
    column.name === "owner"
      ? owners.size > 1
      : column.name === search?.["sort"] || rows.some((row) => valueOn(row, column) !== undefined)
  )
  const sorting = { search, onSort }
  return (
    <Table striped highlightOnHover verticalSpacing="xs" horizontalSpacing={6} className="rows">
      <Table.Thead>
        <Table.Tr>
          <Head column="title" label={listWords.title} {...sorting} />
          <Head column="status" label={common.status} {...sorting} />
          {shown.map((column) => (
            <Head
              key={column.name}
              column={column.name}
              label={column.label}
              search={search}
              onSort={isSorted(column) ? onSort : undefined}
            />
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
              <StatusTag record={record} status={row.status} />
            </Table.Td>
            {shown.map((column) => (
              <Table.Td
                key={column.name}
                data-label={say(column.label)}
                data-blank={column.name !== "owner" && valueOn(row, column) === undefined}
              >
                <Cell record={record} column={column} value={valueOn(row, column)} late={row.late} />
              </Table.Td>
            ))}
            <Table.Td data-label={say(listWords.updated)}>
              <Text size="sm" span title={formattedInstant(row.updatedAt, language)}>
                {formattedDate(bangkokDay(Instant.make(row.updatedAt)), language)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
