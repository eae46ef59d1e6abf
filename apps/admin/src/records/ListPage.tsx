import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { columnsHiddenFrom } from "@phakhi/domain/engine/Listing"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { listPath, listQuery } from "../api/Records.ts"
import { meQuery } from "../api/Session.ts"
import { PageButton, PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { creationsFor } from "./Actions.ts"
import { Filters } from "./Filters.tsx"
import { allColumns, columnsOf, manyOf } from "./Labels.ts"
import { chosen, type ListSearch, listingOf, sortedBy, withParameter } from "./ListSearch.ts"
import { RowsTable } from "./RowsTable.tsx"
import { Views } from "./Views.tsx"
import { listWords } from "./words.ts"

const Creations = ({ plural, record }: { readonly plural: string; readonly record: string }) => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  return creationsFor(record, me?.actor.roles ?? []).map(({ name, summary }) => (
    <PageButton key={name} to="/$plural/new/$operation" params={{ plural, operation: name }}>
      {say(summary)}
    </PageButton>
  ))
}

const ListPage = () => {
  const say = useSay()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { plural } = useParams({ strict: false }) as { readonly plural: string }
  const search = useSearch({ strict: false }) as ListSearch
  const { data: me } = useQuery(meQuery)
  const reader = catalogue.readers.find(({ type }) => type.plural === plural)
  const hidden = reader === undefined || me === undefined ? [] : columnsHiddenFrom(reader.type, me?.actor ?? null)
  const isSeen = (column: { readonly name: string }) => !hidden.includes(column.name)
  // A column that only groups records for decisions tells nothing new about a row.
  const isShown = (column: { readonly name: string }) =>
    isSeen(column) && !(reader?.type.groups ?? []).some((group) => group === column.name)
  const columns = reader === undefined ? [] : allColumns(reader.type.name).filter(isSeen)
  const listing = listingOf(search, columns)
  const { data: page, error, refetch } = useQuery({ ...listQuery(plural, listing), enabled: reader !== undefined })
  const title = say(reader === undefined ? common.notFound : manyOf(reader.type))
  usePageTitle(title)
  if (reader === undefined) {
    return (
      <Stack>
        <Title order={1}>{title}</Title>
        <PageLink to="/">{say(common.notFoundWay)}</PageLink>
      </Stack>
    )
  }
  const show = (next: ListSearch) => void navigate({ to: "/$plural", params: { plural }, search: next })
  const { name } = reader.type
  const filtered = chosen(search).length > 0 || search["search"] !== undefined
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Group gap="xs">
          <Creations plural={plural} record={name} />
        </Group>
      </Group>
      {me != null && <Views key={`${plural}${me.actor.account}`} reader={reader} me={me} search={search} />}
      <Filters key={plural} record={name} columns={columns} search={search} onChange={show} />
      {error !== null && (
        <Alert color="red" variant="outline" role="alert">
          {say(common.unreachable)}{" "}
          <Button size="compact-sm" variant="outline" onClick={() => void refetch()}>
            {say(common.retry)}
          </Button>
        </Alert>
      )}
      {page === undefined && error === null && <Skeleton h={280} role="status" aria-label={say(common.loading)} />}
      {page !== undefined && page.data.length === 0 && (
        <Stack gap="xs" className="empty">
          <Text fw={700}>{say(filtered ? listWords.noResult : listWords.noData)}</Text>
          {filtered ? (
            <Group>
              <Button variant="default" onClick={() => show({})}>
                {say(listWords.filterClear)}
              </Button>
            </Group>
          ) : (
            <>
              <Text>{say(listWords.learn)}</Text>
              <Group>
                <Creations plural={plural} record={name} />
              </Group>
            </>
          )}
        </Stack>
      )}
      {page !== undefined && page.data.length > 0 && (
        <>
          <RowsTable
            record={name}
            plural={plural}
            columns={[...columns.filter(({ name }) => name === "owner"), ...columnsOf(name).filter(isShown)]}
            rows={page.data}
            search={search}
            onSort={(column) => show(sortedBy(search, column))}
          />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {page.totalIsExact ? "" : `${say(listWords.moreThan)} `}
              {page.total.toLocaleString("en")} {say(listWords.total)}
            </Text>
            <Group gap="md">
              {search["cursor"] !== undefined && (
                <Button variant="default" onClick={() => show(withParameter(search, "cursor", undefined))}>
                  {say(listWords.first)}
                </Button>
              )}
              {page.next !== null && (
                <Button variant="default" onClick={() => show({ ...search, cursor: page.next ?? "" })}>
                  {say(listWords.next)}
                </Button>
              )}
              <Anchor href={csvPath(plural, listing, language)} underline="always" download>
                {say(page.totalIsExact ? listWords.export : listWords.exportAtMost)}
              </Anchor>
            </Group>
          </Group>
        </>
      )}
    </Stack>
  )
}

const csvPath = (
  plural: string,
  { cursor: _, limit: __, ...listing }: ReturnType<typeof listingOf>,
  language: Language
): string => {
  const path = listPath(plural, listing)
  return `${path}${path.includes("?") ? "&" : "?"}format=csv&lang=${language}`
}

export default ListPage
