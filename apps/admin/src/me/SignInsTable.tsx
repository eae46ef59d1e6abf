import { Skeleton, Table, Text } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { getJson } from "../api/Api.ts"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { outcomeWords, meWords as words } from "./words.ts"

interface LoggedSignIn {
  readonly at: string
  readonly account: string
  readonly outcome: keyof typeof outcomeWords
  readonly from: string
  readonly device: Words
}

interface SignInsTableProps {
  readonly path: string
  /** Where they are of several people. */
  readonly named?: boolean
}

export const SignInsTable = ({ named = false, path }: SignInsTableProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ["sign-ins", path],
    queryFn: ({ signal }) => getJson<{ readonly data: ReadonlyArray<LoggedSignIn> }>(path, signal)
  })
  if (data === undefined) return <Skeleton h={80} />
  if (data.data.length === 0) return <Text>{say(words.noSignIns)}</Text>
  const heads = [words.when, ...(named ? [words.who] : []), words.outcome, words.device, words.from]
  return (
    <Table className="rows" verticalSpacing="xs" data-sign-ins>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.data.map(({ account, at, device, from, outcome }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tries may come in one millisecond
          <Table.Tr key={`${at}${n}`}>
            <Table.Td data-label={say(words.when)}>{formattedInstant(at, language)}</Table.Td>
            {named && (
              <Table.Td data-label={say(words.who)}>
                <RecordName record="account" id={account} />
              </Table.Td>
            )}
            <Table.Td data-label={say(words.outcome)} fw={outcome === "in" ? undefined : 700}>
              {say(outcomeWords[outcome])}
            </Table.Td>
            <Table.Td data-label={say(words.device)}>{say(device)}</Table.Td>
            <Table.Td data-label={say(words.from)}>{from}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
