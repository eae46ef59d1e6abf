import { Button, Drawer, Skeleton, Stack, Table, Text, Title } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getJson, postJson, queryString } from "../api/Api.ts"
import { Tag } from "../design/Tag.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import type { Endpoint } from "./EndpointsTable.tsx"
import { Problem } from "./Problem.tsx"
import { useActing } from "./useActing.ts"
import { outboundWords as words } from "./words.ts"

interface Delivery {
  readonly id: string
  readonly topic: string
  readonly status: "waiting" | "delivered" | "failed"
  readonly createdAt: string
  readonly tries: number
  readonly reason: Words | null
}

interface Page {
  readonly data: ReadonlyArray<Delivery>
  readonly next: string | null
}

const kinds = { waiting: "wait", delivered: "done", failed: "late" } as const

const Log = ({ endpoint }: { readonly endpoint: Endpoint }) => {
  const say = useSay()
  const { language } = useLanguage()
  const [put, setPut] = useState(false)
  const { attempt, problem } = useActing("deliveries")
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["deliveries", endpoint.id],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page>(`/v1/webhooks/${endpoint.id}/deliveries${queryString({ limit: 50, before: pageParam })}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next
  })
  if (data === undefined) return <Skeleton h={80} />
  const rows = data.pages.flatMap((page) => page.data)
  const again = (id: string) =>
    void attempt(async () => {
      setPut(false)
      await postJson(`/v1/webhook-deliveries/${id}/resend`, {})
      setPut(true)
    })
  return (
    <Stack>
      <Problem problem={problem} />
      <Text role="status">{put ? say(words.put) : ""}</Text>
      {rows.length === 0 ? (
        <Text>{say(words.noLog)}</Text>
      ) : (
        <Table className="rows" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {[words.event, words.when, words.result, words.acts].map((head) => (
                <Table.Th key={head.th}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ createdAt, id, reason, status, topic, tries }) => (
              <Table.Tr key={id}>
                <Table.Td data-label={say(words.event)}>
                  <code>{topic}</code>
                </Table.Td>
                <Table.Td data-label={say(words.when)}>{formattedInstant(createdAt, language)}</Table.Td>
                <Table.Td data-label={say(words.result)}>
                  <Tag kind={kinds[status]}>{say(words[status])}</Tag>
                  {status !== "delivered" && reason !== null && (
                    <Text size="sm">
                      {say(reason)} ({say(words.tries)} {tries})
                    </Text>
                  )}
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

/** What was sent to an endpoint, beside the list of endpoints. */
export const Deliveries = ({
  endpoint,
  onClose
}: {
  readonly endpoint: Endpoint | undefined
  readonly onClose: () => void
}) => {
  const say = useSay()
  const wide = useMediaQuery("(min-width: 48em)") ?? true
  return (
    <Drawer
      opened={endpoint !== undefined}
      onClose={onClose}
      position="right"
      size={wide ? 760 : "100%"}
      closeButtonProps={{ "aria-label": say(common.close) }}
      title={
        endpoint === undefined ? null : (
          <Title order={2} size="h3" component="span">
            {say(words.log)} – {endpoint.name}
          </Title>
        )
      }
    >
      {endpoint !== undefined && <Log endpoint={endpoint} />}
    </Drawer>
  )
}
