import { Button, Group, Skeleton, Table, Text } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { getJson, send } from "../api/Api.ts"
import { Tag } from "../design/Tag.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Problem } from "./Problem.tsx"
import { useAttempt } from "./useAttempt.ts"
import { meWords as words } from "./words.ts"

interface OpenSession {
  readonly id: string
  readonly current: boolean
  readonly signedInAt: string
  readonly lastUsedAt: string
  readonly from: string
  readonly device: Words
}

const queryKey = ["me", "sessions"]

export const Sessions = () => {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const { attempt, busy, problem } = useAttempt()
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ readonly data: ReadonlyArray<OpenSession> }>("/v1/me/sessions", signal)
  })
  const end = (path: string) =>
    void attempt(async () => {
      await send("DELETE", path)
      await client.invalidateQueries({ queryKey })
    })
  return (
    <Section title={words.sessions}>
      <Text size="sm">{say(words.sessionsHint)}</Text>
      <Problem words={problem} />
      {data === undefined ? (
        <Skeleton h={80} />
      ) : (
        <Table className="rows" verticalSpacing="xs" data-sessions>
          <Table.Thead>
            <Table.Tr>
              {[words.device, words.from, words.since, words.used, words.end].map((head) => (
                <Table.Th key={head.th}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.data.map(({ current, device, from, id, lastUsedAt, signedInAt }) => (
              <Table.Tr key={id}>
                <Table.Td data-label={say(words.device)}>{say(device)}</Table.Td>
                <Table.Td data-label={say(words.from)}>{from}</Table.Td>
                <Table.Td data-label={say(words.since)}>{formattedInstant(signedInAt, language)}</Table.Td>
                <Table.Td data-label={say(words.used)}>{formattedInstant(lastUsedAt, language)}</Table.Td>
                <Table.Td data-label={say(words.end)}>
                  {current ? (
                    <Tag kind="plain">{say(words.current)}</Tag>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={busy}
                      aria-label={`${say(words.end)} ${say(device)} ${from}`}
                      onClick={() => end(`/v1/me/sessions/${id}`)}
                    >
                      {say(words.end)}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {(data?.data.length ?? 0) > 1 && (
        <Group>
          <Button variant="default" loading={busy} onClick={() => end("/v1/me/sessions")}>
            {say(words.endOthers)}
          </Button>
        </Group>
      )}
    </Section>
  )
}
