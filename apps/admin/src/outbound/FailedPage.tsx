import { Button, Skeleton, Stack, Table, Text, Title } from "@mantine/core"
import { useInfiniteQuery } from "@tanstack/react-query"
import { getJson, postJson, queryString } from "../api/Api.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { formattedInstant } from "../records/formatting.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Problem } from "./Problem.tsx"
import { useActing } from "./useActing.ts"
import { outboundWords as words } from "./words.ts"

interface Message {
  readonly id: string
  readonly topic: string
  readonly endpoint: string | null
  readonly recipient: string | null
  readonly about: Words | null
  readonly failedAt: string
  readonly tries: number
  readonly reason: Words
}

interface Page {
  readonly data: ReadonlyArray<Message>
  readonly total: number
  readonly next: string | null
}

const kindOf = (topic: string): Words =>
  topic.startsWith("webhook") ? words.webhook : topic.startsWith("task.") ? words.notice : words.mail

/** What could not be sent for the organisation: to whom, about what, and why. */
const FailedPage = () => {
  const say = useSay()
  const { language } = useLanguage()
  const { attempt, problem } = useActing("failed-messages")
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["failed-messages"],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page>(`/v1/failed-messages${queryString({ limit: 50, before: pageParam })}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next
  })
  usePageTitle(say(words.failedTitle))
  if (error !== null) throw error
  const rows = data?.pages.flatMap((page) => page.data)
  const again = (id: string) => void attempt(() => postJson(`/v1/failed-messages/${id}/resend`, {}))
  return (
    <Stack maw={1000}>
      <Title order={1} size="h2">
        {say(words.failedTitle)}
      </Title>
      <Text>{say(words.failedIntro)}</Text>
      <Problem problem={problem} />
      {rows === undefined ? (
        <Skeleton h={80} />
      ) : rows.length === 0 ? (
        <Text>{say(words.noneFailed)}</Text>
      ) : (
        <Table className="rows" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {[words.what, words.to, words.when, words.why, words.acts].map((head) => (
                <Table.Th key={head.th}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ about, endpoint, failedAt, id, reason, recipient, topic, tries }) => (
              <Table.Tr key={id}>
                <Table.Td data-label={say(words.what)}>
                  {say(kindOf(topic))}
                  {about === null ? "" : ` – ${say(about)}`}
                </Table.Td>
                <Table.Td data-label={say(words.to)}>{recipient ?? endpoint ?? "–"}</Table.Td>
                <Table.Td data-label={say(words.when)}>{formattedInstant(failedAt, language)}</Table.Td>
                <Table.Td data-label={say(words.why)}>
                  {say(reason)} ({say(words.tries)} {tries})
                </Table.Td>
                <Table.Td data-label={say(words.acts)}>
                  <Button size="compact-sm" variant="default" onClick={() => again(id)}>
                    {say(words.again)}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {say(words.further)}
        </Button>
      )}
    </Stack>
  )
}

export default FailedPage
