import { Alert, Button, Card, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import { bangkokDay, fromMillis } from "@phakhi/domain/kernel/ThaiDate"
import { useQueries, useQuery } from "@tanstack/react-query"
import { Option } from "effect"
import { listQuery, recordQuery } from "../api/Records.ts"
import { meQuery } from "../api/Session.ts"
import { PageButton, PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { creationsFor } from "../records/Actions.ts"
import { Section } from "../records/Section.tsx"
import { StatusBadge } from "../records/StatusBadge.tsx"
import { titleIn } from "../records/Title.ts"
import { writtenDate } from "../records/Written.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { nextSteps } from "./steps.ts"

const words = {
  title: { th: "ทำต่อ", en: "Continue" },
  waiting: { th: "รายการที่รอท่าน", en: "Waiting for you" },
  nothing: { th: "ไม่มีรายการที่รอท่านในขณะนี้", en: "Nothing waits for you now" },
  nothingWay: { th: "ดูภารกิจทั้งหมด", en: "See all missions" },
  late: { th: "เกินกำหนด", en: "Late" },
  due: { th: "ครบกำหนด", en: "Due" },
  quick: { th: "เริ่มใหม่", en: "Begin" },
  quickWay: { th: "ขึ้นทะเบียนหรือเริ่มรายการใหม่", en: "Register or begin something new" }
} as const satisfies Record<string, Words>

const looked = 12
const waiting = catalogue.readers.filter((reader) => reader.waiting.length > 0)

const today = (): string => {
  const now = fromMillis(Date.now())
  return Option.isSome(now) ? bangkokDay(now.value) : ""
}

/** A record says when it is due for as long as that matters. */
const isLate = ({ columns: { due } }: ListedRow, day: string): boolean => typeof due === "string" && due < day

/** Rows of the reader's own organisation stand before public ones of others. */
const isOwn = ({ columns, owner }: ListedRow, organisation: string | null | undefined): boolean =>
  organisation != null && (owner === organisation || columns["recipient"] === organisation)

const useWork = (organisation: string | null | undefined) => {
  const lists = useQueries({
    queries: waiting.map(({ type, waiting: statuses }) =>
      listQuery(type.plural, { filters: { status: statuses }, sort: "updated", descending: true, limit: 50 })
    )
  })
  const rows = lists.flatMap(({ data }, index) =>
    (data?.data ?? []).map((row) => ({ plural: waiting[index]?.type.plural ?? "", row }))
  )
  const newest = [...rows].sort((a, b) => (a.row.updatedAt < b.row.updatedAt ? 1 : -1))
  const own = newest.filter(({ row }) => isOwn(row, organisation))
  const nearest = [...own, ...newest.filter((entry) => !own.includes(entry))].slice(0, looked)
  const records = useQueries({ queries: nearest.map(({ plural, row }) => recordQuery(plural, row.id)) })
  return {
    own,
    steps: nextSteps(records.flatMap(({ data }) => (data === undefined ? [] : [data]))),
    loading: lists.some(({ isPending }) => isPending) || records.some(({ isPending }) => isPending),
    failed: lists.some(({ isError }) => isError),
    retry: () => {
      for (const list of lists) void list.refetch()
    }
  }
}

const pluralOf = (record: string): string =>
  catalogue.readers.find(({ type }) => type.name === record)?.type.plural ?? record

const Dashboard = () => {
  const say = useSay()
  const { language } = useLanguage()
  const { data: me } = useQuery(meQuery)
  const { failed, loading, own, retry, steps } = useWork(me?.actor.organisation)
  const day = today()
  const late = own.filter(({ row }) => isLate(row, day))
  usePageTitle(say(words.title))
  const begin = catalogue.readers.flatMap(({ type }) =>
    creationsFor(type.name, me?.actor.roles ?? []).map((operation) => ({ operation, plural: type.plural }))
  )
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {say(words.title)}
      </Title>
      {failed && (
        <Alert color="red" variant="outline" role="alert">
          {say(common.unreachable)}{" "}
          <Button size="compact-sm" variant="outline" onClick={retry}>
            {say(common.retry)}
          </Button>
        </Alert>
      )}
      {late.length > 0 && (
        <Section title={words.late}>
          <Stack gap="xs">
            {late.map(({ plural, row }) => (
              <Group key={row.id} gap="sm">
                <PageLink to="/$plural/$id" params={{ plural, id: row.id }} underline="always">
                  {say(row.title)}
                </PageLink>
                <Text size="sm">
                  {say(words.due)} {writtenDate(row.columns["due"], language, "long")}
                </Text>
              </Group>
            ))}
          </Stack>
        </Section>
      )}
      <Section title={words.waiting}>
        {loading && steps.length === 0 ? (
          <Skeleton h={160} role="status" aria-label={say(common.loading)} />
        ) : steps.length === 0 ? (
          <Stack gap="xs" className="empty">
            <Text>{say(words.nothing)}</Text>
            <PageLink to="/$plural" params={{ plural: "missions" }} underline="always">
              {say(words.nothingWay)}
            </PageLink>
          </Stack>
        ) : (
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            {steps.map(({ offers, view }) => (
              <Card key={view.id} withBorder padding="sm">
                <Group justify="space-between" wrap="nowrap" align="start">
                  <PageLink
                    to="/$plural/$id"
                    params={{ plural: pluralOf(view.record), id: view.id }}
                    underline="always"
                    fw={700}
                  >
                    {say(titleIn(view.data) ?? { th: view.id })}
                  </PageLink>
                  <Status view={view} />
                </Group>
                <Text size="sm" mt={4}>
                  {offers
                    .slice(0, 3)
                    .map(({ operation }) => say(operation.summary))
                    .join(" · ")}
                  {offers.length > 3 ? " …" : ""}
                </Text>
              </Card>
            ))}
          </SimpleGrid>
        )}
      </Section>
      {begin.length > 0 && (
        <Section title={words.quick}>
          <Text size="sm">{say(words.quickWay)}</Text>
          <Group gap="xs">
            {begin.map(({ operation, plural }) => (
              <PageButton
                key={operation.name}
                variant="default"
                to="/$plural/new/$operation"
                params={{ plural, operation: operation.name }}
              >
                {say(operation.summary)}
              </PageButton>
            ))}
          </Group>
        </Section>
      )}
    </Stack>
  )
}

const Status = ({ view }: { readonly view: { readonly record: string; readonly data: unknown } }) => {
  const data = view.data as { readonly _tag?: string; readonly standing?: { readonly _tag: string } }
  const status = data.standing?._tag ?? data._tag
  return status === undefined ? null : <StatusBadge record={view.record} status={status} />
}

export default Dashboard
